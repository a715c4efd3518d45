// The office decides about one talk of its draft: in or out, and at which place.
import { id, number, one, optional } from "../args.ts";
import { type Card, card } from "../card.ts";
import { command, type Known } from "../command.ts";
import { clip } from "../help/pieces.ts";
import { show } from "../outcome.ts";
import { wish } from "../wish.ts";
import { isInProgramme } from "./capacity.ts";
import { put } from "./change.ts";
import { draftCard, reordered } from "./draft.ts";
import { talkHeld } from "./held.ts";
import { type Line, withTalks } from "./line.ts";
import type { Talk } from "./model.ts";
import { stateWords } from "./parts.ts";
import { lineUp } from "./programme.ts";
import { holds } from "./register.ts";
import { nameOf } from "./rows.ts";

const decide = command({
  who: "organiser",
  opens: holds,
  args: { meeting: optional(id()), talk: optional(id()), draft: optional(one("in", "out")), place: optional(number(1, 999)) },
  async run(context, args) {
    const it = await talkHeld(context, args.talk);
    if ("outcome" in it) return it.outcome;
    const { line, talk } = it;
    // Taken back meanwhile: nothing is left to decide.
    if (talk.state === "withdrawn") return show(await draftCard(context, line));
    if (args.draft === undefined && args.place === undefined) return show(await decideCard(context, line, talk));
    if (args.place !== undefined) return show(await draftCard(context, moved(context, line, talk, args.place)));
    const after: Talk = { ...talk, draft: args.draft ?? null };
    if (after.draft !== talk.draft) put(context, talk, after);
    return show(await draftCard(context, withTalks(line, [after])));
  },
});

/** By hand from now on: all talks keep the places they have, this one gets its own. */
function moved(context: Known, line: Line, talk: Talk, place: number): Line {
  const order = lineUp(line.draft).map((it) => it.talk);
  const others = order.filter(({ id: it }) => it !== talk.id);
  const next = [...others.slice(0, place - 1), talk, ...others.slice(place - 1)].map((it, index): Talk => ({ ...it, place: index + 1 }));
  for (const it of next) {
    const before = line.draft.talks.find(({ id: one }) => one === it.id);
    if (before && before.place !== it.place) put(context, before, it);
  }
  return reordered(context, withTalks(line, next), "hand");
}

async function decideCard(context: Known, line: Line, talk: Talk): Promise<Card> {
  const { t, desk } = context;
  const organisations = await desk.find("Organisation", { id: talk.organisationId });
  const places = lineUp(line.draft).length;
  const set = (draft: "in" | "out") => ({
    label: t("programme.set", { draft }),
    wish: wish("programme.decide", { meeting: talk.meetingId, talk: talk.id, draft }),
  });
  const isIn = lineUp(line.draft).some((it) => it.talk.id === talk.id);
  const released = isInProgramme(talk);
  const options = Array.from({ length: Math.min(places, 99) }, (_, index) => ({
    label: t("programme.placeOf", { place: String(index + 1) }),
    wish: wish("programme.decide", { meeting: talk.meetingId, talk: talk.id, place: String(index + 1) }),
  }));
  const current = lineUp(line.draft).findIndex((it) => it.talk.id === talk.id);
  return card("programme.decide", clip(t("programme.decide.title", { organisation: nameOf(context, organisations, talk) }), 60), {
    facts: [
      { label: t("talk.title"), value: talk.title },
      { label: t("fact.state"), value: stateWords(context, talk, line) },
      { label: t("programme.time"), value: t("talk.detail", { minutes: talk.minutes, kind: talk.kind }) },
      talk.coSpeaker ? { label: t("talk.more.with"), value: talk.coSpeaker } : undefined,
      talk.needs ? { label: t("talk.part.needs"), value: talk.needs } : undefined,
    ],
    rows: [talk.about],
    choice: isIn && places > 1 ? { type: "choice", label: t("programme.place"), options, chosen: Math.max(0, current) } : undefined,
    buttons: [
      isIn && !released ? set("out") : undefined,
      !isIn ? set("in") : undefined,
      { label: t("talk.do.more"), wish: wish("talk.more", { meeting: talk.meetingId, talk: talk.id }) },
      released ? { label: t("talk.do.withdraw"), wish: wish("talk.withdraw", { meeting: talk.meetingId, talk: talk.id }) } : undefined,
      { label: t("programme.do.draft"), wish: wish("programme.draft", { meeting: talk.meetingId }) },
    ],
  });
}

export const decideCommands = { "programme.decide": decide };
