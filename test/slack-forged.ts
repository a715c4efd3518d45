// Requests nobody but a forger sends: without signature, with another's, too old, too large, or with something smuggled in.
import { fixture } from "../adapters/slack/fixtures/index.ts";
import { encoded, now, type Sent, secret, signature } from "./slack-requests.ts";

const form = "application/x-www-form-urlencoded";
/** Payloads that are heard when Slack sends them. */
export const honest = ["press-direct", "slash-direct", "submit", "message-im", "mention", "home-opened", "shortcut"];

const payloads = honest.map((name) => [name, encoded(fixture(name))] as const);
const press = encoded(fixture("press-direct")).body;
const slash = encoded(fixture("slash-direct")).body;

/** A request that would be right but for what `change` does. */
function forged(body: string, type: string, change: (it: { time: number; headers: Record<string, string | string[]>; body: string }) => void): Sent {
  const time = now();
  const it = {
    time,
    body,
    headers: { "content-type": type, "x-slack-request-timestamp": String(time), "x-slack-signature": signature(body, time) } as Record<
      string,
      string | string[]
    >,
  };
  change(it);
  return { body: it.body, headers: it.headers };
}

const everywhere: readonly [string, Parameters<typeof forged>[2]][] = [
  ["no signature", (it) => delete it.headers["x-slack-signature"]],
  ["no time", (it) => delete it.headers["x-slack-request-timestamp"]],
  [
    "another secret",
    (it) => {
      it.headers["x-slack-signature"] = signature(it.body, it.time, "wrong");
    },
  ],
  [
    "the empty secret",
    (it) => {
      it.headers["x-slack-signature"] = `v0=${"0".repeat(64)}`;
    },
  ],
  [
    "an old time, signed",
    (it) => {
      it.headers["x-slack-request-timestamp"] = String(it.time - 301);
      it.headers["x-slack-signature"] = signature(it.body, it.time - 301);
    },
  ],
  [
    "a time to come, signed",
    (it) => {
      it.headers["x-slack-request-timestamp"] = String(it.time + 3600);
      it.headers["x-slack-signature"] = signature(it.body, it.time + 3600);
    },
  ],
  [
    "another body",
    (it) => {
      it.body = it.body.replace("U01SEAT", "U02OTHER");
    },
  ],
  [
    "another time",
    (it) => {
      it.headers["x-slack-request-timestamp"] = String(it.time - 1);
    },
  ],
];

const once: readonly [string, Sent][] = [
  [
    "an empty signature",
    forged(press, form, (it) => {
      it.headers["x-slack-signature"] = "";
    }),
  ],
  [
    "v0= alone",
    forged(press, form, (it) => {
      it.headers["x-slack-signature"] = "v0=";
    }),
  ],
  [
    "v1",
    forged(press, form, (it) => {
      it.headers["x-slack-signature"] = signature(it.body, it.time).replace("v0", "v1");
    }),
  ],
  [
    "no version",
    forged(press, form, (it) => {
      it.headers["x-slack-signature"] = signature(it.body, it.time).slice(3);
    }),
  ],
  [
    "a shorter signature",
    forged(press, form, (it) => {
      it.headers["x-slack-signature"] = signature(it.body, it.time).slice(0, 40);
    }),
  ],
  [
    "a longer signature",
    forged(press, form, (it) => {
      it.headers["x-slack-signature"] = `${signature(it.body, it.time)}0`;
    }),
  ],
  [
    "capital letters",
    forged(press, form, (it) => {
      it.headers["x-slack-signature"] = signature(it.body, it.time).toUpperCase();
    }),
  ],
  [
    "two signatures",
    forged(press, form, (it) => {
      it.headers["x-slack-signature"] = [`v0=${"0".repeat(64)}`, signature(it.body, it.time)];
    }),
  ],
  [
    "two signatures in one",
    forged(press, form, (it) => {
      it.headers["x-slack-signature"] = `${signature(it.body, it.time)}, v0=0`;
    }),
  ],
  [
    "two times",
    forged(press, form, (it) => {
      it.headers["x-slack-request-timestamp"] = [String(it.time), String(it.time)];
    }),
  ],
  [
    "an empty time",
    forged(press, form, (it) => {
      it.headers["x-slack-request-timestamp"] = "";
      it.headers["x-slack-signature"] = signature(it.body, "");
    }),
  ],
  [
    "a time in words",
    forged(press, form, (it) => {
      it.headers["x-slack-request-timestamp"] = "now";
      it.headers["x-slack-signature"] = signature(it.body, "now");
    }),
  ],
  [
    "a time without end",
    forged(press, form, (it) => {
      it.headers["x-slack-request-timestamp"] = "Infinity";
      it.headers["x-slack-signature"] = signature(it.body, "Infinity");
    }),
  ],
  [
    "a negative time",
    forged(press, form, (it) => {
      it.headers["x-slack-request-timestamp"] = "-1";
      it.headers["x-slack-signature"] = signature(it.body, -1);
    }),
  ],
  [
    "a body that ends later",
    forged(press, form, (it) => {
      it.body = `${it.body}&x=1`;
    }),
  ],
  [
    "a body that begins earlier",
    forged(press, form, (it) => {
      it.body = `payload=%7B%7D&${it.body}`;
    }),
  ],
  [
    "no body at all",
    forged(press, form, (it) => {
      it.body = "";
    }),
  ],
  [
    "the signature of another request",
    forged(press, form, (it) => {
      it.body = slash;
    }),
  ],
  ["ssl_check before a payload", { body: `ssl_check=1&${press}`, headers: { "content-type": form } }],
  ["ssl_check behind a payload", { body: `${press}&ssl_check=1`, headers: { "content-type": form } }],
  ["ssl_check=0", { body: `ssl_check=0&${press}`, headers: { "content-type": form } }],
  ["ssl_check twice", { body: `ssl_check=1&ssl_check=1&${press}`, headers: { "content-type": form } }],
  ["ssl_check with a command", { body: `ssl_check=1&${slash}`, headers: { "content-type": form } }],
  ["ssl_check as JSON", { body: JSON.stringify({ ssl_check: "1", ...fixture("press-direct") }), headers: { "content-type": "application/json" } }],
  ["ssl_check of another type", { body: `ssl_check=1&${press}`, headers: { "content-type": `${form}; charset=utf-8` } }],
  ["ssl_check in an encoded name", { body: `ssl%5Fcheck=1&${press}`, headers: { "content-type": form } }],
  ["a challenge", { body: JSON.stringify({ type: "url_verification", challenge: "x" }), headers: { "content-type": "application/json" } }],
  ["a click as JSON", { body: JSON.stringify(fixture("press-direct")), headers: { "content-type": "application/json" } }],
  ["a click without a type", { body: press, headers: {} }],
  ["a click as text", { body: press, headers: { "content-type": "text/plain" } }],
  ["the payload twice", { body: `${press}&${press}`, headers: { "content-type": form } }],
  ["a token in the body", { body: JSON.stringify({ ...fixture("message-im"), token: secret }), headers: { "content-type": "application/json" } }],
  ["the secret as a header", { body: press, headers: { "content-type": form, authorization: `Bearer ${secret}` } }],
  [
    "a repetition without a signature",
    {
      body: JSON.stringify(fixture("message-im")),
      headers: { "content-type": "application/json", "x-slack-retry-num": "1", "x-slack-retry-reason": "http_timeout" },
    },
  ],
  ["broken JSON", { body: "{", headers: { "content-type": "application/json" } }],
  ["too much", { body: Buffer.alloc(600 * 1024, "a"), headers: { "content-type": form } }],
  ["too much, signed", forged(`payload=${"a".repeat(600 * 1024)}`, form, () => {})],
  ["GET", { ...forged(press, form, () => {}), method: "GET" }],
  ["PUT", { ...forged(press, form, () => {}), method: "PUT" }],
  ["another path", { ...forged(press, form, () => {}), path: "/slack/event" }],
  ["a path that is none", { ...forged(press, form, () => {}), path: "//" }],
];

/** Each with what is wrong with it. */
export const corpus: readonly (readonly [string, Sent])[] = [
  ...payloads.flatMap(([name, { body, type }]) => everywhere.map(([what, change]) => [`${name}: ${what}`, forged(body, type, change)] as const)),
  ...once,
];
