// Slack's app manifest: one app for HTTP and one for Socket Mode, with the scopes and events the adapter really uses.
import type { AppsManifestValidateArguments } from "@slack/web-api";
import { events, neededScopes, optionalScopes, slashCommand } from "../adapters/slack/scopes.ts";
import { questionShortcut } from "../adapters/slack/shortcuts.ts";
import { type Source, titleOf } from "./source.ts";

export type SlackManifest = AppsManifestValidateArguments["manifest"];
export type Mode = "http" | "socket";
type Scopes = NonNullable<NonNullable<NonNullable<SlackManifest["oauth_config"]>["scopes"]>["bot"]>;
type Events = NonNullable<NonNullable<NonNullable<SlackManifest["settings"]>["event_subscriptions"]>["bot_events"]>;

/** The paths of adapters/slack: one address for everything people do, and where a browser comes back to that has installed the app. */
const eventsPath = "/slack/events";
const redirectPath = "/slack/oauth_redirect";

/**
 * Names, shortcuts and slash commands cannot be translated in Slack, so they are German, the source language.
 * The token lives as long as the installation: rotation would need a place for changing tokens, and cannot be turned off again.
 */
export function slackManifest({ words, menus, texts: { de: texts }, place }: Source, mode: Mode): SlackManifest {
  const address = `${place.origin}${eventsPath}`;
  const overHttp = mode === "http";
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: { name: texts.name, description: texts.short, long_description: texts.long, background_color: "#1f4e79" },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: "buendnisbot", always_online: true },
      shortcuts: [{ type: "message", name: texts.ask, callback_id: questionShortcut, description: texts.askAbout }],
      slash_commands: [
        {
          command: slashCommand,
          ...(overHttp ? { url: address } : {}),
          description: texts.slash,
          usage_hint: menus.hint.map(({ name, usage }) => hint(words.de.entries[name], usage)).join(" · "),
          should_escape: false,
        },
      ],
    },
    // Slack reads the optional scopes as marks on those of the bot, so they stand in both lists.
    oauth_config: {
      ...(overHttp ? { redirect_urls: [`${place.origin}${redirectPath}`] } : {}),
      scopes: { bot: [...neededScopes, ...optionalScopes] as Scopes, bot_optional: [...optionalScopes] as Scopes },
    },
    settings: {
      event_subscriptions: { ...(overHttp ? { request_url: address } : {}), bot_events: Object.keys(events) as Events },
      interactivity: { is_enabled: true, ...(overHttp ? { request_url: address } : {}) },
      org_deploy_enabled: true,
      socket_mode_enabled: !overHttp,
      token_rotation_enabled: false,
    },
  };
}

function hint(entry: Source["words"]["de"]["entries"]["help.show"], usage: true | undefined): string {
  return [titleOf(entry), ...(usage ? [entry.usage.replace(/[[\]]/g, "")] : [])].join(" ");
}
