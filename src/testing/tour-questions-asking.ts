// The tours of those who ask: the form and every no, what was typed, the receipt, and the own question in each of its states.
import { type Answer, noRound, type Question } from "../question/model.ts";
import { at } from "../time.ts";
import { wish } from "../wish.ts";
import { withJobcenter } from "./asking.ts";
import { account, person } from "./examples.ts";
import type { SomeRows } from "./store.ts";
import { adding, invited, newestMeeting, press, type Tour } from "./tour.ts";
import type { World } from "./world.ts";

const texts = {
  de: {
    one: "Wie viele Teilzeitausbildungen sind 2027 in Krefeld geplant?",
    two: "Wie entwickelt sich die Teilzeitausbildung in Krefeld?",
    three: "Welche Angebote gibt es für Beschäftigte in Schichtarbeit?",
    statement: "Mehr Plätze für alle.",
    background: "In der Sitzung vom Frühjahr waren es 30.",
    hint: "Bitte mehr Zeit für Rückfragen.",
    rejected: "Das berät der Fachausschuss.",
    answer: "Für 2027 sind 40 Teilzeitausbildungen geplant.",
    typed: "frage neu",
    to: "an",
  },
  en: {
    one: "How many part-time trainings are planned in Krefeld for 2027?",
    two: "How is part-time training developing in Krefeld?",
    three: "Which offers are there for people on shift work?",
    statement: "More places for all.",
    background: "At the meeting in spring there were 30.",
    hint: "Please leave more time for questions.",
    rejected: "The committee deals with this.",
    answer: "For 2027, 40 part-time trainings are planned.",
    typed: "question new",
    to: "to",
  },
} as const;

const opened = (world: World, who: string, args: Readonly<Record<string, string>> = {}) =>
  press(world, who, "question.new", { meeting: newestMeeting(world), ...args });
async function named(world: World, who: string, text: string, more: Readonly<Record<string, string>> = {}): Promise<Question> {
  await opened(world, who, more["late"] ? { late: "1" } : {});
  await world.fill(who, { text, to: "agentur", name: "named", ...more });
  const found = world.store.rows("Question").at(-1);
  if (!found) throw new Error("No question was stored.");
  return found;
}
/** As the office has decided about it. */
const become = (world: World, question: Question, more: Partial<Question>): void => world.store.seed({ Question: [{ ...question, ...more }] });
const show = (world: World, who: string, { id }: Question) => press(world, who, "question.show", { meeting: newestMeeting(world), question: id });
const setIntake = (world: World, intake: "open" | "paused" | "closed"): void =>
  world.store.seed({ Round: [{ ...noRound({ id: newestMeeting(world), allianceId: "kba" }), intake }] });

/** K21.1, K22.1, K22.2, K22.4, and the withdrawal of both kinds. */
const submitted: Tour = async (open, language) => {
  const { one, two, three, statement, background } = texts[language];
  const world = await invited(open, withJobcenter);
  await world.say("cdu-1", "frage");
  await world.tap("cdu-1", "rsvp.accept");
  await world.tap("cdu-1", "question.new");
  await world.fill("cdu-1", { text: statement, to: "", name: "" });
  await world.fill("cdu-1", { text: `${one} ${two} ${three} ${one} ${two}`, to: "agentur", name: "named" });
  await world.fill("cdu-1", { text: one, background, to: "agentur", name: "named" });
  await world.tap("cdu-1", "question.edit");
  await world.fill("cdu-1", { text: statement });
  await world.fill("cdu-1", { text: two });
  await world.say("cdu-1", "status");
  await opened(world, "cdu-1");
  const sent = { sent: world.formOf("cdu-1")?.wish ?? wish("question.new"), answers: { text: three, to: "jobcenter", name: "unnamed" } };
  const unnamed = await world.gesture("cdu-1", sent, { key: "once" });
  await world.gesture("cdu-1", sent, { key: "once" });
  const receipt = /Q-\w{4}-\w{4}/.exec(JSON.stringify(unnamed))?.[0] ?? "";
  await opened(world, "cdu-1");
  await world.say("cdu-1", "frage");
  await world.say("cdu-1", "frage zurückziehen");
  await world.tap("cdu-1", "question.withdraw", { by: "receipt" });
  await world.fill("cdu-1", { receipt: "Q-2222-2222" });
  await world.fill("cdu-1", { receipt });
  await world.say("cdu-1", `frage zurückziehen ${receipt}`);
  await world.tap("cdu-1", "question.withdraw", { by: "receipt" });
  await world.fill("cdu-1", { receipt });
  await world.say("cdu-1", "frage zurückziehen F-1");
  await world.say("cdu-1", "frage zurückziehen");
  for (const text of [one, two]) await named(world, "cdu-2", text);
  await opened(world, "cdu-2");
  await opened(world, "cdu-3");
  await world.say("cdu-2", "frage zurückziehen");
  await world.say("spd-1", "frage F-2");
  world.now = at("2026-09-24", "10:00");
  await opened(world, "cdu-2");
};

/** K21.3, K21.4 and K22.3. */
const typed: Tour = async (open, language) => {
  const { one, two, hint, typed: command, to } = texts[language];
  const world = await invited(open, withJobcenter);
  await world.say("cdu-1", `${command} ${one} ${to} Arbeitsagentur`);
  await world.tap("cdu-1", "question.new", { name: "named" });
  await world.fill("cdu-1", {});
  await world.say("cdu-1", `${command} ${two} ${to} Arbeitsagntur`);
  await world.tap("cdu-1", "question.typed", { to: "agentur" });
  await world.say("cdu-1", `${command} ${two} ${to} Bäckerei`);
  await world.say("cdu-1", command);
  await press(world, "cdu-1", "question.typed", { text: `${one} ${two} ${one} ${two} ${one}` });
  await world.tap("cdu-1", "question.new", { name: "named" });
  await world.say("ihk-1", `${command} ${one}`);
  await world.tap("ihk-1", "question.hint", { answer: "no" });
  await opened(world, "ihk-1");
  await press(world, "ihk-1", "question.hint", { meeting: newestMeeting(world) });
  await world.fill("ihk-1", { text: hint.repeat(20) });
  await world.fill("ihk-1", { text: hint });
  await world.say("ihk-1", "frage");
  await opened(world, "office");
  await world.say("cdu-1", language === "de" ? `Ich habe eine Frage: ${two}` : `I have a question: ${two}`);
};

/** K22.5 and K22.6. */
const tooLate: Tour = async (open, language) => {
  const { one, two, three } = texts[language];
  const world = await invited(open, withJobcenter);
  for (const intake of ["paused", "closed"] as const) {
    setIntake(world, intake);
    await opened(world, "cdu-1");
  }
  setIntake(world, "open");
  world.now = at("2026-09-24", "10:00");
  await opened(world, "cdu-1");
  await world.tap("cdu-1", "question.new", { late: "1" });
  await world.fill("cdu-1", { text: one, to: "agentur", name: "named" });
  await opened(world, "cdu-1", { late: "1" });
  await world.fill("cdu-1", { text: two, to: "agentur", name: "unnamed" });
  await world.say("spd-1", `${texts[language].typed} ${three}`);
  await named(world, "spd-1", three, { late: "1" });
  world.now = at("2026-10-05", "10:00");
  await named(world, "spd-2", one, { late: "1" });
  world.now = at("2026-10-07", "15:00");
  await opened(world, "cdu-1");
};

/** K24.1 to K24.4, and what the office hears at once. */
const decided: Tour = async (open, language) => {
  const { one, two, three, answer, rejected } = texts[language];
  const world = await invited(open, withJobcenter);
  const first = await named(world, "spd-1", two);
  const mine = await named(world, "cdu-1", one);
  const other = await named(world, "cdu-1", three);
  const written: Answer = {
    questionId: first.id,
    edition: 1,
    allianceId: "kba",
    organisationId: "agentur",
    personId: "agentur-1",
    text: answer,
    on: "2026-10-01",
  };
  for (const state of ["admitted", "assigned"] as const) {
    become(world, first, { state });
    await show(world, "spd-1", first);
  }
  await world.tap("spd-1", "question.show", { view: "public" });
  for (const state of ["received", "admitted"] as const) {
    become(world, first, { state });
    become(world, mine, { state: "merged", intoId: first.id });
    await show(world, "cdu-1", mine);
  }
  await world.say("cdu-1", "frage");
  await world.say("spd-1", "frage");
  await world.tap("cdu-1", "question.show", { question: "F-2" });
  await world.tap("cdu-1", "question.respond", { answer: "agree" });
  await world.tap("cdu-1", "question.respond", { answer: "again" });
  become(world, mine, { state: "merged", intoId: first.id });
  become(world, first, { state: "answeredBefore" });
  world.store.seed({ Answer: [written] });
  await show(world, "cdu-1", mine);
  for (const rule of ["noQuestion", "offTopic", "private", "dignity", "asked"] as const) {
    become(world, other, { state: "rejected", rule, hint: rule === "asked" ? rejected : null });
    await show(world, "cdu-1", other);
  }
  await world.tap("cdu-1", "question.edit");
  await world.tap("cdu-1", "question.respond", { answer: "again" });
  become(world, other, { state: "rejected", rule: "asked" });
  world.now = at("2026-10-02", "10:00");
  await show(world, "cdu-1", other);
  world.store.seed({ Answer: [{ ...written, edition: 2 }] });
  for (const state of ["answeredBefore", "answered", "owed", "closed"] as const) {
    become(world, first, { state });
    await show(world, "spd-1", first);
    become(world, mine, { state });
    await show(world, "cdu-1", mine);
  }
  world.now = at("2026-10-07", "15:00");
  await show(world, "cdu-1", other);
};

/** A secretariat asks for the people it answers for. */
const secretariat: Tour = async (open, language) => {
  const { one, two } = texts[language];
  const behind = (rows: SomeRows): SomeRows =>
    adding(withJobcenter(rows), {
      Person: [person({ id: "desk", allianceId: "kba", organisationId: "cdu", name: "Sekretariat", nameEn: "Secretariat", language, welcomedAt: new Date(0) })],
      Account: [account({ id: "acc-desk", allianceId: "kba", personId: "desk", messenger: "test", tenant: "T", user: "desk", address: { chat: "desk" } })],
      StandIn: ["cdu-1", "spd-1"].map((personId) => ({ actorId: "desk", personId, allianceId: "kba" })),
    });
  const world = await invited(open, behind);
  await opened(world, "desk");
  await world.fill("desk", { text: one, to: "agentur", name: "named" });
  await world.fill("desk", { text: one, to: "agentur", name: "named", asker: "spd-1" });
  const mine = await named(world, "desk", two, { asker: "cdu-1" });
  await world.say("desk", "frage");
  await world.say("desk", "status");
  for (const more of [{ state: "rejected", rule: "asked" }, { state: "admitted" }] as const) {
    become(world, mine, more);
    await show(world, "desk", mine);
  }
};

export const askingTours: readonly Tour[] = [submitted, typed, tooLate, decided, secretariat];
