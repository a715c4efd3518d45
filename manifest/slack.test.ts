// Slack's manifest: what stands in it, and that the generator refuses what Slack would.
import { fixture } from "../adapters/slack/fixtures/index.ts";
import { slackPath } from "../adapters/slack/index.ts";
import { redirectPath } from "../adapters/slack/install.ts";
import { manifestFiles } from "./files.ts";
import { type SlackManifest, slackManifest } from "./slack.ts";
import { slackFaults } from "./slack-limits.ts";
import { ManifestError, nowhere, type Source, sourceOf } from "./source.ts";

const source = sourceOf(nowhere);
const http = slackManifest(source, "http");
const socket = slackManifest(source, "socket");

/** A manifest with another value at this place ("-" appends, undefined takes away), whatever its type allows. */
function changed(place: string, value: unknown, from: SlackManifest = http): SlackManifest {
  const it = structuredClone(from);
  const steps = place.split(".");
  const last = steps.pop() ?? "";
  // biome-ignore lint/suspicious/noExplicitAny: what Slack would refuse is no manifest
  const at = steps.reduce((node: any, step) => node[step], it);
  if (value === undefined) delete at[last];
  else at[last === "-" ? at.length : last] = value;
  return it;
}

test("both variants are what Slack accepts", () => {
  expect(slackFaults(http)).toEqual([]);
  expect(slackFaults(socket)).toEqual([]);
});

test("over HTTP every address is the bot's one path or the way back of an installation, in Socket Mode there is none", () => {
  const addresses = JSON.stringify(http)
    .match(/https:[^"]+/g)
    ?.sort();
  const events = `https://BOT.EXAMPLE.ORG${slackPath}`;
  expect(addresses).toEqual([events, events, events, `https://BOT.EXAMPLE.ORG${redirectPath}`]);
  expect(http.oauth_config?.redirect_urls).toEqual([`https://BOT.EXAMPLE.ORG${redirectPath}`]);
  expect(JSON.stringify(socket)).not.toContain("https:");
  expect(socket.settings?.socket_mode_enabled).toBe(true);
});

test("one command with the words delegates need most, home and messages tab, and the one shortcut that is answered", () => {
  expect(http.features?.slash_commands).toEqual([
    expect.objectContaining({ command: "/buendnis", usage_hint: "status · zusage · absage · vertretung NAME · hilfe" }),
  ]);
  expect(http.features?.app_home).toEqual({ home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false });
  const description = "Reicht den Text dieser Nachricht als Frage für die Fragerunde ein.";
  for (const { features } of [http, socket])
    expect(features?.shortcuts).toEqual([{ type: "message", name: "Als Frage einreichen", callback_id: fixture("shortcut").callback_id, description }]);
});

test("the e-mail addresses are optional, everything else is needed", () => {
  const { bot, bot_optional: optional } = http.oauth_config?.scopes ?? {};
  expect(bot).toEqual(["app_mentions:read", "chat:write", "commands", "im:history", "im:write", "users:read", "users:read.email"]);
  expect(optional).toEqual(["users:read", "users:read.email"]);
  expect(http.oauth_config?.scopes?.user).toBeUndefined();
});

const command = http.features?.slash_commands?.[0];
const shortcut = http.features?.shortcuts?.[0];
const refused: readonly (readonly [what: string, place: string, value: unknown, says: string])[] = [
  [
    "a description of the command that is too long",
    "features.slash_commands.0.description",
    "x".repeat(2001),
    "command /buendnis: features.slash_commands.0.description must NOT have more than 2000 characters",
  ],
  [
    "a usage hint that is too long",
    "features.slash_commands.0.usage_hint",
    "x".repeat(1001),
    "command /buendnis: features.slash_commands.0.usage_hint must NOT have more than 1000 characters",
  ],
  ["a command without its slash", "features.slash_commands.0.command", "buendnis", "command buendnis: it must be / and then small letters"],
  ["a command with an umlaut", "features.slash_commands.0.command", "/bündnis", "command /bündnis: it must be / and then small letters"],
  ["a command that is Slack's own", "features.slash_commands.0.command", "/remind", "command /remind: Slack has a command of its own by that name"],
  ["the same command twice", "features.slash_commands.-", command, "command /buendnis is there twice"],
  [
    "51 commands",
    "features.slash_commands",
    Array.from({ length: 51 }, (_, n) => ({ ...command, command: `/c${n}` })),
    "features.slash_commands must NOT have more than 50 items",
  ],
  ["a shortcut's name that is too long", "features.shortcuts.0.name", "x".repeat(25), "shortcut question: the name has 25 characters, 24 are allowed"],
  [
    "a shortcut's description that is too long",
    "features.shortcuts.0.description",
    "x".repeat(151),
    "features.shortcuts.0.description must NOT have more than 150 characters",
  ],
  ["a shortcut without a description", "features.shortcuts.0.description", " ", "shortcut question: name and description may not be empty"],
  ["a shortcut that nobody answers", "features.shortcuts.0.callback_id", "other", "shortcut other: nobody answers it"],
  ["the same shortcut twice", "features.shortcuts.-", shortcut, "shortcut question is there twice"],
  ["a shortcut without its scope", "oauth_config.scopes.bot", ["chat:write", "im:history", "im:write"], "shortcut question needs the scope commands"],
  ["a name that is too long", "display_information.name", "x".repeat(36), "display_information.name must NOT have more than 35 characters"],
  [
    "a short description that is too long",
    "display_information.description",
    "x".repeat(141),
    "display_information.description must NOT have more than 140 characters",
  ],
  [
    "a long description that is too short",
    "display_information.long_description",
    "x".repeat(174),
    "the long description has 174 characters, at least 175 are needed",
  ],
  ["a display name with an umlaut", "features.bot_user.display_name", "bündnisbot", "the bot's display name may hold"],
  ["a scope that does not exist", "oauth_config.scopes.bot.-", "chat:read", "oauth_config.scopes.bot.7 must be equal to one of the allowed values"],
  ["a scope twice", "oauth_config.scopes.bot.-", "chat:write", "scope chat:write is there twice"],
  [
    "an optional scope that is nowhere else",
    "oauth_config.scopes.bot_optional.-",
    "files:write",
    "scope files:write is optional but not among the bot's scopes",
  ],
  ["an event without its scope", "oauth_config.scopes.bot", ["chat:write", "commands", "im:write"], "event message.im needs the scope im:history"],
  [
    "an event that does not exist",
    "settings.event_subscriptions.bot_events.-",
    "message.dm",
    "settings.event_subscriptions.bot_events.5 must be equal to one of the allowed values",
  ],
  ["a misspelt setting", "settings.socket_mode", true, "settings must NOT have additional properties (socket_mode)"],
  ["an unknown part", "setings", {}, "must NOT have additional properties (setings)"],
  ["no display name", "features.bot_user.display_name", undefined, "features.bot_user must have required property 'display_name'"],
  [
    "an address that is not https",
    "settings.interactivity.request_url",
    "http://bot.example.org/slack/events",
    "interactivity: http://bot.example.org/slack/events is no https address",
  ],
  [
    "a way back that is not https",
    "oauth_config.redirect_urls.-",
    "http://bot.example.org/slack/oauth_redirect",
    "installation: http://bot.example.org/slack/oauth_redirect is no https address",
  ],
  ["no address for the events", "settings.event_subscriptions.request_url", undefined, "events: the request address is missing"],
];

test.each(refused)("%s is refused with the reason", (_, place, value, says) => {
  expect(slackFaults(changed(place, value)).join("\n")).toContain(says);
});

test("an address in Socket Mode is refused", () => {
  expect(slackFaults(changed("settings.event_subscriptions.request_url", "https://x.org/", socket))).toEqual([
    "events: an address has no place in Socket Mode",
  ]);
});

test("the generator stops at texts Slack would refuse, and names them all", () => {
  const long: Source = { ...source, texts: { ...source.texts, de: { ...source.texts.de, name: "x".repeat(36), slash: "x".repeat(2001) } } };
  expect(() => manifestFiles(long)).toThrow(ManifestError);
  expect(() => manifestFiles(long)).toThrow(/display_information\.name[\s\S]*command \/buendnis: features\.slash_commands\.0\.description/);
});
