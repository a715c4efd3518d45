// The way out to Teams' service: only to addresses that are known, one request for each call, and faults as they came.

/** Where Teams lives for commercial and GCC tenants (learn: send-proactive-messages); other clouds issue other tokens. */
export const knownOrigins: readonly string[] = ["https://smba.trafficmanager.net", "https://smba.infra.gcc.teams.microsoft.com"];

export type IsKnown = (serviceUrl: string) => boolean;

/** An exact list: anybody can rent a name below trafficmanager.net. */
export const among =
  (origins: readonly string[]): IsKnown =>
  (serviceUrl) => {
    const url = URL.canParse(serviceUrl) ? new URL(serviceUrl) : undefined;
    return url !== undefined && url.username === "" && url.password === "" && origins.includes(url.origin);
  };

/** For stand-ins on this machine, which get no token. */
export const onThisMachine: IsKnown = (serviceUrl) => {
  const url = URL.canParse(serviceUrl) ? new URL(serviceUrl) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
};

/** Milliseconds for one call; the lease of a delivery is longer. */
const patience = 5000;

/** What went wrong on the way out. Without a status nobody answered; `sent`: the service may have got it all the same. */
export class ServiceFault extends Error {
  readonly status: number | undefined;
  /** Seconds. */
  readonly retryAfter: number | undefined;
  readonly sent: boolean;
  override readonly name = "ServiceFault";
  constructor(what: string, it: { readonly status?: number; readonly retryAfter?: number | undefined; readonly sent: boolean; readonly cause?: unknown }) {
    super(what, { cause: it.cause });
    this.status = it.status;
    this.retryAfter = it.retryAfter;
    this.sent = it.sent;
  }
}

/** A stored address is no longer one the bot's token may go to; nothing was sent. */
export class UnknownAddress extends Error {
  override readonly name = "UnknownAddress";
}

interface Headers {
  toJson(): Record<string, string>;
  clone(): Headers;
}
interface Request {
  readonly url: string;
  readonly method: string;
  readonly body?: unknown;
  readonly headers: Headers;
}

/**
 * The HTTP client below the SDK. Every answer that is not a success is thrown as our own error: the SDK repeats calls on its own
 * where it sees a status, and a repeated post is a second message.
 */
export function createClient(isKnown: IsKnown, timeout = patience) {
  return {
    async sendRequest<R extends Request>(request: R) {
      if (!isKnown(request.url)) throw new UnknownAddress("The address is none of Teams' own.");
      const response = await ask(request, timeout);
      const text = await response.text().catch((cause: unknown) => {
        throw new ServiceFault("The answer broke off.", { sent: true, cause });
      });
      if (!response.ok)
        throw new ServiceFault(`Teams answered ${response.status}.`, {
          status: response.status,
          retryAfter: secondsOf(response.headers.get("retry-after")),
          sent: true,
        });
      return { request, status: response.status, headers: request.headers.clone() as R["headers"], bodyAsText: text };
    },
  };
}

async function ask({ url, method, headers, body }: Request, timeout: number): Promise<Response> {
  try {
    const sent = typeof body === "string" ? { body } : {};
    return await fetch(url, { method, headers: headers.toJson(), ...sent, redirect: "manual", signal: AbortSignal.timeout(timeout) });
  } catch (cause) {
    throw new ServiceFault("Nobody answered.", { sent: !unconnected.has(codeOf(cause)), cause });
  }
}

/** Nothing was sent where the connection never came about. */
const unconnected = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"]);

/** The code stands in the cause of what fetch rejects with. */
function codeOf(error: unknown): string {
  for (let it = error, depth = 0; typeof it === "object" && it !== null && depth < 5; it = (it as { cause?: unknown }).cause, depth++)
    if ("code" in it && typeof it.code === "string") return it.code;
  return "";
}

/** Retry-After as seconds, whether it names seconds or a date. */
function secondsOf(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}
