// The office registers a talk for a member, with where it heard of it.
import { id, one, optional, text } from "../args.ts";
import { command, type Known } from "../command.ts";
import type { Choice, Field } from "../form.ts";
import { badInput } from "../help/cards.ts";
import { clip } from "../help/pieces.ts";
import { ask, type Outcome, refuse } from "../outcome.ts";
import { byPosition, personLabel } from "../reader.ts";
import { findOrganisation } from "../roster/find.ts";
import type { Organisation, Person } from "../roster/model.ts";
import { isValid, rightsOf } from "../roster/rules.ts";
import { wish } from "../wish.ts";
import { speakerForm } from "./forms.ts";
import { lineHeld } from "./held.ts";
import { details, enter, holds } from "./register.ts";

const ways = ["phone", "email", "letter", "in_person"] as const;

const forMember = command({
  who: "organiser",
  opens: holds,
  args: { ...details, organisation: optional(text(120)), speaker: optional(id()), via: optional(one(...ways)) },
  async run(context, args): Promise<Outcome> {
    const line = await lineHeld(context);
    if ("outcome" in line) return line.outcome;
    const speakers = await possible(context);
    const found = args.organisation ? findOrganisation(args.organisation, speakers.organisations, context.lang) : undefined;
    const organisation = found?.type === "exact" ? found.organisation : undefined;
    if (found?.type === "none")
      return refuse("no_organisation", badInput(context, wish("talk.for", { meeting: line.meeting.id }), context.t("talk.for.unknown")));
    const speaker = speakers.people.find(({ id: it }) => it === args.speaker) ?? onlyOne(speakers.people, organisation);
    const near = found?.type === "near" ? found.organisations : organisation ? [organisation] : speakers.organisations;
    if (!speaker?.organisationId || !args.via) return ask(whoForm(context, line.meeting.id, { ...speakers, organisations: near }));
    const carried = wish("talk.for", { meeting: line.meeting.id, speaker: speaker.id, via: args.via });
    // The first form names who speaks and carries no talk yet.
    const wanted = args.title || args.about || args.kind ? args : { ...args, sent: undefined };
    return enter(context, line, wanted, carried, { person: speaker, organisationId: speaker.organisationId, via: args.via });
  },
});

interface Possible {
  readonly organisations: readonly Organisation[];
  readonly people: readonly Person[];
}

/** Who holds a seat of an organisation that may present. */
async function possible({ desk, today }: Known): Promise<Possible> {
  const organisations = [...(await desk.find("Organisation", {}))].sort(byPosition).filter((it) => rightsOf(it).present);
  const holders = new Set((await desk.find("Holding", {})).filter((it) => isValid(it, today)).map(({ personId }) => personId));
  const people = await desk.find("Person", { organisationId: organisations.map(({ id: it }) => it) });
  return { organisations, people: people.filter(({ id: it }) => holders.has(it)) };
}

function onlyOne(people: readonly Person[], organisation: Organisation | undefined): Person | undefined {
  const own = organisation ? people.filter(({ organisationId }) => organisationId === organisation.id) : [];
  return own.length === 1 ? own[0] : undefined;
}

function whoForm(context: Known, meeting: string, { organisations, people }: Possible) {
  const { t } = context;
  const options: Choice[] = organisations.flatMap((it) =>
    people.filter(({ organisationId }) => organisationId === it.id).map((person) => ({ value: person.id, label: clip(personLabel(context, person, it), 75) })),
  );
  const way: Field = {
    name: "via",
    label: t("onbehalf.form.via"),
    required: true,
    kind: { type: "one", options: ways.map((value) => ({ value, label: t("onbehalf.via", { via: value }) })) },
    initial: "phone",
  };
  return speakerForm(context, wish("talk.for", { meeting }), options, [way]);
}

export const forCommands = { "talk.for": forMember };
