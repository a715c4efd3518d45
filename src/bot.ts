// The one door: every gesture comes in here, and every answer goes out.
import { type Language, translator } from "../locales/index.ts";
import { reading } from "./believe.ts";
import type { Calendar } from "./calendar.ts";
import type { Command, Context, Known } from "./command.ts";
import { type Heard, hear } from "./hear.ts";
import { faultCard, formCard, missingMeeting, onceCard, refusedRole } from "./help/cards.ts";
import { answerHeard, understood } from "./help/heard.ts";
import { Instead } from "./help/plainly.ts";
import { unknownAccount } from "./help/unknown.ts";
import type { Incoming } from "./incoming.ts";
import { isCommandName } from "./names.ts";
import { owed } from "./notice/owe.ts";
import { isLive, isOnce, type Outcome, refuse, show } from "./outcome.ts";
import type { Desk, Ids, Links, Log, Opening, Store } from "./ports.ts";
import { registry } from "./registry.ts";
import { leave } from "./roster/leave.ts";
import { mayAsk } from "./roster/rules.ts";
import { welcome } from "./roster/welcome.ts";
import { askWhom } from "./rsvp/whom.ts";
import { dayOf } from "./time.ts";
import type { Wish } from "./wish.ts";

export interface Ports {
  readonly store: Store;
  /** The time is a value: the local page moves it, tests choose it. */
  readonly now: () => Date;
  readonly ids: Ids;
  /** A keyed hash of a text: the same text gives the same, and without the installation's secret it tells nothing. */
  readonly seal: (text: string) => string;
  readonly links: Links;
  readonly calendar: Calendar;
  readonly log: Log;
}

export interface Bot {
  /** Decides, stores and answers one gesture. Never throws: a fault is an outcome that carries its identification. */
  handle(incoming: Incoming): Promise<Outcome>;
}

export function createBot(ports: Ports): Bot {
  return {
    async handle(incoming) {
      return handled(ports, incoming, hear(incoming));
    },
  };
}

async function handled(ports: Ports, incoming: Incoming, heard: Heard): Promise<Outcome> {
  const command = heard.type === "wish" && isCommandName(heard.wish.command) ? registry[heard.wish.command] : undefined;
  try {
    const outcome = await ports.store.gesture(opening(incoming, heard, command, ports.now()), async (opened) => {
      // The window was opened by another gesture, which has noted who writes, and from where.
      const traceless = heard.type === "wish" && heard.by === "form" && command?.confides === true;
      const desk = heard.type === "left" || traceless ? opened : refreshed(opened, incoming);
      const context = contextOf(ports, incoming, heard, desk);
      // Before the command, which may change the person's row itself; met, the answer is the welcome.
      if (isKnown(context) && !context.person.welcomedAt && heard.type !== "met" && heard.type !== "left" && !traceless) welcome(context);
      const outcome = windowless(incoming, context, await decide(context, incoming, heard, command));
      return deliver(context, incoming, heard, command, outcome);
    });
    // A redelivery of what could be seen only once.
    return "silent" in outcome && outcome.silent === "once" ? { show: onceCard(translator(incoming.language ?? "de")), once: true } : outcome;
  } catch (error) {
    if (error instanceof Instead && heard.type !== "wish") return handled(ports, incoming, { type: "wish", wish: error.wish, by: "words" });
    const id = `${ports.ids.code().slice(0, 4)}-${ports.ids.code().slice(0, 2)}`;
    ports.log.error("fault", error, { id, messenger: incoming.from.messenger });
    return refuse("fault", faultCard(translator(incoming.language ?? "de"), id, heard.type === "wish" ? repeatable(heard, command) : undefined));
  }
}

/** What trying again asks for: where nothing that was entered may stay anywhere, the empty form. */
const repeatable = ({ wish: it, by }: Extract<Heard, { type: "wish" }>, command: Command | undefined): Wish =>
  command?.confides && by === "form" ? { command: it.command, args: it.args["meeting"] ? { meeting: it.args["meeting"] } : {} } : it;

/** Whoever writes can be reached, and there where they wrote from. The desk shows the account as it is then, so that later changes keep it. */
function refreshed(desk: Desk, { from }: Incoming): Desk {
  const { account } = desk;
  if (!account) return desk;
  const address = { ...account.address, ...from.address };
  const moved = Object.entries(address).some(([part, value]) => account.address[part] !== value);
  if (!moved && account.reachable) return desk;
  const fresh = { ...account, address, reachable: true };
  desk.put("Account", fresh);
  return { ...desk, account: fresh };
}

function opening(incoming: Incoming, heard: Heard, command: Command | undefined, at: Date): Opening {
  const base = { key: incoming.key, from: incoming.from, at };
  if (heard.type !== "wish" || !command?.opens) return { ...base, meeting: "next", hold: "none" };
  const { meeting, for: whose } = heard.wish.args;
  return { ...base, meeting: meeting ?? "next", ...(whose ? { whose } : {}), hold: command.opens.hold };
}

function contextOf(ports: Ports, incoming: Incoming, heard: Heard, desk: Desk): Context {
  const lang: Language = desk.person?.language ?? incoming.language ?? "de";
  const now = ports.now();
  const today = dayOf(now, desk.alliance?.zone);
  return {
    now,
    today,
    lang,
    t: translator(lang),
    desk,
    key: incoming.key,
    from: incoming.from,
    card: incoming.card,
    person: desk.person,
    alliance: desk.alliance,
    calendar: ports.calendar,
    ids: ports.ids,
    seal: ports.seal,
    links: ports.links,
    may: (name) => mayAsk(desk, registry[name].who, today),
    by: heard.type === "wish" ? heard.by : "words",
    place: incoming.place,
  };
}

const isKnown = (context: Context): context is Known => context.person !== undefined && context.alliance !== undefined;

async function decide(context: Context, incoming: Incoming, heard: Heard, command: Command | undefined): Promise<Outcome> {
  if (heard.type === "left") return leave(context);
  if (heard.type !== "wish" || !command) return isKnown(context) ? answerHeard(context, incoming, heard) : unknownAccount(context, incoming);
  understood(context);
  if (command.who === "anyone") return run(command, context, heard.wish);
  if (!isKnown(context)) return unknownAccount(context, incoming);
  if (!mayAsk(context.desk, command.who, context.today)) return refusedRole(context, heard.wish.command);
  if (command.opens?.meeting === "needed" && !context.desk.meeting) return missingMeeting(context, heard.wish);
  const whose = await askWhom(context, heard.wish);
  if (whose) return whose;
  return run(command as Command & { who: "linked" }, context, heard.wish);
}

/** Reads the arguments, asks for what is missing, and runs. */
async function run(command: Command, context: Context, wish: Wish): Promise<Outcome> {
  const read = reading(command, context, wish);
  if ("outcome" in read) return read.outcome;
  // The context was checked against `who` just before; the two halves of the union differ in nothing else.
  const it = command as Command & { who: "anyone" };
  if (read.missing.length > 0) {
    if (!it.form) return missingMeeting(context, wish);
    return { ask: await it.form(context, read.args) };
  }
  return it.run(context, read.args);
}

/** Where no window can be opened, the same inputs are asked in a card. */
function windowless(incoming: Incoming, context: Context, outcome: Outcome): Outcome {
  return "ask" in outcome && !incoming.window ? show(formCard(context.t, outcome.ask)) : outcome;
}

/** Owes the answer as a message where the messenger cannot simply return it. */
function deliver(context: Context, incoming: Incoming, heard: Heard, command: Command | undefined, outcome: Outcome): Outcome {
  if (isOnce(outcome) || incoming.answer === "inline" || "ask" in outcome || "silent" in outcome || ("refuse" in outcome && outcome.fields)) return outcome;
  // What everybody of a channel may see is shown there, and once is enough.
  const open = incoming.place === "channel" && "show" in outcome && outcome.open === true;
  // A live card, and the greeting, are messages of their own there; other cards are the reply to the words.
  const there = open && (isLive(outcome) || "met" in incoming.said) ? incoming.room : undefined;
  if (open && !there) return outcome;
  const inPlace = incoming.card !== undefined && heard.type === "wish" && !command?.opensNew;
  context.desk.owe(
    owed(context, {
      key: `answer:${incoming.key}`,
      kind: "answer",
      args: { gesture: incoming.key, lang: context.lang },
      // A channel is nobody's account: where it takes no messages, nobody is unreachable.
      personId: open ? null : (context.person?.id ?? null),
      messenger: incoming.from.messenger,
      tenant: incoming.from.tenant,
      address: there ?? incoming.from.address,
      ...(inPlace ? { mode: "update", ref: incoming.card } : {}),
      matter: "show" in outcome ? (outcome.matter ?? null) : null,
    }),
  );
  return outcome;
}
