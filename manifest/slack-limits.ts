// What Slack would refuse in a manifest: its shape, and the limits that stand in no type.
import type { ErrorObject } from "ajv";
import { limits } from "../adapters/slack/limits.ts";
import { events, methods, slashCommand } from "../adapters/slack/scopes.ts";
import { questionShortcut } from "../adapters/slack/shortcuts.ts";
import type { SlackManifest } from "./slack.ts";
import { shapeFaults } from "./slack-schema.ts";

/** Slack's own commands, which an app cannot take (docs.slack.dev/interactivity/implementing-slash-commands and the client's list). */
const builtIn = new Set(
  "active add-workflow admin apps archive away call canvas close collapse dm dnd expand feed feedback help huddle invite invite_people join keys leave list me msg mute open part prefs remind remove rename reply search shortcuts shrug star status topic unarchive who"
    .split(" ")
    .map((name) => `/${name}`),
);

/** Everything Slack would refuse, each with the command or field and the reason; empty when all is well. */
export function slackFaults(manifest: SlackManifest): string[] {
  const { display_information: shown, features, oauth_config: oauth, settings } = manifest;
  const commands = features?.slash_commands ?? [];
  const shortcuts = features?.shortcuts ?? [];
  const bot = oauth?.scopes?.bot ?? [];
  const optional = oauth?.scopes?.bot_optional ?? [];
  const subscribed = settings?.event_subscriptions?.bot_events ?? [];
  const found = shapeFaults(manifest).map((error) => worded(error, manifest));
  const say = (what: string, holds: boolean) => void (holds || found.push(what));

  const long = shown.long_description ?? "";
  say(`the long description has ${long.length} characters, at least 175 are needed`, long === "" || long.length >= 175);
  say("the background colour must be #rrggbb", shown.background_color === undefined || /^#([\da-f]{3}){1,2}$/i.test(shown.background_color));
  say("the bot's display name may hold a–z, 0–9, -, _ and . only", /^[a-z\d._-]{1,80}$/.test(features?.bot_user?.display_name ?? ""));
  for (const { command, description, usage_hint: hint } of commands) {
    say(`command ${command}: it must be / and then small letters, digits, - or _`, /^\/[a-z\d_-]+$/.test(command));
    say(`command ${command}: Slack has a command of its own by that name`, !builtIn.has(command));
    say(`command ${command}: the description is empty`, description.trim() !== "");
    say(`command ${command}: the usage hint is empty`, hint === undefined || hint.trim() !== "");
  }
  for (const command of twice(commands.map(({ command }) => command))) found.push(`command ${command} is there twice`);
  for (const { name, callback_id: id, description } of shortcuts) {
    say(`shortcut ${id}: the name has ${name.length} characters, ${limits.shortcutName} are allowed`, name.length <= limits.shortcutName);
    say(`shortcut ${id}: name and description may not be empty`, name.trim() !== "" && description.trim() !== "");
    say(`shortcut ${id}: nobody answers it`, id === questionShortcut);
    say(`shortcut ${id} needs the scope commands`, bot.includes("commands"));
  }
  for (const id of twice(shortcuts.map(({ callback_id: it }) => it))) found.push(`shortcut ${id} is there twice`);
  for (const scope of twice(bot)) found.push(`scope ${scope} is there twice`);
  for (const event of twice(subscribed)) found.push(`event ${event} is there twice`);
  for (const scope of optional) say(`scope ${scope} is optional but not among the bot's scopes`, bot.includes(scope));
  if (commands.length > 0) say(`command ${slashCommand} needs the scope commands`, bot.includes("commands"));
  const wanted = [
    ...subscribed.map((name) => [`event ${name}`, events[name]] as const),
    ...Object.entries(methods).map(([name, it]) => [`method ${name}`, it] as const),
  ];
  for (const [what, need] of wanted)
    for (const scope of need?.scopes ?? []) say(`${what} needs the scope ${scope}`, (bot as readonly string[]).includes(scope));
  return [...found, ...addressFaults(manifest)];
}

/** Over HTTP every part has an https address; in Socket Mode Slack takes none for events. */
function addressFaults({ features, oauth_config: oauth, settings }: SlackManifest): string[] {
  const addresses: readonly (readonly [string, string | undefined])[] = [
    ...(features?.slash_commands ?? []).map(({ command, url }) => [`command ${command}`, url] as const),
    ["events", settings?.event_subscriptions?.request_url],
    ["interactivity", settings?.interactivity?.request_url],
    ...(oauth?.redirect_urls ?? []).map((url) => ["installation", url] as const),
  ];
  return addresses.flatMap(([what, address]) => {
    if (settings?.socket_mode_enabled) return address === undefined ? [] : [`${what}: an address has no place in Socket Mode`];
    if (address === undefined) return [`${what}: the request address is missing`];
    return URL.canParse(address) && new URL(address).protocol === "https:" && address.length <= 3000 ? [] : [`${what}: ${address} is no https address`];
  });
}

function worded({ instancePath, message, params }: ErrorObject, manifest: SlackManifest): string {
  const at = Number(/^\/features\/slash_commands\/(\d+)/.exec(instancePath)?.[1]);
  const command = manifest.features?.slash_commands?.[at]?.command;
  const field = instancePath.slice(1).replaceAll("/", ".") || "the manifest";
  const detail = "additionalProperty" in params ? ` (${params["additionalProperty"]})` : "";
  return `${command ? `command ${command}: ` : ""}${field} ${message}${detail}`;
}

const twice = <T>(list: readonly T[]): T[] => list.filter((it, index) => list.indexOf(it) !== index);
