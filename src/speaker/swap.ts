// Two who speak change places, if both agree.
import { id, one, optional } from "../args.ts";
import { card } from "../card.ts";
import { command, type Known } from "../command.ts";
import { clip } from "../help/pieces.ts";
import { ask, type Outcome, refuse, show } from "../outcome.ts";
import { personLabel } from "../reader.ts";
import { calendarButton } from "../rsvp/parts.ts";
import { showClock, showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { isInProgramme } from "./capacity.ts";
import { aboutTalk, confirmButton, programmeButton, talkCard } from "./cards.ts";
import { apply, put, tellSpeaker } from "./change.ts";
import { talkHeld } from "./held.ts";
import { type Line, talkMatter, withTalks } from "./line.ts";
import type { Talk } from "./model.ts";
import { swap } from "./programme.ts";
import { holds } from "./register.ts";

const offer = command({
  who: "linked",
  opens: holds,
  args: { meeting: optional(id()), talk: optional(id()), with: optional(id()), sent: optional(one("1")) },
  async run(context, args) {
    const it = await talkHeld(context, args.talk);
    if ("outcome" in it) return it.outcome;
    const { line, talk } = it;
    const others = line.draft.talks.filter((other) => isInProgramme(other) && other.id !== talk.id && other.personId !== talk.personId);
    if (!isInProgramme(talk) || others.length === 0) return refuse("no_swap", aloneCard(context, line));
    const other = others.find(({ id: one }) => one === args.with);
    if (!other) return ask(await swapForm(context, talk, others));
    if (talk.swapWithId !== other.id) {
      const after = { ...talk, swapWithId: other.id };
      put(context, talk, after);
      tellSpeaker(context, "talk.swap.ask", other, { from: talk.id });
    }
    return show(askedCard(context, line, other), talkMatter(talk.id));
  },
});

const aloneCard = (context: Known, line: Line) =>
  card("speaker.swap.nobody", context.t("talk.swap.nobody.title"), {
    text: context.t("talk.swap.nobody.text"),
    buttons: [programmeButton(context, line.meeting.id)],
  });

const askedCard = (context: Known, line: Line, other: Talk) =>
  card("speaker.swap.asked", context.t("talk.swap.asked.title"), {
    facts: [
      {
        label: context.t("talk.swap.with"),
        value: context.t("talk.swap.option", { at: other.start ? showClock(other.start, context.lang) : "", title: other.title }),
      },
    ],
    text: context.t("talk.swap.asked.text"),
    buttons: [programmeButton(context, line.meeting.id)],
  });

async function swapForm(context: Known, talk: Talk, others: readonly Talk[]) {
  const { t, lang, desk } = context;
  const people = await desk.find("Person", { id: others.map(({ personId }) => personId) });
  const organisations = await desk.find("Organisation", { id: others.map(({ organisationId }) => organisationId) });
  const options = [...others]
    .sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
    .slice(0, 100)
    .map((other) => {
      const person = people.find((it) => it.id === other.personId);
      const name = person
        ? personLabel(
            context,
            person,
            organisations.find((it) => it.id === other.organisationId),
          )
        : other.title;
      return { value: other.id, label: clip(t("talk.swap.option", { at: other.start ? showClock(other.start, lang) : "", title: name }), 75) };
    });
  return {
    name: "speaker.form.swap",
    title: t("talk.swap.form"),
    submit: t("talk.swap.submit"),
    cancel: t("label.cancel"),
    wish: wish("talk.swap", aboutTalk(talk)),
    fields: [{ name: "with", label: t("talk.swap.whom"), required: true, kind: { type: "one" as const, options } }],
  };
}

/** The other one's answer; `talk` is the one who was asked, `from` the one who asked. */
const answer = command({
  who: "linked",
  opens: holds,
  args: { meeting: optional(id()), talk: optional(id()), from: optional(id()), answer: optional(one("yes", "no")) },
  async run(context, args): Promise<Outcome> {
    const it = await talkHeld(context, args.talk);
    if ("outcome" in it) return it.outcome;
    const { line, talk } = it;
    const asker = line.draft.talks.find((other) => other.id === args.from);
    const stands = asker?.swapWithId === talk.id && isInProgramme(asker) && isInProgramme(talk);
    if (!asker || !stands) return show(talkCard(context, line, talk), talkMatter(talk.id));
    if (args.answer !== "yes") {
      const kept = { ...asker, swapWithId: null };
      put(context, asker, kept);
      tellSpeaker(context, "talk.swap.refused", kept);
      return show(talkCard(context, line, talk), talkMatter(talk.id));
    }
    const changes = swap(line.draft, asker.id, talk.id);
    await apply(context, changes);
    const after = withTalks(
      line,
      changes.map((change) => change.after),
    );
    const mine = after.draft.talks.find(({ id: one }) => one === talk.id) ?? talk;
    tellSpeaker(context, "talk.swap.done", asker, { was: asker.start ?? "" });
    return show(swappedCard(context, after, mine, talk.start), talkMatter(talk.id));
  },
});

export function swappedCard(reader: Parameters<typeof talkCard>[0], line: Line, talk: Talk, was: string | null) {
  const { t, lang } = reader;
  const day = showDay(line.meeting.day, lang);
  const value = t("talk.swap.now", { at: talk.start ? showClock(talk.start, lang) : "", was: was ? showClock(was as `${number}:${number}`, lang) : "" });
  return card("speaker.swap.done", t("talk.swap.done.title"), {
    facts: [{ label: t("talk.swap.you"), value: t("talk.swap.day", { day, value }) }],
    buttons: [confirmButton(reader, talk), programmeButton(reader, talk.meetingId), calendarButton(reader, line.meeting, talk.personId)],
  });
}

export const swapCommands = { "talk.swap": offer, "talk.swapAnswer": answer };
