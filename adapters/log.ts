// The log: lines of JSON with ids and stable words, never names, texts or tokens.
import { pino } from "pino";
import type { Log } from "../src/ports.ts";

/** Of an error only its class, code and stack are written: its message may quote what somebody wrote. */
function traced(error: unknown): { readonly type: string; readonly code?: string; readonly at?: string } {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(typeof code === "string" ? { code } : {}),
    at: frames
      .slice(0, 6)
      .map((line) => line.trim())
      .join(" < "),
  };
}

export function createLog(level: string): Log {
  const out = pino({ level, base: null });
  return {
    info: (event, facts) => out.info({ event, ...facts }),
    error: (event, error, facts) => out.error({ event, ...facts, error: traced(error) }),
  };
}
