// Naming a substitute, and the substitute's own word.
import { id, one, optional, text } from "../args.ts";
import { command, type Known } from "../command.ts";
import { tellOffice } from "../notice/office.ts";
import { owed } from "../notice/owe.ts";
import { ask, type Outcome, refuse, show } from "../outcome.ts";
import { byPosition, personName } from "../reader.ts";
import type { Person } from "../roster/model.ts";
import { fold } from "../words/fold.ts";
import { replyCard } from "./cards.ts";
import { type Held, held, look, settle, settled } from "./held.ts";
import { askSubstitute, record } from "./record.ts";
import { otherSeatCard } from "./refusals.ts";
import { type Details, takesSeat } from "./rules.ts";
import { replyMatter, situation, standinMatter } from "./situation.ts";
import { askedCard, standinCard, substituteWaitsCard } from "./standin.ts";
import { echoCard, hasSeatCard, pickCard, substituteForm } from "./substitute-cards.ts";

const target = { meeting: optional(id()), for: optional(id()), edition: optional(id()) };
const answers = { meeting: "needed", hold: "seats" } as const;

const pick = command({
  who: "delegate",
  opens: { meeting: "needed", hold: "none" },
  args: { ...target, other: optional(one("1")) },
  async run(context, args) {
    const it = held(context, args);
    if ("outcome" in it) return it.outcome;
    const named = args.other ? [] : (await substitutesOf(context, it)).filter((person) => person.id !== it.reply.substituteId);
    // Nobody on record: the form at once, one tap less.
    return named.length > 0 ? show(pickCard(context, it.meeting, it.reply.personId, named)) : ask(substituteForm(context, it.meeting, it.reply.personId));
  },
});

/** The named substitutes of the organisation, in their order; who holds a seat at this meeting is none. */
async function substitutesOf({ desk, today }: Known, { reply }: Held): Promise<readonly Person[]> {
  const seats = await desk.find("Seat", { organisationId: reply.organisationId });
  const holdings = await desk.find("Holding", { seatId: seats.map((seat) => seat.id), kind: "substitute" });
  const valid = [...holdings].filter((it) => (!it.validFrom || it.validFrom <= today) && (!it.validTo || it.validTo >= today)).sort(byPosition);
  const people = await desk.find("Person", { id: valid.map((it) => it.personId) });
  return valid.flatMap((it) => people.filter((person) => person.id === it.personId));
}

const name = command({
  who: "delegate",
  opens: answers,
  args: { ...target, name: optional(text(80)), person: optional(id()), sent: optional(one("1")) },
  async run(context, args) {
    const it = held(context, args);
    if ("outcome" in it) return it.outcome;
    if (!args.name && !args.person) {
      const known = context.by === "words" ? await substitutesOf(context, it) : [];
      return known.length > 0 ? show(pickCard(context, it.meeting, it.reply.personId, known)) : ask(substituteForm(context, it.meeting, it.reply.personId));
    }
    const chosen = await choose(context, it, args);
    if (!chosen) return refuse("bad_input", hasSeatCard(context, it.meeting, it.reply.personId));
    if (context.by === "words") {
      const carried = chosen.person ? { person: chosen.person.id } : { name: chosen.name };
      return show(echoCard(context, it.meeting, it.reply.personId, { label: chosen.name, args: carried }));
    }
    if (chosen.person && (await holdsSeat(context, it, chosen.person))) return refuse("has_seat", hasSeatCard(context, it.meeting, it.reply.personId));
    const reachable = chosen.person ? (await context.desk.find("Account", { personId: chosen.person.id, reachable: true })).length > 0 : false;
    const substitute = { substituteId: chosen.person?.id ?? null, substituteName: chosen.name, substituteState: reachable ? "asked" : "unreachable" } as const;
    return settled(context, it, { state: "substitute", substitute: keep(it, substitute), actorId: context.person.id, via: "self" });
  },
});

/** Naming the same person again does not ask them again, and takes back no confirmation. */
function keep(
  { reply }: Held,
  substitute: { substituteId: string | null; substituteName: string; substituteState: "asked" | "unreachable" },
): NonNullable<Details["substitute"]> {
  const same = reply.substituteName === substitute.substituteName && reply.substituteId === substitute.substituteId;
  return same && (reply.substituteState === "confirmed" || reply.substituteState === "asked")
    ? { ...substitute, substituteState: reply.substituteState }
    : substitute;
}

/** The roster's person of that id or name within the organisation, else just the name. Undefined for an id that names nobody here. */
async function choose(
  context: Known,
  it: Held,
  args: { readonly name?: string | undefined; readonly person?: string | undefined },
): Promise<{ readonly name: string; readonly person?: Person } | undefined> {
  if (args.person) {
    const [person] = await context.desk.find("Person", { id: args.person });
    return person && person.organisationId === it.reply.organisationId ? { name: personName(context, person), person } : undefined;
  }
  const wanted = args.name ?? "";
  const people = await context.desk.find("Person", { organisationId: it.reply.organisationId });
  const named = people.filter((person) => fold(person.name) === fold(wanted) || (person.nameEn !== null && fold(person.nameEn) === fold(wanted)));
  const [only] = named;
  return named.length === 1 && only ? { name: personName(context, only), person: only } : { name: wanted };
}

/** Who is invited in their own right cannot come for somebody else; nor can who already comes for another. */
async function holdsSeat({ desk }: Known, { meeting, reply }: Held, person: Person): Promise<boolean> {
  if (person.id === reply.personId) return true;
  const own = await desk.find("Reply", { meetingId: meeting.id, personId: person.id });
  const elsewhere = await desk.find("Reply", { meetingId: meeting.id, substituteId: person.id });
  return own.length > 0 || elsewhere.some((it) => it.personId !== reply.personId && takesSeat(it));
}

/** „Ist informiert": only for who has no account; a person with one speaks for themselves. */
const told = command({
  who: "delegate",
  opens: answers,
  args: target,
  async run(context, args) {
    const it = held(context, args);
    if ("outcome" in it) return it.outcome;
    const { reply } = it;
    if (reply.state === "substitute" && reply.substituteState === "unreachable") {
      const confirmed = { ...reply, substituteState: "confirmed", answeredAt: context.now, actorId: context.person.id, via: "self" } as const;
      const seats = it.seats ?? { seats: 0, taken: [], waiting: [] };
      await record(context, it.meeting, reply, seats, { reply: confirmed, moved: [], seats });
      return show(replyCard(context, await situation(context.desk, context, { ...it, reply: confirmed })));
    }
    return show(replyCard(context, await situation(context.desk, context, it)));
  },
});

const askAgain = command({
  who: "delegate",
  opens: answers,
  args: { ...target, who: one("office", "again") },
  async run(context, args) {
    const it = held(context, args);
    if ("outcome" in it) return it.outcome;
    const { reply } = it;
    const pending = reply.state === "substitute" && reply.substituteState !== "confirmed";
    if (pending && args.who === "office") {
      await tellOffice(context, {
        key: `substitute.office:${reply.meetingId}:${reply.personId}:${reply.substituteAskedAt?.getTime() ?? reply.answeredAt?.getTime() ?? 0}`,
        kind: "substitute.office",
        args: { meeting: reply.meetingId, person: reply.personId },
      });
    } else if (pending && reply.substituteState === "asked") {
      // A new question starts the two working days anew.
      const asked = { ...reply, substituteAskedAt: context.now };
      context.desk.put("Reply", asked);
      askSubstitute(context, asked);
    }
    return show(replyCard(context, await situation(context.desk, context, it)));
  },
});

const answer = command({
  who: "linked",
  opens: answers,
  args: { ...target, answer: one("yes", "no", "ask") },
  async run(context, args) {
    const seen = look(context, args);
    if ("outcome" in seen) return seen.outcome;
    const it = held(context, args, { substitute: true });
    if ("outcome" in it) return it.outcome;
    if (it.reply.substituteId !== context.person.id) return refuse("other_seat", otherSeatCard(context));
    if (args.answer === "ask") return show(askedCard(context, await situation(context.desk, context, it), context.t("rsvp.change.text")));
    return answerAsSubstitute(context, it, args.answer);
  },
});

/** The substitute's word: yes confirms (also in part), no gives the seat back to the organisation and the choice to the delegate. */
export async function answerAsSubstitute(context: Known, it: Held, word: "yes" | "no", details: Details = {}): Promise<Outcome> {
  const { reply } = it;
  const substitute = { substituteId: reply.substituteId, substituteName: reply.substituteName };
  const named = reply.state === "substitute" || (reply.state === "none" && reply.substituteState === "refused");
  // The delegate waits for a seat: every other answer of theirs has forgotten the substitute.
  if (!named) return refuse("waits", substituteWaitsCard(context, await situation(context.desk, context, it)));
  if (word === "no" && reply.substituteState === "refused") return shown(context, it);
  const decision =
    word === "yes"
      ? settle(context, it, {
          ...details,
          state: "substitute",
          substitute: { ...substitute, substituteState: "confirmed" },
          actorId: context.person.id,
          via: "self",
        })
      : settle(context, it, { state: "none", substitute: { ...substitute, substituteState: "refused" }, actorId: context.person.id, via: "self" });
  await record(context, it.meeting, reply, it.seats ?? { seats: 0, taken: [], waiting: [] }, decision);
  if (word === "no") {
    // A new message: the delegate has to choose again, and an edited card does not ring.
    const matter = replyMatter(reply.meetingId, reply.personId);
    const args = { meeting: reply.meetingId, person: reply.personId };
    context.desk.owe(owed(context, { key: `substitute.refused:${context.key}`, kind: "rsvp.own", personId: reply.personId, args, matter }));
  }
  return shown(context, { ...it, reply: decision.reply, seats: decision.seats });
}

async function shown(context: Known, it: Held): Promise<Outcome> {
  const drawn = await situation(context.desk, context, it);
  return show(standinCard(context, drawn), standinMatter(it.meeting.id, it.reply.personId));
}

export const substituteCommands = {
  "substitute.pick": pick,
  "substitute.name": name,
  "substitute.told": told,
  "substitute.ask": askAgain,
  "substitute.answer": answer,
};
