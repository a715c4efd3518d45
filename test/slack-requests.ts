// Requests to the bot as Slack signs them, and as somebody does who is not Slack.
import { createHmac } from "node:crypto";
import { request } from "node:http";

export const secret = "test-signing-secret";

export const now = (): number => Math.floor(Date.now() / 1000);

export const signature = (body: string | Buffer, time: number | string, key = secret): string =>
  `v0=${createHmac("sha256", key).update(`v0:${time}:`).update(body).digest("hex")}`;

export interface Sent {
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly method?: string;
  readonly path?: string;
}

export interface Got {
  readonly status: number;
  readonly body: string;
}

/** Sends exactly these headers; nothing is added or put right, as fetch would. */
export function raw(port: number, { body = "", headers = {}, method = "POST", path = "/slack/events" }: Sent): Promise<Got> {
  return new Promise((resolve, reject) => {
    const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, typeof value === "string" ? value : [...value]]));
    const it = request(
      { host: "127.0.0.1", port, path, method, headers: { "content-length": Buffer.byteLength(body), connection: "close", ...given } },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          text += chunk;
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body: text }));
      },
    );
    it.on("error", reject);
    it.end(body);
  });
}

const form = "application/x-www-form-urlencoded";

/** A payload in the form Slack gives it: events as JSON, commands as a form, the rest as a form with one field. */
export function encoded(payload: Readonly<Record<string, unknown>>): { readonly body: string; readonly type: string } {
  if ("event" in payload || payload["type"] === "url_verification") return { body: JSON.stringify(payload), type: "application/json" };
  if ("command" in payload) return { body: new URLSearchParams(payload as Record<string, string>).toString(), type: form };
  return { body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), type: form };
}

const signed = (body: string | Buffer, type: string, more: Readonly<Record<string, string>> = {}): Sent => {
  const time = now();
  return { body, headers: { "content-type": type, "x-slack-request-timestamp": String(time), "x-slack-signature": signature(body, time), ...more } };
};

/** What Slack itself sends. */
export const fromSlack = (port: number, payload: Readonly<Record<string, unknown>>, more: Readonly<Record<string, string>> = {}): Promise<Got> => {
  const { body, type } = encoded(payload);
  return raw(port, signed(body, type, more));
};
