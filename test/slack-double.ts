// A stand-in for Slack's Web API that fails in the ways Slack and networks fail; it only listens on this machine.
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What one call gets: Slack's JSON, a bare HTTP status, a broken connection, or nothing at all. */
export type Reply =
  | { readonly ok: boolean; readonly error?: string; readonly [key: string]: unknown }
  | { readonly status: number; readonly retryAfter?: number; readonly body?: string }
  | "dropped"
  | "hanging";

export type Script = Reply | ((call: Call) => Reply);

export interface Call {
  readonly method: string;
  readonly token: string | undefined;
  /** The fields of the call; objects travel as JSON. */
  readonly args: Readonly<Record<string, string>>;
}

export interface Double {
  readonly url: string;
  readonly calls: Call[];
  /** The next replies to a method, in order; the last one stays. A function answers each call by itself. */
  replies(method: string, ...replies: Script[]): void;
  named(method: string): readonly Call[];
  reset(): void;
  close(): Promise<void>;
}

const usual: Readonly<Record<string, Reply>> = {
  "auth.test": { ok: true, team_id: "T01HOME", user_id: "U0BOT", bot_id: "B0BOT", is_enterprise_install: false },
  "conversations.open": { ok: true, channel: { id: "D01SEAT" } },
  "chat.postMessage": { ok: true, channel: "D01SEAT", ts: "1790000000.000100" },
  "users.info": { ok: false, error: "missing_scope" },
};

export async function slackDouble(): Promise<Double> {
  const calls: Call[] = [];
  const scripted = new Map<string, Script[]>();
  const held = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const method = (request.url ?? "").replace(/^\/(api\/)?/, "");
      const body = Buffer.concat(chunks).toString();
      const args = request.headers["content-type"]?.includes("json") ? { json: body } : Object.fromEntries(new URLSearchParams(body));
      const call = { method, token: request.headers.authorization, args };
      calls.push(call);
      const list = scripted.get(method) ?? [];
      const script = (list.length > 1 ? list.shift() : list[0]) ?? usual[method] ?? { ok: true };
      const reply = typeof script === "function" ? script(call) : script;
      if (reply === "dropped") request.socket.destroy();
      else if (reply === "hanging") held.add(response);
      else if ("ok" in reply) response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(reply));
      else response.writeHead(reply.status, reply.retryAfter === undefined ? {} : { "retry-after": String(reply.retryAfter) }).end(reply.body ?? "");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/`,
    calls,
    replies: (method, ...replies) => void scripted.set(method, replies),
    named: (method) => calls.filter((call) => call.method === method),
    reset() {
      calls.length = 0;
      scripted.clear();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
