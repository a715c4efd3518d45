// Links the bot signs, so that a calendar program or a browser may fetch one file without an account.
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Links } from "../src/ports.ts";

/** Files with other people's names can be fetched for one day; a calendar entry and a picture are fetched again and again. */
const fileLasts = 24 * 3_600_000;

export interface Signed {
  readonly kind: string;
  readonly args: Readonly<Record<string, string>>;
}

const sign = (secret: string, text: string): string => createHmac("sha256", secret).update(text).digest("base64url").slice(0, 32);

function write(secret: string, kind: string, args: Readonly<Record<string, string>>): string {
  const body = Buffer.from(JSON.stringify([kind, args])).toString("base64url");
  return `${body}.${sign(secret, body)}`;
}

export function createLinks(publicUrl: string | undefined, secret: string, now: () => Date): Links {
  const link = (kind: string, args: Readonly<Record<string, string>>, ending: string): string | undefined =>
    publicUrl === undefined ? undefined : `${publicUrl}/file/${write(secret, kind, args)}.${ending}`;
  return {
    calendar: (meeting, person) => link("calendar", { meeting, person }, "ics"),
    file: (kind, args) =>
      kind === "picture" ? link(kind, args, "png") : link(kind, { ...args, until: String(now().getTime() + fileLasts) }, kind === "data" ? "json" : "csv"),
  };
}

/** What a path of ours asks for, or undefined where the signature is not ours or its time is over. */
export function readLink(path: string, secret: string, now: Date): Signed | undefined {
  const [, body = "", mac = ""] = /^\/file\/([\w-]{1,1500})\.([\w-]{32})\.(?:ics|csv|png|json)$/.exec(path) ?? [];
  const expected = Buffer.from(sign(secret, body));
  const given = Buffer.from(mac);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const [kind, args] = JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as [string, Record<string, string>];
  return args["until"] !== undefined && Number(args["until"]) < now.getTime() ? undefined : { kind, args };
}
