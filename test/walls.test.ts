// Proves every wall by breaking it in copies of the tree: the tools must name each breach, and nothing else.
import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Breach, breaches } from "./breaches.ts";

jest.setTimeout(300_000);

const root = path.join(import.meta.dirname, "..");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "walls-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe("What the tools read in single files", () => {
  const copy = path.join(folder, "whole");
  const planted = breaches.map((breach, n) => ({ ...breach, file: breach.at.endsWith(".ts") ? breach.at : `${breach.at}/planted-${n}.ts` }));
  /** What each tool had to say about the copy, one complaint a line. */
  let said: Record<Breach["tool"], string[]>;

  beforeAll(async () => {
    const others = ["node_modules", ".git", ".build", ".data"];
    copyTree(
      copy,
      fs.readdirSync(root).filter((name) => !others.includes(name)),
    );
    for (const { file, code } of planted) plant(path.join(copy, file), code);
    edit(path.join(copy, "package.json"), (text) => text.replace('"dependencies": {', '"dependencies": { "planted-package": "1.0.0",'));
    const [biome, awaits, knip] = await Promise.all([
      run(copy, "node_modules/@biomejs/biome/bin/biome", "lint", "--reporter=github", "--max-diagnostics=none"),
      run(copy, "scripts/await.mjs"),
      run(copy, "node_modules/knip/bin/knip.js", "--reporter=compact", "--no-config-hints"),
    ]);
    const complaints = { biome: biome.filter((line) => line.startsWith("::")), knip: knip.filter((line) => !/ \(\d+\)$/.test(line)).flatMap(oneByOne) };
    said = { ...complaints, await: awaits };
  });

  test.each(planted)("a breach is named when $wall", ({ file, tool, says }) => {
    const complaints = said[tool].filter((line) => line.includes(file));
    expect(complaints.join("\n")).toContain(says);
  });

  test("a breach is named when nobody uses a package", () => {
    expect(said.knip).toContain("package.json: planted-package");
  });

  test("nothing but the breaches is named", () => {
    const innocent = Object.values(said)
      .flat()
      .filter((line) => !/planted/i.test(line));
    expect(innocent).toEqual([]);
  });
});

describe("What the compiler reads in the core and the texts", () => {
  const copy = path.join(folder, "core");
  const globals = ["process", "console", "setTimeout", "fetch", "Buffer", "performance"];
  const entry = /^ {2}"([^"]+)": ".*",$/m;
  const argument = /\{(\w+)\}/;
  // Each in a catalogue of its own, because the compiler stops at the first difference.
  const differences: [what: string, change: (text: string) => string][] = [
    ["misses a key", (text) => text.replace(entry, "")],
    ["has a key too many", (text) => text.replace(entry, '$&\n  "planted.key": "",')],
    ["drops an argument", (text) => text.replace(argument, "")],
    ["renames an argument", (text) => text.replace(argument, "{planted}")],
    ["takes an argument for a number", (text) => text.replace(argument, "{$1, number}")],
  ];
  const catalogues = fs
    .readdirSync(path.join(root, "locales/en"))
    .filter((name) => argument.test(fs.readFileSync(path.join(root, "locales/en", name), "utf8")));
  let said: string[];

  beforeAll(async () => {
    copyTree(copy, ["src", "locales", "tsconfig.base.json"]);
    for (const name of globals) plant(path.join(copy, "src", `planted-${name}.ts`), `export const planted = ${name};`);
    plant(path.join(copy, "adapters/planted.ts"), "export const planted = 1;");
    plant(path.join(copy, "src/planted-adapter.ts"), 'export * from "../adapters/planted.ts";');
    for (const [n, [, change]] of differences.entries()) edit(path.join(copy, "locales/en", catalogues[n] ?? ""), change);
    said = await run(copy, "node_modules/typescript/bin/tsc", "-b", "src", "--pretty", "false");
  });

  const about = (file: string) => said.filter((line) => line.startsWith(file)).join("\n");

  test.each(globals)("a breach is named when the core writes %s", (name) => {
    expect(about(`src/planted-${name}.ts`)).toContain(`Cannot find name '${name}'`);
  });

  test("a breach is named when the core uses an adapter, whatever the lint tool says", () => {
    expect(about("src/planted-adapter.ts")).toContain("TS6307");
  });

  test.each(differences.map(([what], n) => [what, catalogues[n]]))("a breach is named when the English catalogue %s", (_, name) => {
    expect(about(`locales/en/${name}`)).toContain("error TS");
  });
});

function copyTree(to: string, names: string[]): void {
  for (const name of names)
    fs.cpSync(path.join(root, name), path.join(to, name), { recursive: true, filter: (file) => path.basename(file) !== "node_modules" });
  fs.symlinkSync(path.join(root, "node_modules"), path.join(to, "node_modules"));
}

function plant(file: string, code: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.appendFileSync(file, `// Planted.\n${code}\n`);
}

function edit(file: string, change: (text: string) => string): void {
  fs.writeFileSync(file, change(fs.readFileSync(file, "utf8")));
}

/** Turns knip's "file: one, two" into "file: one" and "file: two". */
function oneByOne(line: string): string[] {
  const [file, names] = line.split(": ");
  return names ? names.split(", ").map((name) => `${file}: ${name}`) : [line];
}

/** Runs a program in the copy and gives what it printed, by lines; to fail is what it should do. */
function run(copy: string, program: string, ...args: string[]): Promise<string[]> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { cwd: copy, maxBuffer: 1e8 }, (_, stdout, stderr) =>
      resolve(`${stdout}\n${stderr}`.split("\n").filter((line) => line.trim())),
    );
  });
}
