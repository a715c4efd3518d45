// Every kind of message by name, and the ones that belong to no feature: a replaced card, mandates to check, a message that did not arrive.
import { card } from "../card.ts";
import { clip } from "../help/pieces.ts";
import { meetingComposers } from "../meeting/composers.ts";
import type { Meeting } from "../meeting/model.ts";
import { privacyComposers } from "../privacy/composers.ts";
import { oldQuestionTitle, questionComposers } from "../question/composers.ts";
import { roundBoards } from "../question/round-cards.ts";
import { byPosition, organisationName, personLabel } from "../reader.ts";
import { rosterComposers } from "../roster/composers.ts";
import { rsvpComposers } from "../rsvp/composers.ts";
import { meetingName } from "../rsvp/parts.ts";
import { speakerComposers } from "../speaker/composers.ts";
import { programmeBoards } from "../speaker/show.ts";
import { taskComposers } from "../task/composers.ts";
import { taskName } from "../task/parts.ts";
import { dayOf, showDay } from "../time.ts";
import { wish } from "../wish.ts";
import type { Composer, Composing, OpenComposer } from "./composer.ts";
import { noticeComposers } from "./composers.ts";

/** An older card after a newer message of its matter: no buttons, only what it was and where it went on. */
const replaced: Composer = async (it) => {
  const { t, lang, view, args, person, alliance, now } = it;
  const [kind = "", id = ""] = (args["matter"] ?? "").split(":");
  const [task] = kind.startsWith("task") ? await view.find("Task", { id }) : [];
  const [talk] = kind === "talk" ? await view.find("Talk", { id }) : [];
  const [meeting] = task ? [] : await view.find("Meeting", { id });
  const shown = await view.find("Shown", { matter: args["matter"] ?? "", personId: person.id });
  const newest = Math.max(...shown.map((one) => one.shownAt.getTime()));
  const day = dayOf(Number.isFinite(newest) ? new Date(newest) : now, alliance.zone);
  const title = task ? taskName(task) : talk ? clip(talk.title, 60) : ((await oldQuestionTitle(it)) ?? oldTitle(it, meeting));
  return card("stale.replaced", title, {
    facts: [{ label: t("notice.replaced"), value: t("notice.replacedBy", { day: showDay(day, lang) }) }],
  });
};

/** What the card was about: the matter says it, whatever its state was. */
function oldTitle(it: Composing, meeting: Meeting | undefined): string {
  const { t, lang, alliance, args } = it;
  const name = lang === "de" ? alliance.nameDe : alliance.nameEn;
  if (!meeting) return name;
  const about = meetingName(it, meeting);
  switch ((args["matter"] ?? "").split(":")[0]) {
    case "rsvp":
      return args["kind"] === "invite" ? t("rsvp.ask.title", { alliance: name }) : about;
    case "standin":
      return t("substitute.asked.title");
    case "replies":
      return t("replies.title", { meeting: about });
    case "consult":
      return t("consult.title", { meeting: about });
    default:
      return about;
  }
}

/** D17: the day has come to look at these mandates again. */
const review: Composer = async (it) => {
  const { t, lang, view, args } = it;
  const on = args["on"] ?? "";
  const organisations = [...(await view.find("Organisation", {}))].filter((one) => one.reviewOn === on && one.status !== "confirmed").sort(byPosition);
  if (organisations.length === 0) return { skip: "done" };
  const n = organisations.reduce((sum, one) => sum + one.seats, 0);
  return card("review", t("notice.review.title", { n }), {
    rows: organisations.map((one) =>
      t("notice.review.row", { organisation: organisationName(it, one), n: one.seats, day: one.reviewOn ? showDay(one.reviewOn, lang) : "–" }),
    ),
    text: t("notice.review.text"),
    buttons: [{ label: t("label.members"), wish: wish("member.show") }],
  });
};

/** To the office: somebody's account takes no messages any more. */
const unreachable: Composer = async (it) => {
  const { t, view, args } = it;
  const [person] = await view.find("Person", { id: args["person"] ?? "" });
  if (!person) return { skip: "gone" };
  const [organisation] = person.organisationId ? await view.find("Organisation", { id: person.organisationId }) : [];
  return card("unreachable", t("notice.unreachable.title"), {
    facts: [
      { label: t("notice.unreachable.person"), value: personLabel(it, person, organisation) },
      { label: t("notice.unreachable.reason"), value: t("notice.unreachable.reasonValue", { reason: args["reason"] ?? "unreachable" }) },
    ],
    text: t("notice.unreachable.text"),
    buttons: [
      { label: t("do.reply.record"), wish: wish("reply.record", { whom: person.id }) },
      { label: t("do.member.access"), wish: wish("member.access", { whom: person.id }) },
    ],
  });
};

const known = {
  ...rsvpComposers,
  ...meetingComposers,
  ...rosterComposers,
  ...privacyComposers,
  ...speakerComposers,
  ...taskComposers,
  ...questionComposers,
  ...noticeComposers,
  replaced,
  review,
  unreachable,
} satisfies Readonly<Record<string, Composer>>;
const composers: Readonly<Record<string, Composer>> = known;
export type Kind = keyof typeof known;

export const composerOf = (kind: string): Composer | undefined => (Object.hasOwn(composers, kind) ? composers[kind] : undefined);

/** An older card of a channel after a newer one of its matter. */
const boardReplaced: OpenComposer = async ({ t, lang, now, alliance }) =>
  card("stale.replaced", lang === "de" ? alliance.nameDe : alliance.nameEn, {
    facts: [{ label: t("notice.replaced"), value: t("notice.replacedBy", { day: showDay(dayOf(now, alliance.zone), lang) }) }],
  });

const openComposers: Readonly<Record<string, OpenComposer>> = { ...roundBoards, ...programmeBoards, "board.replaced": boardReplaced };
export const openComposerOf = (kind: string): OpenComposer | undefined => (Object.hasOwn(openComposers, kind) ? openComposers[kind] : undefined);
