// Brings a checkout to the state its lock file and schema ask for, and does nothing when it is there already.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.join(import.meta.dirname, "..");
const peers = path.join(root, "test/peers");
const client = path.join(root, "adapters/store/generated");
const read = (...names) => {
  const file = path.join(...names);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
};

const steps = [
  { what: "Installing the packages", done: () => installed(root), run: () => install(root) },
  { what: "Generating the database client", done: () => read(client, ".ready") === schemaSum(), run: generate },
];
// The end-to-end tests ask for the stand-ins of the messengers too.
if (process.argv.includes("--peers"))
  steps.push({ what: "Installing the stand-ins for the messengers", done: () => installed(peers), run: () => install(peers) });

if (!steps.every((step) => step.done()))
  alone(() => {
    for (const step of steps) {
      if (step.done()) continue;
      console.error(`${step.what} …`);
      const start = performance.now();
      step.run();
      console.error(`${step.what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
    }
  });

/** npm leaves a list of what it really installed; only optional packages may be missing from it. */
function installed(folder) {
  const list = read(folder, "node_modules/.package-lock.json");
  if (!list) return false;
  const there = JSON.parse(list).packages;
  const wanted = Object.entries(JSON.parse(read(folder, "package-lock.json")).packages);
  return wanted.every(([name, { version, optional }]) => name === "" || (there[name] ? there[name].version === version : optional));
}

function install(folder) {
  // Development packages are wanted even where NODE_ENV says production: they generate the database client.
  const flags = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  if (npm) run(process.execPath, [npm, ...flags], { cwd: folder });
  else run("npm", flags, { cwd: folder, shell: process.platform === "win32" });
}

function schemaSum() {
  return createHash("sha256").update(read(root, "prisma/schema.prisma")).update(read(root, "node_modules/prisma/package.json")).digest("hex");
}

function generate() {
  const sum = schemaSum();
  // Generating only wants the file of Prisma's engine to exist: where it was not downloaded, Prisma would wait for the network.
  const downloaded = readdirSync(path.join(root, "node_modules/@prisma/engines")).some((file) => file.startsWith("schema-engine"));
  const env = {
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    ...(downloaded ? {} : { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }),
    ...process.env,
  };
  run(process.execPath, [path.join(root, "node_modules/prisma/build/index.js"), "generate", "--no-hints"], { cwd: root, env });
  writeFileSync(path.join(client, ".ready"), sum);
}

function run(command, args, options) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed: ${error ?? ""}\n${stdout}${stderr}`);
}

/** Lets one process work here at a time; the lock of a process that died is taken over. */
function alone(work) {
  const lock = path.join(root, ".build/ready.lock");
  mkdirSync(path.dirname(lock), { recursive: true });
  while (!taken(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function taken(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  try {
    process.kill(Number(read(lock)), 0);
  } catch (error) {
    if (error.code === "ESRCH") rmSync(lock, { force: true });
  }
  return false;
}
