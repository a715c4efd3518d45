// A stand-in for Teams' service and for Microsoft's keys, which fail in the ways both and networks fail; they only listen on this machine.
import { createSign, generateKeyPairSync } from "node:crypto";
import { createServer, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What one call gets: JSON, a bare HTTP status, a broken connection, or nothing at all. */
export type Reply = { readonly status: number; readonly retryAfter?: string; readonly body?: unknown } | "dropped" | "hanging";

/** A function answers each call by itself; where it gives nothing, the usual answer follows. */
export type Script = Reply | ((call: Call) => Promise<Reply | undefined>);

export interface Call {
  /** Method and path, the ids of conversations and activities as they are. */
  readonly what: string;
  readonly token: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: JSON as it comes from outside
  readonly body: any;
}

export interface Double {
  readonly url: string;
  readonly calls: Call[];
  /** What the next calls get, in order; the last reply stays. */
  replies(...replies: Script[]): void;
  reset(): void;
  close(): Promise<void>;
}

/** Chats, messages and members, as v3 of the service answers; with the right replies also Microsoft's sign-in. */
export async function teamsDouble(): Promise<Double> {
  const calls: Call[] = [];
  const held = new Set<ServerResponse>();
  let scripted: Script[] = [];
  const usual = (what: string): Reply => {
    if (/members\//.test(what)) return { status: 404, body: {} };
    return what === "POST /v3/conversations" ? { status: 201, body: { id: "a:opened" } } : { status: 201, body: { id: `act-${calls.length}` } };
  };
  const server = await listen((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", async () => {
      const what = `${request.method} ${decodeURIComponent(request.url ?? "")}`;
      const text = Buffer.concat(chunks).toString();
      const read = request.headers["content-type"]?.includes("urlencoded") ? (it: string) => Object.fromEntries(new URLSearchParams(it)) : JSON.parse;
      const call: Call = { what, token: request.headers.authorization, body: text ? read(text) : undefined };
      calls.push(call);
      const script = scripted.length > 1 ? scripted.shift() : scripted[0];
      const reply = (typeof script === "function" ? await script(call) : script) ?? usual(what);
      if (reply === "dropped") request.socket.destroy();
      else if (reply === "hanging") held.add(response);
      else {
        response.writeHead(reply.status, { "content-type": "application/json", ...(reply.retryAfter ? { "retry-after": reply.retryAfter } : {}) });
        response.end(JSON.stringify(reply.body ?? {}));
      }
    });
  });
  return {
    ...server,
    calls,
    replies: (...replies) => {
      scripted = replies;
    },
    reset() {
      calls.length = 0;
      scripted = [];
    },
  };
}

interface Token {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly kid?: string;
  /** Signed by somebody else under the same name. */
  readonly forged?: boolean;
  readonly alg?: string;
}

export interface Keys {
  /** For Cloud.openIdMetadata. */
  readonly url: string;
  /** A signed token that began a minute ago and holds for an hour, unless the claims say otherwise. */
  token(it: Token): string;
  close(): Promise<void>;
}

/** Microsoft's keys: "good" is endorsed for Teams, "other" for something else, "bare" for nothing. */
export async function keysDouble(): Promise<Keys> {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  const key = { ...publicKey.export({ format: "jwk" }), use: "sig", alg: "RS256" };
  const keys = [
    { ...key, kid: "good", endorsements: ["webchat", "msteams"] },
    { ...key, kid: "other", endorsements: ["webchat"] },
    { ...key, kid: "bare" },
  ];
  const server = await listen((request, response) => {
    response.setHeader("content-type", "application/json");
    if (request.url === "/keys") response.end(JSON.stringify({ keys }));
    else response.end(JSON.stringify({ issuer: "https://api.botframework.com", jwks_uri: `http://${request.headers.host}/keys` }));
  });
  const part = (it: object) => Buffer.from(JSON.stringify(it)).toString("base64url");
  return {
    url: `${server.url}/v1/openid`,
    close: server.close,
    token({ claims, kid = "good", forged = false, alg = "RS256" }) {
      const now = Math.floor(Date.now() / 1000);
      const said = `${part({ alg, typ: "JWT", kid })}.${part({ nbf: now - 60, exp: now + 3600, ...claims })}`;
      if (alg === "none") return `${said}.`;
      return `${said}.${createSign("RSA-SHA256")
        .update(said)
        .sign(forged ? stranger : privateKey)
        .toString("base64url")}`;
    },
  };
}

async function listen(listener: RequestListener): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
