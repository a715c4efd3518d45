// Says which SQL would turn a database into what prisma/schema.prisma describes.
//
// Prisma's command line asks a program for this that it downloads when it is installed, and fails where that was not
// possible. The same engine comes from npm as WebAssembly and works on every machine alike, through Prisma's own driver.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

// Node 20 cannot import WebAssembly by itself.
const code = createRequire(import.meta.url)
  .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
  .replace(/js$/, "wasm");
const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(code)), { "./schema_engine_bg.js": engine });
engine.__wbg_set_wasm(exports);
exports.__wbindgen_start();
// Where the engine leaves its last words; without it a fault in it could not be read.
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) };

const ONE_LETTER = 18;
const TEXT = 25;

/** Gives "" when the database at `url` is what the schema file says. */
export async function missingSql(url, schemaFile) {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const files = [{ path: schemaFile, content: readFileSync(schemaFile, "utf8") }];
  try {
    const driver = bindMigrationAwareSqlAdapterFactory(new CatalogDriver(pool));
    const comparison = await engine.SchemaEngine.new({ datamodels: [[schemaFile, files[0].content]] }, () => undefined, driver);
    const { stdout } = await comparison.diff({
      from: { tag: "schemaDatasource", files, configDir: path.dirname(schemaFile) },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      shadowDatabaseUrl: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout.startsWith("-- This is an empty migration") ? "" : stdout;
  } finally {
    await pool.end();
  }
}

/** Prisma's driver does not know the type of one letter in which PostgreSQL's catalog keeps its own notes. */
class CatalogDriver extends PrismaPg {
  async connect() {
    const adapter = await super.connect();
    const pool = adapter.underlyingDriver();
    const [query, queryRaw] = [pool.query.bind(pool), adapter.queryRaw.bind(adapter)];
    let letters = [];
    pool.query = async (...args) => {
      const result = await query(...args);
      letters = result.fields.map((field) => field.dataTypeID === ONE_LETTER);
      for (const [i, field] of result.fields.entries()) if (letters[i]) field.dataTypeID = TEXT;
      return result;
    };
    adapter.queryRaw = async (question) => {
      const answer = await queryRaw(question);
      return { ...answer, columnTypes: answer.columnTypes.map((type, i) => (letters[i] ? ColumnTypeEnum.Character : type)) };
    };
    return adapter;
  }
}
