// One server on one port: the messengers' doors, files behind signed links, health and metrics.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Answers a request, or gives false and leaves it untouched. */
export type Door = (request: IncomingMessage, response: ServerResponse) => Promise<boolean> | boolean;

export interface Health {
  /** Rejects or takes too long: not ready. */
  readonly check: () => Promise<unknown>;
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>;
}

/** Milliseconds after which a silent database counts as not ready. */
const patience = 3000;

const say = (response: ServerResponse, status: number, text: string, type = "text/plain; charset=utf-8"): true => {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store", "x-content-type-options": "nosniff" });
  response.end(text);
  return true;
};

function healthDoor({ check, metrics }: Health): Door {
  return async (request, response) => {
    const path = (request.url ?? "").split("?")[0];
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    if (path === "/healthz") return say(response, 200, "ok\n");
    if (path === "/metrics") {
      const { type, text } = await metrics();
      return say(response, 200, text, type);
    }
    if (path !== "/readyz") return false;
    const late = new Promise<never>((_, reject) => setTimeout(reject, patience, new Error("late")).unref());
    const ready = await Promise.race([check(), late]).then(
      () => true,
      () => false,
    );
    return ready ? say(response, 200, "ready\n") : say(response, 503, "not ready\n");
  };
}

export interface Listening {
  readonly port: number;
  /** Takes no new requests; those in flight finish, for at most `ms` milliseconds. */
  stop(ms?: number): Promise<void>;
}

export async function listen({
  port,
  host,
  doors,
  health,
  onError,
}: {
  readonly port: number;
  readonly host: string;
  readonly doors: readonly Door[];
  readonly health: Health;
  readonly onError: (error: unknown) => void;
}): Promise<Listening> {
  const all = [healthDoor(health), ...doors];
  const server = createServer((request, response) => {
    answer(all, request, response).catch((error) => {
      onError(error);
      if (response.headersSent) response.destroy();
      else say(response, 500, "error\n");
    });
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  return { port: (server.address() as AddressInfo).port, stop: (ms = 5000) => close(server, ms) };
}

async function answer(doors: readonly Door[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const door of doors) if (await door(request, response)) return;
  request.resume();
  say(response, 404, "not found\n");
}

function close(server: Server, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const hurry = setTimeout(() => server.closeAllConnections(), ms);
    server.close(() => {
      clearTimeout(hurry);
      resolve();
    });
    server.closeIdleConnections();
  });
}
