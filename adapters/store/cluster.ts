// The folder that holds the bot's own PostgreSQL: its data, its password, its log, and the server process that works on it.
import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { chooseUser, findPrograms, type User } from "./programs.ts";

export interface Server {
  readonly pid: number;
  readonly port: number;
  /** Of the administrative database. */
  readonly url: string;
}

export interface Cluster {
  /** The server that the folder names; whether it lives, only a connection tells. */
  server(): Server | undefined;
  /** Starts a server, which ends at once when another one works here. */
  launch(port: number): ChildProcess;
  /** Removes the name of a server that Linux knows to be dead. */
  forgetDead(): void;
  /** Asks a server to end in the way that PostgreSQL calls fast: open transactions are rolled back, the rest is on the disk. */
  interrupt(server: Server): void;
  /** The end of the server's log, and where it lies. */
  lastWords(): string;
}

/** Opens the folder `postgresql` in `dataDir`, and makes it when it is not there. */
export function openCluster(dataDir: string): Cluster {
  const home = path.join(path.resolve(dataDir), "postgresql");
  fs.mkdirSync(path.dirname(home), { recursive: true });
  const user = chooseUser(home);
  if (!fs.existsSync(home)) create(home, user);

  const data = path.join(home, "data");
  const pidFile = path.join(data, "postmaster.pid");
  const log = path.join(home, "log");
  const password = fs.readFileSync(path.join(home, "password"), "utf8");

  return {
    server() {
      const [pid, , , port] = read(pidFile).split("\n").map(Number);
      return pid && port ? { pid, port, url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres` } : undefined;
    },

    launch(port) {
      const settings = [
        `port=${port}`,
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "log_checkpoints=off",
        // The log keeps neither statements nor the values in them: people wrote those.
        "log_min_error_statement=panic",
        "log_error_verbosity=terse",
      ].flatMap((setting) => ["-c", setting]);
      const output = fs.openSync(log, "a", 0o600);
      const program = findPrograms(user)("postgres");
      // In a process group of its own it survives the Ctrl-C that stops the bot, which can then finish its work.
      const apart: SpawnOptions = { detached: true, windowsHide: true, stdio: ["ignore", output, output] };
      const child = spawn(program, ["-D", nameFor(user, data), ...settings], { ...user, ...apart, cwd: data });
      // That it did not start shows in its having no pid.
      child.on("error", () => undefined);
      child.unref();
      fs.closeSync(output);
      return child;
    },

    // PostgreSQL waits for the process that the file names, even if that is a zombie, or a stranger who got the number since.
    // Should two bots do this at once, PostgreSQL's check of its shared memory still lets only one server in.
    forgetDead() {
      const status = read(`/proc/${Number.parseInt(read(pidFile), 10)}/stat`);
      if (status && !/^\d+ \(postgres\) [^ZX]/.test(status)) fs.rmSync(pidFile, { force: true });
    },

    interrupt({ pid }) {
      // Windows has no signals; there PostgreSQL's own tool passes the word.
      if (process.platform === "win32") spawnSync(findPrograms(user)("pg_ctl"), ["kill", "INT", String(pid)]);
      else process.kill(pid, "SIGINT");
    },

    lastWords: () => `${log}:\n${read(log).slice(-1500)}`,
  };
}

/** Builds the folder aside and renames it: what is there is complete, and of two bots that build at once one is first. */
function create(home: string, user: User): void {
  const fresh = fs.mkdtempSync(`${home}.new-`);
  const data = path.join(fresh, "data");
  const password = path.join(fresh, "password");
  try {
    fs.mkdirSync(data, { mode: 0o700 });
    fs.writeFileSync(password, randomBytes(18).toString("base64url"), { mode: 0o600 });
    if (user.uid !== undefined && user.gid !== undefined) for (const name of [data, password, fresh]) fs.chownSync(name, user.uid, user.gid);
    const flags = ["--username=postgres", "--auth=scram-sha-256", "--pwfile=../password", "--encoding=UTF8", "--no-instructions"];
    // The same order and the same capital letters on every system, umlauts included.
    const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const program = findPrograms(user)("initdb");
    const { status, stderr, error } = spawnSync(program, ["-D", nameFor(user, data), ...flags, ...locale], { ...user, cwd: data, encoding: "utf8" });
    if (status !== 0) throw new Error(`PostgreSQL cannot make its data folder in ${home}: ${stderr || error}`);
    fs.renameSync(fresh, home);
  } catch (error) {
    if (!fs.existsSync(home)) throw error;
  } finally {
    fs.rmSync(fresh, { recursive: true, force: true });
  }
}

/**
 * The data folder as PostgreSQL's programs are told it. Root's project may lie where no other user may go, as in /root:
 * a new process enters its working folder while it is still root, and on Linux this name leads back there.
 */
function nameFor(user: User, data: string): string {
  return user.uid !== undefined && process.platform === "linux" ? "/proc/self/cwd" : data;
}

/** The text of a file that may not be there, or belong to a process that just ended. */
function read(file: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "")) return "";
    throw error;
  }
}
