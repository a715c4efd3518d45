// Messages about questions, composed from the state of the moment in which they are sent; what makes no sense any more is not sent.
import { card } from "../card.ts";
import type { Composed, Composer, Composing } from "../notice/composer.ts";
import { isOrganiser } from "../roster/rules.ts";
import { delegatesOf } from "../task/parts.ts";
import { showDay } from "../time.ts";
import { askedOf, askedTitle, digestCard, itemFact } from "./answer-cards.ts";
import { askComposers } from "./ask-composers.ts";
import { reviewBy } from "./days.ts";
import { type Ledger, ledgerOf } from "./ledger.ts";
import { listButton, reviewButton } from "./list-parts.ts";
import type { Question } from "./model.ts";
import { ownCard } from "./own-cards.ts";
import { questionCode } from "./parts.ts";
import { roundComposers } from "./round-composers.ts";

/** The ledger of the meeting with this id, as long as the meeting takes place. */
async function ledgerFor({ view, alliance }: Composing, meetingId: string): Promise<Ledger | undefined> {
  const [meeting] = await view.find("Meeting", { id: meetingId });
  return meeting?.state === "invited" ? ledgerOf(view, meeting, alliance) : undefined;
}

/** A message about the question its details name. */
const composed =
  (draw: (it: Composing, ledger: Ledger, question: Question) => Composed): Composer =>
  async (it) => {
    const [found] = await it.view.find("Question", { id: it.args["question"] ?? "" });
    if (!found) return { skip: "gone" };
    const ledger = await ledgerFor(it, found.meetingId);
    return ledger ? draw(it, ledger, found) : { skip: "over" };
  };

/** To whoever asked with their name, or their secretariat: the question as it is. */
const own = composed((it, ledger, question) => (question.personId === null ? { skip: "gone" } : ownCard(it, ledger, question)));

/** The same as news, as long as it is true. What happens to the question it belongs to happens to it, and the title says so. */
const state = composed((it, ledger, question) => {
  if (question.personId === null) return { skip: "gone" };
  const into = question.state === "merged" ? ledger.questions.find(({ id }) => id === question.intoId) : undefined;
  if (!isStill(it.args["state"], question, into)) return { skip: "superseded" };
  const shown = ownCard(it, ledger, question);
  return { ...shown, title: newsTitle(it, question, into) ?? shown.title };
});

/** With the end of the round what was answered in it is closed, which is no news. */
function isStill(told: string | undefined, question: Question, into: Question | undefined): boolean {
  const { state: now } = into ?? question;
  return told === question.state || told === now || (told === "answered" && now === "closed");
}

function newsTitle({ t, args }: Composing, question: Question, into: Question | undefined): string | undefined {
  const code = questionCode(question);
  if (args["told"] === "correction") return t("question.told.corrected", { question: code });
  const news = args["told"] === "answer" ? "answered" : args["state"];
  if (news !== "answered" && news !== "owed") return undefined;
  if (into) return t("question.told.merged", { into: questionCode(into), question: code, state: news });
  return news === "answered" ? t("ask.title", { question: code, state: news }) : undefined;
}

/** To the people of an organisation: what is new, or repainted everything it is asked. */
const digest: Composer = async (it) => {
  const { view, args, person, today } = it;
  const ledger = await ledgerFor(it, args["meeting"] ?? "");
  const organisation = ledger?.organisations.find(({ id }) => id === args["organisation"]);
  if (!ledger || !organisation) return { skip: "over" };
  const all = askedOf(ledger, organisation.id);
  const news = args["questions"]?.split(",");
  const asked = news ? all.filter(({ id }) => news.includes(id)) : all;
  if (asked.length === 0) return { skip: "withdrawn" };
  const before = all.filter((question) => !asked.includes(question) && question.state !== "admitted").length;
  const office = isOrganiser(person) && (await delegatesOf(view, organisation.id, today)).length === 0;
  return digestCard(it, ledger, organisation, asked, before, office);
};

/** To the office, on its days: how many questions wait for it. */
const review: Composer = async (it) => {
  const { t, lang, now, today, calendar, args } = it;
  const ledger = await ledgerFor(it, args["meeting"] ?? "");
  if (!ledger || now >= ledger.meeting.startsAt) return { skip: "over" };
  const n = ledger.questions.filter((question) => question.state === "received").length;
  if (n === 0) return { skip: "done" };
  const until = reviewBy(ledger.meeting, calendar);
  return card("question.review.waiting", t("question.told.review", { n }), {
    facts: [itemFact(it, ledger), today <= until ? { label: t("question.told.reviewBy"), value: showDay(until, lang) } : undefined],
    text: t("question.told.review.text"),
    buttons: [reviewButton(it, ledger.meeting, t("question.do.review")), listButton(it, ledger.meeting)],
  });
};

/** What an older card was about that a newer one has taken the place of; undefined where it was about no question. */
export async function oldQuestionTitle(it: Composing): Promise<string | undefined> {
  const { t, view } = it;
  const [what = "", id = "", other = ""] = (it.args["matter"] ?? "").split(":");
  const [found] = what === "question" ? await view.find("Question", { id }) : [];
  if (found) return t("question.title", { question: questionCode(found) });
  const [organisation] = what === "asked" ? await view.find("Organisation", { id: other }) : [];
  if (organisation) return askedTitle(it, organisation, 0);
  return what === "review" ? t("question.do.reviewAll") : undefined;
}

export const questionComposers = {
  ...askComposers,
  ...roundComposers,
  "question.own": own,
  "question.state": state,
  "question.digest": digest,
  "question.review": review,
} satisfies Readonly<Record<string, Composer>>;
