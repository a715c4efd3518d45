// The scopes are those of what the adapter really does: no method, event or scope too many, none too few.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fixture, type Payload } from "./fixtures/index.ts";
import { read, removedAt } from "./inbound.ts";
import { events, methods, neededScopes, optionalScopes } from "./scopes.ts";

const sources = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => readFileSync(path.join(import.meta.dirname, name), "utf8"))
  .join("\n");

test("every method of Slack the adapter calls is in the table, and nothing else", () => {
  const called = [...sources.matchAll(/\bclient\.([a-zA-Z]+)\.([a-zA-Z]+)\(/g)].map(([, group, name]) => `${group}.${name}`);
  expect([...new Set(called)].sort()).toEqual(Object.keys(methods).sort());
});

test("every event Slack is asked for is heard, and no other", () => {
  const event = (change: (it: Payload) => void, name = "message-im") => {
    const payload = fixture(name);
    change(payload);
    return read(payload, "T01HOME");
  };
  const heard = /z\.enum\(\[("message"[^\]]*)\]\)/.exec(sources)?.[1]?.match(/\w+/g) ?? [];
  // Of messages only those of direct chats are heard.
  const told = ["app_uninstalled", "tokens_revoked"].filter((type) =>
    removedAt({ type: "event_callback", event_time: 1, event: { type, tokens: { bot: ["U0BOT"] } } }),
  );
  expect([...heard.map((name) => (name === "message" ? "message.im" : name)), ...told].sort()).toEqual(Object.keys(events).sort());
  expect(event((it) => Object.assign(it.event, { channel_type: "channel", channel: "C1" }))).toEqual({ ignored: "channel" });
  expect(event((it) => Object.assign(it.event, { type: "reaction_added" }))).toEqual({ ignored: "other" });
});

test("the bot asks for no more than it needs, and may be refused the e-mail addresses", () => {
  expect(neededScopes).toEqual(["app_mentions:read", "chat:write", "commands", "im:history", "im:write"]);
  expect(optionalScopes).toEqual(["users:read", "users:read.email"]);
});
