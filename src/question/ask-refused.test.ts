// When no question is taken: too late, the intake paused, no right, the limit reached; and what is said of it where.
import type { Outcome } from "../outcome.ts";
import { cardOf, factsOf, titleOf } from "../testing/agreed.ts";
import { askNamed, askUnnamed, beforeTheRound, openForm, words } from "../testing/asking.ts";
import { newestMeeting } from "../testing/tour.ts";
import type { World } from "../testing/world.ts";
import { at } from "../time.ts";
import { noRound } from "./model.ts";

const questions = (world: World) => world.store.rows("Question");
const fieldsOf = (outcome: Outcome) => ("refuse" in outcome ? outcome.fields : undefined);
const onceTitle = (outcome: Outcome) => ("show" in outcome && outcome.once ? outcome.show.title : undefined);

async function intake(state: "paused" | "closed") {
  const world = await beforeTheRound();
  world.store.seed({ Round: [{ ...noRound({ id: newestMeeting(world), allianceId: "kba" }), intake: state }] });
  return world;
}

test("before the meeting, as long as the intake is open, and by those who may", async () => {
  const begun = await beforeTheRound();
  begun.now = at("2026-10-07", "14:00");
  expect(await openForm(begun, "cdu-1")).toMatchObject({ refuse: "too_late" });
  const paused = await intake("paused");
  expect(await openForm(paused, "ihk-1")).toMatchObject({ refuse: "paused" });
  expect([titleOf(paused, "ihk-1"), paused.labels("ihk-1")]).toEqual(["Zurzeit nehme ich keine Fragen an", ["Fragenliste"]]);
  const closed = await intake("closed");
  await openForm(closed, "cdu-1");
  expect(closed.text("cdu-1")).toContain("Die Annahme von Fragen ist beendet");
  expect(questions(closed)).toEqual([]);
});

test("what was closed while the form was open takes no question any more", async () => {
  const world = await beforeTheRound();
  await openForm(world, "cdu-1");
  world.store.seed({ Round: [{ ...noRound({ id: newestMeeting(world), allianceId: "kba" }), intake: "closed" }] });
  await world.fill("cdu-1", { text: words, to: "agentur", name: "unnamed" });
  expect([questions(world), cardOf(world, "cdu-1")]).toEqual([[], "question.paused"]);
  expect(world.text("cdu-1")).not.toContain(words);
});

test("a seat has its questions, whoever of its people asks; the list names those with a name", async () => {
  const world = await beforeTheRound();
  await askNamed(world, "cdu-2");
  await askNamed(world, "cdu-2");
  expect(await openForm(world, "cdu-2")).toMatchObject({ refuse: "limit" });
  expect([titleOf(world, "cdu-2"), factsOf(world, "cdu-2"), world.labels("cdu-2")]).toEqual([
    "Sie haben 2 von 2 Fragen eingereicht",
    { "Ihre Fragen": "F-1, F-2" },
    ["Meine Fragen"],
  ]);
  expect(world.text("cdu-2")).toContain("Bis Mi, 23.09.2026 können Sie eine davon austauschen.");
  expect(await openForm(world, "cdu-3")).toMatchObject({ refuse: "limit" });
  expect(factsOf(world, "cdu-3")).toEqual({ "Fragen dieses Platzes": "F-1, F-2" });
  expect(await openForm(world, "cdu-1")).toMatchObject({ ask: { name: "question.form" } });
  world.now = at("2026-09-28", "10:00");
  await openForm(world, "cdu-2");
  expect(world.text("cdu-2")).toContain("Für diese Sitzung ist keine weitere Frage möglich.");
});

test("that a seat has asked without a name is seen in the window only", async () => {
  const world = await beforeTheRound();
  await askNamed(world, "cdu-1");
  await askUnnamed(world, "cdu-1");
  const chat = world.messages("cdu-1").length;
  const pressed = await openForm(world, "cdu-1");
  expect(onceTitle(pressed)).toBe("Sie haben 2 von 2 Fragen eingereicht");
  expect(JSON.stringify(pressed)).not.toContain("F-");
  expect(world.messages("cdu-1")).toHaveLength(chat);
  const typed = await world.say("cdu-1", "frage neu");
  expect(typed).toMatchObject({ show: { name: "question.form" } });
  expect(world.text("cdu-1")).not.toContain("von 2");
  const command = await world.gesture("cdu-1", { words: "frage neu", command: true }, { window: true });
  expect(command).toMatchObject({ ask: { note: "Für diese Sitzung sind schon 2 von 2 Fragen eingereicht." } });
  expect(fieldsOf(await world.fill("cdu-1", { text: words, to: "agentur", name: "unnamed" }))).toEqual({
    text: "Für diesen Platz sind schon 2 von 2 Fragen eingereicht.",
  });
  expect(questions(world)).toHaveLength(2);
});

test("after the deadline the office decides; the form and the card say so", async () => {
  const world = await beforeTheRound();
  world.now = at("2026-09-24", "10:00");
  await openForm(world, "cdu-1");
  expect([titleOf(world, "cdu-1"), world.labels("cdu-1")]).toEqual(["Die Frist war Mi, 23.09.2026", ["Trotzdem einreichen", "Abbrechen"]]);
  expect(await world.press("cdu-1", "Trotzdem einreichen")).toMatchObject({
    ask: {
      window: true,
      note: "Die Frist war Mi, 23.09.2026: Ihre Frage geht als verspätet an die Geschäftsstelle. Sie können noch 2 von 2 Fragen einreichen.",
    },
  });
  await world.fill("cdu-1", { text: words, to: "agentur", name: "named" });
  expect(questions(world)).toMatchObject([{ late: true, state: "received" }]);
  expect(factsOf(world, "cdu-1")["Stand"]).toBe("eingegangen, verspätet");
  expect(world.text("cdu-1")).toContain("Die Geschäftsstelle entscheidet über die Aufnahme.");
  await openForm(world, "cdu-1", { late: "1" });
  expect(JSON.stringify(await world.fill("cdu-1", { text: words, to: "agentur", name: "unnamed" }))).toContain("verspätet");
});

test("where the right is lost while the window is open, nothing of what was entered there comes into the chat", async () => {
  const world = await beforeTheRound();
  await openForm(world, "cdu-1");
  world.store.seed({ Organisation: world.store.rows("Organisation").flatMap((it) => (it.id === "cdu" ? [{ ...it, mayAsk: false }] : [])) });
  const outcome = await world.fill("cdu-1", { text: words, to: "agentur", name: "unnamed" });
  expect(outcome).toMatchObject({ refuse: "no_right" });
  expect(JSON.stringify([outcome, world.messages("cdu-1")])).not.toContain("Teilzeitausbildung");
});
