// The page's doors: who may come in, what a body may be, and the headers every answer carries.
import type { IncomingMessage, ServerResponse } from "node:http";
import { limits } from "./limits.ts";

/** Why a request is turned away; each has a text `page.problem.…`. */
export type Problem = "elsewhere" | "foreign" | "unreadable" | "big" | "path" | "person" | "fault";

const statuses: Readonly<Record<Problem, number>> = { elsewhere: 403, foreign: 403, unreadable: 400, big: 413, path: 404, person: 404, fault: 500 };
export const statusOf = (problem: Problem): number => statuses[problem];

/** Everything comes from this server and nothing runs or is styled inside the text of the page. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

export const headers: Readonly<Record<string, string>> = {
  "content-security-policy": policy,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  // Not "no-referrer": browsers would then hide the origin, which gestures are checked by.
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cache-control": "no-store",
};

export function answer(response: ServerResponse, status: number, type: string, body: string, more: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { ...headers, "content-type": `${type}; charset=utf-8`, ...more });
  response.end(body);
}

const isLoopback = (address: string | undefined): boolean => address === "::1" || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address ?? "");

/** The page's own address, for links in texts. */
export const addressOf = (request: IncomingMessage): string => `http://127.0.0.1:${request.socket.localPort ?? 3000}`;

/**
 * Turns away whatever does not come from a browser on this machine that was pointed at this page: other machines and proxies,
 * foreign names for this machine (DNS rebinding), and requests that other pages make in this browser.
 */
export function guard(request: IncomingMessage): Problem | undefined {
  const { host = "", origin, forwarded, "x-forwarded-for": via, "sec-fetch-site": site, "sec-fetch-mode": mode } = request.headers;
  const { localAddress, remoteAddress, localPort } = request.socket;
  if (!isLoopback(localAddress) || !isLoopback(remoteAddress) || forwarded !== undefined || via !== undefined) return "elsewhere";
  if (!["127.0.0.1", "localhost", "[::1]"].some((name) => host === `${name}:${localPort}` || (localPort === 80 && host === name))) return "elsewhere";
  const inside = site === undefined || site === "same-origin";
  if (request.method === "POST") return origin === `http://${host}` && inside ? undefined : "foreign";
  // A link on another page may open this one; nothing else there may reach in.
  return inside || site === "none" || mode === "navigate" ? undefined : "foreign";
}

/** The body as JSON, or why it is not taken. */
export async function readJson(request: IncomingMessage): Promise<{ readonly body: unknown } | { readonly problem: Problem }> {
  const text = await readText(request);
  if (text === undefined) return { problem: "big" };
  if (!/^application\/json\s*(;|$)/i.test(request.headers["content-type"] ?? "")) return { problem: "unreadable" };
  try {
    return { body: JSON.parse(text) };
  } catch {
    return { problem: "unreadable" };
  }
}

/** What is too large is read to its end but not kept: a connection cut before the answer would tell the browser nothing. */
function readText(request: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let pieces: Buffer[] = [];
    let size = 0;
    request.on("data", (piece: Buffer) => {
      size += piece.length;
      if (size > limits.body) pieces = [];
      else pieces.push(piece);
    });
    request.on("end", () => resolve(size > limits.body ? undefined : Buffer.concat(pieces).toString("utf8")));
    request.on("error", reject);
  });
}
