// Starts the bot as its own process, says when it is ready, and stops it gracefully.
import { existsSync } from "node:fs";
import path from "node:path";
import { ConfigError, readConfig } from "./config.ts";
import { createLog } from "./log.ts";
import { runBot } from "./run.ts";

const root = path.join(import.meta.dirname, "..");

const settings = path.join(root, ".env");
if (existsSync(settings)) process.loadEnvFile(settings);

try {
  const config = readConfig(process.env, root);
  const log = createLog(config.logLevel);
  const running = await runBot(config, log);
  for (const note of running.notes) console.log(note);
  log.info("ready", { port: running.port, ms: Math.round(process.uptime() * 1000) });
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      // A second signal means now; whatever was acknowledged is stored anyway.
      if (stopping) process.exit(1);
      stopping = true;
      log.info("stopping", { signal });
      running.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error("stop", error);
          process.exit(1);
        },
      );
    });
  }
} catch (error) {
  // The operator's mistakes are told in words, everything else with its trace.
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
