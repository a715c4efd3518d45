// The command itself: npm run roster -- import FILE, npm run roster -- export FILE.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { freshDatabase } from "../../test/database.ts";

const root = path.join(import.meta.dirname, "../..");
const folder = mkdtempSync(path.join(os.tmpdir(), "roster-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("it imports, exports and says in words what is wrong, in German or English", async () => {
  const url = await freshDatabase();
  const run = (...args: readonly string[]) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      const env = { ...process.env, DATABASE_URL: url, INIT_CWD: folder };
      execFile(process.execPath, ["--import", "tsx", path.join(root, "adapters/roster/main.ts"), ...args], { env, cwd: root }, (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err }),
      );
    });
  writeFileSync(path.join(folder, "neu.csv"), readFileSync(path.join(root, "docs/roster.example.csv")));
  writeFileSync(path.join(folder, "falsch.csv"), "kind;name;organisation\nperson;Kim;nirgends\n");
  expect(await run("import", "neu.csv")).toMatchObject({ code: 0, out: expect.stringContaining("Übernommen: neu.csv") });
  const [written, wrong, nowhere, usage] = await Promise.all([
    run("export", "roster.json"),
    run("import", "falsch.csv"),
    run("import", "gibtsnicht.csv"),
    run("import"),
  ]);
  expect(written).toMatchObject({ code: 0, out: "Geschrieben: roster.json\n" });
  const reason = "falsch.csv, Zeile 2, organisation: Diese Organisation kenne ich nicht: nirgends.";
  expect(wrong).toMatchObject({ code: 1, out: "", err: expect.stringContaining(reason) });
  expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining("gibtsnicht.csv") });
  expect(usage).toMatchObject({ code: 2, err: expect.stringContaining("Verwendung:") });
  expect(JSON.parse(readFileSync(path.join(folder, "roster.json"), "utf8")).organisations).toHaveLength(27);
  // Two at once, as two people of the office might.
  const both = await Promise.all([run("import", "roster.json", "--lang", "en"), run("import", "roster.json", "--lang=en")]);
  for (const it of both) expect(it).toMatchObject({ code: 0, out: expect.stringContaining("Nothing has changed.") });
}, 60_000);
