// One breach of every wall, for walls.test.ts to plant.

export interface Breach {
  readonly wall: string;
  /** The folder that gets a new file, or the file that gets more lines. */
  readonly at: string;
  readonly code: string;
  readonly tool: "biome" | "await" | "knip";
  /** What the tool must say about that file. */
  readonly says: string;
}

const breach = (wall: string, at: string, code: string, tool: Breach["tool"], says: string): Breach => ({ wall, at, code, tool, says });

const ITSELF = "The core imports only itself";
const AROUND = "never imports what stands around it";
const TOLD = "The core is told the time and its chances";
const MESSENGER = "A messenger knows only the core";

export const breaches: readonly Breach[] = [
  breach("the core uses an adapter", "src", 'export * from "../adapters/store/migrate.ts";', "biome", AROUND),
  breach("the core uses an adapter's type", "src/rsvp", 'export type { Embedded } from "../../adapters/store/embedded.ts";', "biome", AROUND),
  breach("the core uses a messenger's package", "src", 'export * from "@slack/bolt";', "biome", ITSELF),
  breach("the core uses a package's type", "src", 'export type { Block } from "@slack/types";', "biome", ITSELF),
  breach("the core uses a package when it needs it", "src", 'export const planted = () => import("@slack/bolt");', "biome", ITSELF),
  breach("the core uses a package's type in passing", "src", 'export type Planted = import("pg").Pool;', "biome", TOLD),
  breach("the core uses Node", "src", 'export * from "node:fs";', "biome", ITSELF),
  breach("the core uses Node by an old name", "src", 'export * from "path";', "biome", ITSELF),
  breach("a test of the core uses a database", "src", 'export * from "pg";', "biome", ITSELF),

  ...["new Date()", "Date()", "Date.now()", "[Date]", "new Date(Date.now())", "Math.random()", "[Math]", "globalThis"].map((code) =>
    breach(`the core writes ${code}`, "src", `export const planted = ${code};`, "biome", TOLD),
  ),
  breach("the core asks luxon for the time", "src", 'import { DateTime } from "luxon";\nexport const planted = DateTime.now();', "biome", TOLD),

  breach("Slack uses the web page", "adapters/slack", 'export * from "../web/index.ts";', "biome", MESSENGER),
  breach("Slack uses the store, from a folder below", "adapters/slack/planted", 'export * from "../../store/index.ts";', "biome", MESSENGER),
  breach("the web page uses a package of Slack", "adapters/web", 'export type * from "@slack/types";', "biome", MESSENGER),
  breach("Teams uses Slack", "adapters/teams", 'export * from "../slack/index.ts";', "biome", MESSENGER),
  breach("the store uses Slack", "adapters/store", 'export * from "../slack/index.ts";', "biome", "Store and jobs know no messenger"),
  breach("the texts use the core", "locales", 'export type * from "../src/card.ts";', "biome", "The texts import only themselves"),

  breach(
    "two files import each other",
    "src/planted-hen.ts",
    'import { egg } from "./planted-egg.ts";\nexport const hen = () => egg;',
    "biome",
    "noImportCycles",
  ),
  breach(
    "two files import each other, at the second too",
    "src/planted-egg.ts",
    'import { hen } from "./planted-hen.ts";\nexport const egg = () => hen;',
    "biome",
    "noImportCycles",
  ),
  breach("a file has 251 lines", "src", "void 0;\n".repeat(250), "biome", "noExcessiveLinesPerFile"),

  breach(
    "the database is not awaited",
    "adapters/store",
    'import type { PrismaClient } from "./generated/client.ts";\nexport const planted = (it: PrismaClient) => {\n  it.$disconnect();\n};',
    "await",
    "it.$disconnect()",
  ),
  breach("a package's class is not awaited", "adapters/jobs", 'import { PgBoss } from "pg-boss";\nnew PgBoss("").start();', "await", "new PgBoss"),
  breach(
    "a port that was taken apart is not awaited",
    "src",
    "export const planted = ({ save }: { save(): Promise<void> }) => {\n  save();\n};",
    "await",
    "save()",
  ),
  breach("a promise is only followed", "src", "export const planted = (save: () => Promise<void>) => {\n  save().then(() => 1);\n};", "await", "save().then"),
  breach(
    "a loop does not wait",
    "src",
    "export const planted = (list: string[], send: (it: string) => Promise<void>) => list.forEach(send);",
    "await",
    "forEach",
  ),

  breach("nobody uses an export", "adapters/store/migrate.ts", "export const plantedExport = 1;", "knip", "plantedExport"),
  breach("nobody uses a file", "adapters", "export {};", "knip", "adapters/planted"),
];
