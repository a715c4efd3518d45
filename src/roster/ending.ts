// The office ends an entry of an organisation: a seat, a substitute, a secretariat. What was answered stays, and it can be taken back.
import { day, id, one, optional, text } from "../args.ts";
import { card } from "../card.ts";
import { command, type Known } from "../command.ts";
import type { Form } from "../form.ts";
import { clip } from "../help/pieces.ts";
import { ask, type Outcome, refuse, show } from "../outcome.ts";
import { personName } from "../reader.ts";
import { type Day, isDay, showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { backButton, entryGone } from "./cards-edit.ts";
import { type Entries, type Entry, entriesOf, listed } from "./entries.ts";
import type { Holding, Organisation } from "./model.ts";
import { endStandIn } from "./reach.ts";
import { note } from "./trail.ts";

const end = command({
  who: "organiser",
  args: {
    organisation: id(),
    entry: optional(text(220)),
    until: optional(day("past")),
    /** Takes an ending back: the last day there was before, or "none". */
    back: optional(text(10)),
    sent: optional(one("1")),
  },
  async run(context, args) {
    const { desk, today } = context;
    const [organisation] = await desk.find("Organisation", { id: args.organisation });
    if (!organisation) return entryGone(context, undefined);
    if (args.entry && args.back) return reopen(context, organisation, args.entry, args.back);
    const entries = await entriesOf(desk, organisation, today);
    const all = listed(context, entries);
    if (all.length === 0) return refuse("nobody", nobodyCard(context, organisation));
    if (!args.entry || !args.sent) return ask(endForm(context, entries, all));
    const entry = all.find((it) => it.id === args.entry);
    if (!entry) return entryGone(context, organisation);
    return finish(context, organisation, entry, args.until ?? today);
  },
});

const nobodyCard = (context: Known, organisation: Organisation) =>
  card("edit.nobody", context.t("edit.nobody.title"), {
    text: context.t("help.nothingStored"),
    buttons: [{ label: context.t("edit.name"), wish: wish("member.name", { organisation: organisation.id }) }, backButton(context, organisation)],
  });

/** A selection holds at most a hundred options in every messenger. */
const mostOptions = 100;

function endForm({ t, today }: Known, { organisation, standIns }: Entries, all: readonly Entry[]): Form {
  const options = all.slice(0, mostOptions).map((it) => ({ value: it.id, label: clip(`${it.person} · ${it.as}`, 75) }));
  return {
    name: "edit.end.form",
    title: t("edit.end"),
    submit: t("edit.end"),
    cancel: t("label.cancel"),
    wish: wish("member.end", { organisation: organisation.id }),
    fields: [
      { name: "entry", label: t("edit.end.entry"), required: true, kind: { type: "one", options } },
      {
        name: "until",
        label: t("edit.end.until"),
        ...(standIns.length > 0 ? { hint: t("edit.end.until.hint") } : {}),
        required: false,
        kind: { type: "day" },
        initial: today,
      },
    ],
  };
}

async function finish(context: Known, organisation: Organisation, entry: Entry, until: Day): Promise<Outcome> {
  const { t, lang, desk } = context;
  const { holding, standIn } = entry;
  if (holding) desk.put("Holding", { ...holding, validTo: until });
  if (standIn) await endStandIn(desk, standIn);
  note(context, "member.ended", holding?.personId ?? standIn?.actorId ?? null, entry.id);
  return show(
    card("edit.ended", t("edit.ended.title"), {
      facts: [
        { label: t("behalf.whom.label"), value: entry.person },
        { label: t("edit.form.as"), value: entry.as },
        { label: t("edit.ended.at"), value: holding ? showDay(until, lang) : t("edit.ended.now") },
      ],
      text: t("edit.ended.text"),
      buttons: [
        backButton(context, organisation),
        { label: t("label.undo"), wish: wish("member.end", { organisation: organisation.id, entry: entry.id, back: holding?.validTo ?? "none" }) },
      ],
    }),
  );
}

/** As it was before; only within this organisation, whatever a button says. */
async function reopen(context: Known, organisation: Organisation, entry: string, back: string): Promise<Outcome> {
  const { t, desk, alliance } = context;
  const validTo = isDay(back) ? back : null;
  const seats = await desk.find("Seat", { organisationId: organisation.id });
  const [, first = "", second] = /^[hs]:([\w.-]+)(?::([\w.-]+))?$/.exec(entry) ?? [];
  const [holding]: readonly Holding[] = entry.startsWith("h:") ? await desk.find("Holding", { id: first, seatId: seats.map((seat) => seat.id) }) : [];
  const people = await desk.find("Person", { id: [first, second ?? "", holding?.personId ?? ""] });
  const [actor, whose] = [people.find((it) => it.id === first), people.find((it) => it.id === second)];
  const who = holding ? people.find((it) => it.id === holding.personId) : actor;
  if (!who || (!holding && whose?.organisationId !== organisation.id)) return entryGone(context, organisation);
  if (holding) desk.put("Holding", { ...holding, validTo });
  else if (actor && whose) desk.put("StandIn", { actorId: actor.id, personId: whose.id, allianceId: alliance.id });
  note(context, "member.reopened", who.id, entry);
  return show(
    card("edit.reopened", t("edit.reopened.title"), {
      facts: [{ label: t("behalf.whom.label"), value: personName(context, who) }],
      buttons: [backButton(context, organisation)],
    }),
  );
}

export const endingCommands = { "member.end": end };
