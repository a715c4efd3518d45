// Who may still do what with a question that was asked: word it anew, leave it to the secretariat, withdraw it in time; and where asking is offered.
import { cardOf, factsOf } from "../testing/agreed.ts";
import { askNamed, askUnnamed, beforeTheRound, words } from "../testing/asking.ts";
import { adding, newestMeeting, press } from "../testing/tour.ts";
import type { World } from "../testing/world.ts";
import { at } from "../time.ts";
import { noRound, type Question } from "./model.ts";

const rowsOf = (world: World, who: string) => (world.newest(who)?.card.elements ?? []).flatMap((it) => (it.type === "rows" ? it.rows : []));
const stored = (world: World, id: string) => world.store.rows("Question").find((it) => it.id === id);
const become = (world: World, question: Question, more: Partial<Question>): void => world.store.seed({ Question: [{ ...question, ...more }] });
const respond = (world: World, who: string, { id }: Question, answer: string) =>
  press(world, who, "question.respond", { meeting: newestMeeting(world), question: id, answer });

test("worded anew until it is admitted, with the same rules as when it was asked", async () => {
  const world = await beforeTheRound();
  const mine = await askNamed(world, "cdu-1");
  await world.press("cdu-1", "Ändern");
  expect(world.formOf("cdu-1")).toMatchObject({ title: "Frage ändern", window: true });
  expect(await world.fill("cdu-1", { text: "Mehr Plätze." })).toMatchObject({ fields: { text: expect.stringContaining("Bitte formulieren Sie eine Frage") } });
  await world.fill("cdu-1", { text: "Welche Plätze gibt es?", to: "jobcenter", background: "", objective: "objective-1" });
  expect(stored(world, mine.id)).toMatchObject({ text: "Welche Plätze gibt es?", toId: "jobcenter", objectiveId: "objective-1", number: 1, personId: "cdu-1" });
  expect(rowsOf(world, "cdu-1")).toEqual(["„Welche Plätze gibt es?“"]);
  become(world, mine, { state: "admitted" });
  await press(world, "cdu-1", "question.edit", { meeting: newestMeeting(world), question: mine.id });
  expect(cardOf(world, "cdu-1")).toBe("question.state.admitted");
  expect(await press(world, "spd-1", "question.edit", { meeting: newestMeeting(world), question: mine.id })).toMatchObject({ refuse: "no_question" });
});

test("others have no hand in it, their secretariat has", async () => {
  const world = await beforeTheRound((rows) => adding(rows, { StandIn: [{ actorId: "dgb-1", personId: "cdu-1", allianceId: "kba" }] }));
  const mine = await askNamed(world, "cdu-1");
  become(world, mine, { state: "rejected", rule: "asked" });
  for (const who of ["cdu-2", "spd-1", "ihk-1", "office"]) {
    expect(await respond(world, who, mine, "again")).toMatchObject({ refuse: "no_question" });
    expect(await press(world, who, "question.withdraw", { meeting: newestMeeting(world), question: mine.id })).toMatchObject({ refuse: "no_question" });
  }
  expect(stored(world, mine.id)).toMatchObject({ state: "rejected" });
  await respond(world, "dgb-1", mine, "again");
  expect(stored(world, mine.id)).toMatchObject({ said: "again" });
  expect([factsOf(world, "dgb-1")["Für"], factsOf(world, "cdu-1")["Stand"]]).toEqual(["Delegierte Person 1, CDU-Fraktion", "eingegangen, erneut zu prüfen"]);
});

test("the round that calls it leaves it to the round", async () => {
  const world = await beforeTheRound();
  const mine = await askNamed(world, "cdu-1");
  become(world, mine, { state: "assigned" });
  world.store.seed({ Round: [{ ...noRound({ id: newestMeeting(world), allianceId: "kba" }), state: "running", currentId: mine.id }] });
  world.now = at("2026-10-07", "15:45");
  await press(world, "cdu-1", "question.withdraw", { meeting: newestMeeting(world), question: mine.id });
  expect([stored(world, mine.id)?.state, world.labels("cdu-1")]).toEqual(["assigned", ["Frage ansehen"]]);
});

test("offered after the yes of a seat of politics until the deadline, and named in the own status", async () => {
  const world = await beforeTheRound();
  await world.tap("cdu-1", "rsvp.accept");
  expect(world.labels("cdu-1")).toEqual(["Frage einreichen", "Nur zeitweise", "Kalender", "Ändern"]);
  await world.press("cdu-1", "Frage einreichen");
  expect(world.formOf("cdu-1")).toMatchObject({ name: "question.form" });
  await world.fill("cdu-1", { text: words, to: "agentur", name: "named" });
  await askUnnamed(world, "cdu-1");
  await world.say("cdu-1", "status");
  expect([factsOf(world, "cdu-1")["Fragen"], world.labels("cdu-1")]).toEqual(["F-1: eingegangen", expect.arrayContaining(["Frage einreichen"])]);
  expect(world.text("cdu-1")).not.toContain("von 2");
  await world.say("ihk-1", "status");
  expect(world.labels("ihk-1")).not.toContain("Frage einreichen");
  world.now = at("2026-09-24", "00:00");
  await world.tap("cdu-2", "rsvp.accept");
  expect(world.labels("cdu-2")).not.toContain("Frage einreichen");
});
