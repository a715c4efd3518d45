// What a message says when it is sent: the stored answer to a gesture, or a card composed from the state of that moment.
import { type Language, languages, translator } from "../../locales/index.ts";
import type { Calendar } from "../calendar.ts";
import type { Card } from "../card.ts";
import { formCard } from "../help/cards.ts";
import type { Links, Store } from "../ports.ts";
import { dayOf } from "../time.ts";
import { twin } from "../twin.ts";
import { composerOf, openComposerOf } from "./kinds.ts";
import type { Delivery } from "./model.ts";

export interface ComposePorts {
  readonly store: Store;
  readonly now: () => Date;
  readonly calendar: Calendar;
  readonly links: Links;
}

/** `skip` says in a stable word why the message need not be sent any more. */
export type Message = { readonly card: Card; readonly twin: string } | { readonly skip: string };

export async function compose(ports: ComposePorts, delivery: Delivery): Promise<Message> {
  return delivery.kind === "answer" ? composeAnswer(ports, delivery) : composeNotice(ports, delivery);
}

async function composeAnswer({ store }: ComposePorts, { args }: Delivery): Promise<Message> {
  const outcome = await store.outcome(args["gesture"] ?? "");
  const lang: Language = languages.find((it) => it === args["lang"]) ?? "de";
  const reader = { lang, t: translator(lang) };
  const written = (card: Card): Message => ({ card, twin: twin(reader, card) });
  if (outcome === undefined) return { skip: "gone" };
  if ("show" in outcome) return written(outcome.show);
  if ("refuse" in outcome) return written(outcome.card);
  return "ask" in outcome ? written(formCard(reader.t, outcome.ask)) : { skip: "silent" };
}

async function composeNotice(ports: ComposePorts, delivery: Delivery): Promise<Message> {
  const { store, now, calendar, links } = ports;
  const { kind, args, allianceId, personId } = delivery;
  if (allianceId !== null && personId === null && openComposerOf(kind)) return composeForAll(ports, delivery, allianceId);
  const composer = composerOf(kind);
  if (!composer) return { skip: "unknown_kind" };
  if (allianceId === null || personId === null) return { skip: "nobody" };
  const view = store.view(allianceId);
  const [alliance] = await view.find("Alliance", { id: allianceId });
  const [person] = await view.find("Person", { id: personId });
  if (!alliance || !person) return { skip: "gone" };
  const at = now();
  const lang = person.language;
  const reader = { now: at, today: dayOf(at, alliance.zone), lang, t: translator(lang), calendar, links, alliance };
  const composed = await composer({ ...reader, view, person, args });
  return "skip" in composed ? composed : { card: composed, twin: twin(reader, composed) };
}

/** What a whole channel sees: in the language in which somebody asked for it there. */
async function composeForAll({ store, now, calendar, links }: ComposePorts, { kind, args }: Delivery, allianceId: string): Promise<Message> {
  const view = store.view(allianceId);
  const [alliance] = await view.find("Alliance", { id: allianceId });
  const composer = openComposerOf(kind);
  if (!alliance || !composer) return { skip: "gone" };
  const at = now();
  const lang: Language = args["lang"] === "en" ? "en" : "de";
  const reader = { now: at, today: dayOf(at, alliance.zone), lang, t: translator(lang), calendar, links, alliance };
  const composed = await composer({ ...reader, view, args });
  return "skip" in composed ? composed : { card: composed, twin: twin(reader, composed) };
}
