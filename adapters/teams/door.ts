// The HTTP side of the Teams adapter: takes a request in within limits, and answers without telling anything of the inside.
import type { IncomingMessage, ServerResponse } from "node:http";
import { limits } from "./limits.ts";

/** The path Teams posts activities to. */
export const teamsPath = "/api/messages";

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

/** The parsed body, or the status it is refused with. */
export async function readBody(request: IncomingMessage): Promise<{ readonly body: unknown } | Reply> {
  const text = await readText(request);
  if (text === undefined) return { status: 413 };
  try {
    return { body: JSON.parse(text) };
  } catch {
    return { status: 400 };
  }
}

/** What is too large is read to its end but not kept: a connection cut before the answer would tell nobody why. */
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

export function reply(request: IncomingMessage, response: ServerResponse, { status, body }: Reply): void {
  request.resume();
  const headers = { "cache-control": "no-store", "x-content-type-options": "nosniff" };
  if (body === undefined) response.writeHead(status, headers).end();
  else response.writeHead(status, { ...headers, "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(body));
}

/**
 * Without authentication whoever reaches the bot may act as anybody, so only programs of this machine may: no other machine, no proxy or
 * tunnel, and no page in a browser, which names its origin and can send JSON nowhere without asking first.
 */
export function isLocalProgram({ socket, headers }: IncomingMessage): boolean {
  const near = /^((::ffff:)?127\.\d+\.\d+\.\d+|::1)$/.test(socket.remoteAddress ?? "");
  const passedOn = headers.forwarded !== undefined || headers["x-forwarded-for"] !== undefined || headers.origin !== undefined;
  return near && !passedOn && /^application\/json\s*(;|$)/i.test(headers["content-type"] ?? "");
}
