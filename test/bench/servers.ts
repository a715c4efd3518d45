// The process with the servers that are compared, seen from the process that clicks.
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Order, Question, Ready } from "./server.ts";

export interface Servers {
  port(name: string): number;
  /** How often the bots have asked their databases since the last time. */
  queries(): Promise<number>;
  /** The seats taken in each organisation of an alliance's meeting. */
  taken(shape: string, meeting: string): Promise<readonly number[]>;
  stop(): Promise<void>;
}

export async function startServers(order: Order): Promise<Servers> {
  const server = spawn(process.execPath, ["--import", "tsx", path.join(import.meta.dirname, "server.ts")], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const ended = once(server, "exit");
  // One question at a time; whoever waits for an answer of a process that ended hears of that.
  const answer = async <T>() => (await Promise.race([once(server, "message"), ended.then(() => Promise.reject(new Error("The servers ended.")))]))[0] as T;
  const ask = <T>(question: Question) => {
    const answered = answer<T>();
    server.send(question);
    return answered;
  };
  server.send(order);
  const { ports } = await answer<Ready>();
  return {
    port: (name) => ports[name] ?? 0,
    queries: () => ask<number>({ ask: "queries" }),
    taken: (shape, meeting) => ask<number[]>({ ask: "taken", shape, meeting }),
    async stop() {
      server.disconnect();
      await ended;
    },
  };
}
