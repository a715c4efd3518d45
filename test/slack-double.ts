// A stand-in for Slack's Web API that fails in the ways Slack and networks fail; it only listens on this machine.
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What one call gets: Slack's JSON, a bare HTTP status, a broken connection, or nothing at all. */
export type Reply =
  | { readonly ok: boolean; readonly error?: string; readonly [key: string]: unknown }
  | { readonly status: number; readonly retryAfter?: number; readonly body?: string }
  | "dropped"
  | "hanging";

export type Script = Reply | ((call: Call) => Reply | Promise<Reply>);

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
  /** What Slack says the token may do, with every answer. */
  grants(scopes: readonly string[]): void;
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
  let granted: Readonly<Record<string, string>> = {};
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", async () => {
      const method = (request.url ?? "").replace(/^\/(api\/)?/, "");
      const body = Buffer.concat(chunks).toString();
      const args = request.headers["content-type"]?.includes("json") ? { json: body } : Object.fromEntries(new URLSearchParams(body));
      const call = { method, token: request.headers.authorization, args };
      calls.push(call);
      const list = scripted.get(method) ?? [];
      const script = (list.length > 1 ? list.shift() : list[0]) ?? usual[method] ?? { ok: true };
      const reply = typeof script === "function" ? await script(call) : script;
      if (reply === "dropped") request.socket.destroy();
      else if (reply === "hanging") held.add(response);
      else if ("ok" in reply) response.writeHead(200, { "content-type": "application/json", ...granted }).end(JSON.stringify(reply));
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
    grants(scopes) {
      granted = { "x-oauth-scopes": scopes.join(",") };
    },
    reset() {
      calls.length = 0;
      scripted.clear();
      granted = {};
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The id that rides along with a message. */
export const idOf = ({ args }: Call): string => JSON.parse(args["metadata"] ?? "{}").event_payload?.id ?? "";

/**
 * Slack keeps what was posted, so that an uncertain message can be looked up. The double then answers chat.postMessage: what `first`
 * gives instead is answered and nothing is kept; `ms` lie between the posting and its answer.
 */
export function remember(double: Double, { ms = 0, first = () => undefined }: { ms?: number; first?: (call: Call) => Reply | undefined } = {}): void {
  const kept = new Map<string, { ts: string; metadata: unknown }[]>();
  let count = 0;
  double.replies("chat.postMessage", async (call) => {
    const instead = first(call);
    if (instead !== undefined) return instead;
    const { args } = call;
    const [channel, ts] = [args["channel"] ?? "", `1790000001.${String(++count).padStart(6, "0")}`];
    kept.set(channel, [{ ts, metadata: JSON.parse(args["metadata"] ?? "null") }, ...(kept.get(channel) ?? [])]);
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
    return { ok: true, channel, ts };
  });
  double.replies("conversations.history", ({ args }) => ({ ok: true, messages: (kept.get(args["channel"] ?? "") ?? []).slice(0, 100) }));
}
