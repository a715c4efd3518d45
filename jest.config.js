// Jest for everything that npm test runs: the core without a database, the rest with one.
import { existsSync } from "node:fs";
import path from "node:path";

// An environment set up for production must not change what is tested.
process.env.NODE_ENV = "test";

/** Packages without a CommonJS twin, which swc translates like our own files. */
const esmOnly = ["pg-boss", "serialize-error", "non-error", "intl-messageformat", "@formatjs", "temporal-polyfill", "temporal-utils"];

/** Tests run as CommonJS in memory, although the package is ESM: jest then needs no experimental flag. */
const common = {
  rootDir: import.meta.dirname,
  testEnvironment: "node",
  // Jest reads every .mjs as ESM; the generated database client asks for one that has a CommonJS twin.
  moduleNameMapper: { "^(@prisma/client/runtime/.+)[.]mjs$": "$1.js" },
  transform: {
    "\\.[jt]s$": ["@swc/jest", { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join("|")})/)`],
};

/** Adds the PostgreSQL server that test/database.ts makes databases on. */
export const withDatabase = {
  ...common,
  globalSetup: "<rootDir>/test/start-database.ts",
  globalTeardown: "<rootDir>/test/stop-database.ts",
};

const below = (...folders) => folders.map((folder) => path.join(import.meta.dirname, folder)).filter(existsSync);

export default {
  projects: [
    { ...common, displayName: "core", roots: below("src", "locales") },
    {
      ...withDatabase,
      displayName: "adapters",
      roots: below("adapters", "manifest", "test"),
      testPathIgnorePatterns: ["/test/(e2e|faults|bench|peers)/", "/node_modules/"],
    },
  ],
};
