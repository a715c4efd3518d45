// The roster as a file, from the command line: npm run roster -- import FILE, npm run roster -- export [FILE].
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { type Language, translator } from "../../locales/index.ts";
import { seedAlliance } from "../../prisma/seed/seed.ts";
import { writeRoster } from "../../src/roster/file/write.ts";
import { ids } from "../ids.ts";
import { createDatabase, startEmbedded } from "../store/embedded.ts";
import { openPrisma } from "../store/index.ts";
import { migrate } from "../store/migrate.ts";
import { rosterWork } from "../store/roster.ts";
import { openPool } from "../store/session.ts";
import { views } from "../store/view.ts";
import { importRoster, rosterOf } from "./import.ts";
import { faultReport, importReport } from "./report.ts";
import { writeCsv, writeJson } from "./write.ts";

const root = path.join(import.meta.dirname, "../..");
const options = {
  "end-missing": { type: "boolean" },
  "dry-run": { type: "boolean" },
  alliance: { type: "string" },
  format: { type: "string" },
  lang: { type: "string" },
} as const;

/** What ends the command with words, and how. */
class Stop extends Error {
  readonly code: number;
  constructor(message: string, code: number) {
    super(message);
    this.code = code;
  }
}

function read() {
  const lang: Language = /--lang[= ]en\b/.test(process.argv.join(" ")) ? "en" : "de";
  const t = translator(lang);
  const usage = () => new Stop(t("roster.usage"), 2);
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [command, file, ...more] = positionals;
    const known = (command === "import" && file !== undefined) || command === "export";
    if (!known || more.length > 0 || !["de", "en", undefined].includes(values.lang) || !["csv", "json", undefined].includes(values.format)) throw usage();
    return { lang, t, command: command as "import" | "export", file, values };
  } catch {
    throw usage();
  }
}

/** The database of the bot: the one it is told of, else its own, which may be running. */
async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const settings = path.join(root, ".env");
  if (existsSync(settings)) process.loadEnvFile(settings);
  const given = process.env["DATABASE_URL"]?.trim();
  if (given) return work(given);
  const server = await startEmbedded(path.resolve(root, process.env["DATA_DIR"]?.trim() || ".data"));
  try {
    return await work(await createDatabase(server.url, "buendnis"));
  } finally {
    await server.stop();
  }
}

async function run(): Promise<void> {
  const { lang, t, command, file, values } = read();
  // What npm calls the folder somebody was in when they typed the command.
  const named = file === undefined ? undefined : path.resolve(process.env["INIT_CWD"] ?? process.cwd(), file);
  const bytes =
    command === "import" && named ? await readFile(named).catch(() => Promise.reject(new Stop(t("import.file.none", { file: file ?? "" }), 1))) : undefined;
  await withDatabase(async (url) => {
    await migrate(url);
    const prisma = openPrisma(url);
    const pool = openPool(url, 2);
    try {
      await seedAlliance(prisma);
      const alliances = await views(prisma).alliances();
      if (values.alliance === undefined && alliances.length > 1)
        throw new Stop(t("roster.whichAlliance", { list: alliances.map(({ id }) => id).join(", ") }), 2);
      const alliance = alliances.find(({ id }) => values.alliance === undefined || id === values.alliance);
      if (!alliance) throw new Stop(t("roster.noAlliance", { id: values.alliance ?? "" }), 2);
      if (bytes) {
        const dry = values["dry-run"] === true;
        const result = await importRoster({ pool, alliance, bytes, endMissing: values["end-missing"] === true, dry, now: new Date(), ids });
        if ("faults" in result) throw new Stop(faultReport(path.basename(file ?? ""), result.faults, lang), 1);
        console.log(importReport(path.basename(file ?? ""), result.draft, dry, lang));
        return;
      }
      const lines = writeRoster(await rosterWork(pool, alliance.id, async (desk) => ({ result: await rosterOf(desk), leave: true })));
      const text = (values.format ?? (named?.endsWith(".json") ? "json" : "csv")) === "json" ? writeJson(lines) : writeCsv(lines);
      if (named === undefined) process.stdout.write(text);
      else {
        // Names and addresses are nobody else's business.
        await writeFile(named, text, { mode: 0o600 });
        console.log(t("export.done", { file: file ?? "" }));
      }
    } finally {
      await prisma.$disconnect();
      await pool.end();
    }
  });
}

// What was written to a pipe may still be on its way: the process ends by itself.
await run().catch((error: unknown) => {
  console.error(error instanceof Stop ? error.message : error);
  process.exitCode = error instanceof Stop ? error.code : 1;
});
