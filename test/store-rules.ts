// A whole bot in memory behind the real doors of Slack and Teams: their payloads go in, and what people there get to read comes out.
import type { Payload } from "../adapters/slack/fixtures/index.ts";
import type { Language } from "../locales/index.ts";
import type { Card } from "../src/card.ts";
import type { Incoming } from "../src/incoming.ts";
import type { Outcome } from "../src/outcome.ts";
import { krefeld } from "../src/testing/roster.ts";
import { withStrangers } from "../src/testing/tour.ts";
import { leadsOn } from "../src/testing/wording.ts";
import { World } from "../src/testing/world.ts";
import { at } from "../src/time.ts";
import type { World as SlackDoor } from "./slack-world.ts";
import { type World as TeamsDoor, tenant } from "./teams-world.ts";

/** As whom a reviewer tries the bot: a delegate, the office, somebody linked without a seat, and somebody whom nobody has let in. */
export const people = ["ihk-1", "office", "guest", "nobody"] as const;

export const inSlack = { messenger: "slack", tenant: "T01HOME" } as const;
export const inTeams = { messenger: "teams", tenant } as const;

/** The alliance of the tests, with all its accounts in one messenger. */
export class Placed extends World {
  private readonly home: typeof inSlack | typeof inTeams;

  /** `unmet`: nobody has been welcomed yet. */
  constructor(home: typeof inSlack | typeof inTeams, language: Language = "de", unmet = false) {
    const rows = withStrangers(krefeld(language));
    const Account = (rows.Account ?? []).map((it) => ({ ...it, ...home }));
    const Person = (rows.Person ?? []).map((it) => (unmet ? { ...it, welcomedAt: null } : it));
    super(at("2026-09-09", "10:00"), { ...rows, Account, Person, Workspace: [{ ...home, allianceId: "kba", trustsEmail: false }] });
    this.home = home;
  }

  override gesture(...[who, said, more]: Parameters<World["gesture"]>): Promise<Outcome> {
    return super.gesture(who, said, { from: { ...this.home, user: who, address: { chat: who } }, ...more });
  }

  /** A gesture as an adapter has read it; chats are named here by the people in them, and rooms by their conversation. */
  hears({ from, room, said, ...more }: Incoming): Promise<Outcome> {
    const own = { ...from, address: { ...from.address, chat: from.user } };
    return this.gesture(from.user, said, { ...more, from: own, ...(room ? { room: { ...room, chat: chatOf(room) } } : {}) });
  }

  /** Everybody is invited to the meeting on 7 October 2026. */
  async invite(): Promise<this> {
    await this.say("office", "sitzung neu am 07.10.2026");
    await this.tap("office", "meeting.invite");
    await this.tap("office", "meeting.inviteNow");
    return this;
  }
}

const chatOf = (room: NonNullable<Incoming["room"]>): string => room["conversation"] ?? room["channel"] ?? "";

/** What came of one gesture. */
export interface Seen {
  readonly outcome: Outcome;
  /** The card of the answer, wherever it was shown. */
  readonly card: Card | undefined;
  /** What was written where the gesture was made, as it went to the messenger. */
  readonly here: string;
  /** What came into the person's own chat with the bot. */
  readonly own: readonly Card[];
  /** Whether anybody got to read anything at all. */
  readonly read: boolean;
}

/** The adapter's bot is the one of `world` for one delivery, and what comes of it is taken down. */
async function seen(door: SlackDoor | TeamsDoor, world: Placed, who: string, deliver: () => Promise<{ status: number; body: unknown }>): Promise<Seen> {
  let outcome = { silent: "ignored" } as Outcome;
  door.bot.answers(async () => {
    const heard = door.bot.heard.at(-1);
    if (!heard) throw new Error("Nothing was heard.");
    outcome = await world.hears(heard);
    return outcome;
  });
  door.double.calls.length = 0;
  const before = world.messages(who).length;
  const sent = world.store.rows("Delivery").length;
  const { status, body } = await deliver();
  if (status !== 200) throw new Error(`The delivery was refused with ${status}.`);
  const card = "show" in outcome ? outcome.show : "refuse" in outcome ? outcome.card : undefined;
  // Whoever is looked up is not written to.
  const written = door.double.calls.filter((call) => ("what" in call ? call.what.startsWith("POST") : call.method !== "users.info"));
  const here = JSON.stringify([body ?? "", ...written]);
  const owed = world.store.rows("Delivery").slice(sent);
  const own = world.messages(who).slice(before);
  return { outcome, card, here, own: own.map((message) => message.card), read: here !== nothing || owed.some(({ state }) => state === "sent") };
}

/** Nothing that anybody could read was written where the gesture was made. */
export const nothing = JSON.stringify([""]);

type Change = (it: Payload, words: string) => void;

/** The ways in which somebody in Slack asks the bot for something, each as a payload of the adapter's and where the words stand in it. */
export const slackWays = {
  words: ["message-im", (it, words) => Object.assign(it.event, { text: words })],
  command: ["slash-direct", (it, words) => Object.assign(it, { text: words })],
  "command in a channel": ["slash-channel", (it, words) => Object.assign(it, { text: words })],
  mention: ["mention", (it, words) => Object.assign(it.event, { text: `<@U0BOT> ${words}` })],
  home: ["home-opened", () => undefined],
  "added to a channel": ["member-joined", () => undefined],
} as const satisfies Readonly<Record<string, readonly [string, Change]>>;

/** Every gesture is another one. */
let count = 0;

export function inSlackBy(door: SlackDoor, world: Placed, who: string, way: keyof typeof slackWays, words = ""): Promise<Seen> {
  const [name, change]: readonly [string, Change] = slackWays[way];
  const id = `gesture-${++count}`;
  return seen(door, world, who, () =>
    door.deliver(name, (it) => {
      // Who joins a channel is the bot itself.
      if (it.event) Object.assign(it, { event_id: id, event: { ...it.event, [it.event.inviter ? "inviter" : "user"]: who } });
      else Object.assign(it, { trigger_id: id, user_id: who });
      change(it, words);
    }),
  );
}

/** The same in Teams. */
export const teamsWays = {
  words: ["message-personal", (it, words) => Object.assign(it, { text: words })],
  "mention in a channel": ["message-channel", (it, words) => Object.assign(it, { text: `<at>Bündnisbot</at> ${words}` })],
  "mention in a group": ["message-group", (it, words) => Object.assign(it, { text: `<at>Bündnisbot</at> ${words}` })],
  "slash in a group": ["message-slash", (it, words) => Object.assign(it, { text: words })],
  installed: ["install-personal", () => undefined],
  "installed in a team": ["install-channel", () => undefined],
  "added to a team": ["added-channel", () => undefined],
  "somebody joins the team": ["member-added", () => undefined],
} as const satisfies Readonly<Record<string, readonly [string, Change]>>;

export function inTeamsBy(door: TeamsDoor, world: Placed, who: string, way: keyof typeof teamsWays, words = "", language: Language = "de"): Promise<Seen> {
  const [name, change]: readonly [string, Change] = teamsWays[way];
  const id = `activity-${++count}`;
  return seen(door, world, who, () =>
    door.deliver(name, (it) => {
      Object.assign(it, { id, from: { ...it.from, id: who }, locale: language === "de" ? "de-DE" : "en-GB" });
      change(it, words);
    }),
  );
}

/** Answers on which nothing can be pressed, because their one sentence says what happens next or where to go on. */
const sayWhatNext = ["programme.none", "privacy", "unknown.channel"];

/** What is wrong with the answer to something the bot itself offers; nothing where it is understood, shown, and leads on. */
export function brokenAnswer({ outcome, card, read }: Seen): string {
  if ("silent" in outcome) return "no answer";
  if ("refuse" in outcome && ["not_understood", "usage", "bad_input", "fault"].includes(outcome.refuse)) return outcome.refuse;
  if (!read) return "nothing to read";
  return card && !leadsOn(card) && !sayWhatNext.includes(card.name) ? `${card.name} leads nowhere` : "";
}
