// Withdrawing: by number with a name, by receipt without one, and what becomes of the limit and of those merged into it.
import type { Outcome } from "../outcome.ts";
import { cardOf, factsOf, titleOf } from "../testing/agreed.ts";
import { askNamed, askUnnamed, beforeTheRound, openForm, withdrawBy } from "../testing/asking.ts";
import { newestMeeting, press } from "../testing/tour.ts";
import type { World } from "../testing/world.ts";
import { at } from "../time.ts";
import { wish } from "../wish.ts";
import { noRound, type Question } from "./model.ts";

const stored = (world: World, id: string) => world.store.rows("Question").find((it) => it.id === id);
const fieldsOf = (outcome: Outcome) => ("refuse" in outcome ? outcome.fields : undefined);
const become = (world: World, question: Question, more: Partial<Question>) => world.store.seed({ Question: [{ ...question, ...more }] });
const everything = (world: World) =>
  JSON.stringify(["Delivery", "Trail", "Shown", "Question", "Note", "Token"].map((table) => world.store.rows(table as "Question")));

test("by its number: the seat has it back, and the card says so", async () => {
  const world = await beforeTheRound();
  const mine = await askNamed(world, "cdu-1");
  await askNamed(world, "cdu-1");
  await world.say("cdu-1", "frage zurückziehen F-1");
  expect([stored(world, mine.id)?.state, titleOf(world, "cdu-1"), world.labels("cdu-1")]).toEqual([
    "withdrawn",
    "Frage F-1 ist zurückgezogen",
    ["Frage einreichen", "Fragenliste"],
  ]);
  expect(world.store.rows("Token")).toHaveLength(1);
  await world.say("cdu-1", "frage zurückziehen F-1");
  expect(world.store.rows("Token")).toHaveLength(1);
  const third = await askNamed(world, "cdu-1");
  expect(third.number).toBe(3);
  expect(await openForm(world, "cdu-1")).toMatchObject({ refuse: "limit" });
});

test("without a number it is asked which one is meant", async () => {
  const world = await beforeTheRound();
  const [first, second] = [await askNamed(world, "cdu-1"), await askNamed(world, "cdu-1", { text: "Welche Kurse gibt es?" })];
  await world.say("cdu-1", "frage zurückziehen");
  expect([titleOf(world, "cdu-1"), world.labels("cdu-1")]).toEqual(["Welche Frage ziehen Sie zurück?", ["Quittung eingeben", "Abbrechen"]]);
  await world.tap("cdu-1", "question.withdraw", { question: "F-2" });
  expect([stored(world, first.id)?.state, stored(world, second.id)?.state]).toEqual(["received", "withdrawn"]);
  await world.say("spd-1", "frage zurückziehen");
  expect(cardOf(world, "spd-1")).toBe("question.withdraw.none");
  await world.say("spd-1", "Meine Frage ziehe ich zurück");
  expect(world.text("spd-1")).not.toContain("F-1");
});

test("by its receipt, in the window: nothing tells who did it, and the seat can ask again", async () => {
  const world = await beforeTheRound();
  const { question, receipt } = await askUnnamed(world, "cdu-1");
  await askUnnamed(world, "cdu-1");
  await world.say("cdu-1", "frage zurückziehen");
  await world.press("cdu-1", "Quittung eingeben");
  const before = { delivered: world.store.rows("Delivery").length, trail: world.store.rows("Trail").length };
  expect(fieldsOf(await world.fill("cdu-1", { receipt: "Q-2222-3333" }))).toEqual({ receipt: "Zu dieser Quittung gibt es keine Frage." });
  expect(fieldsOf(await world.fill("cdu-1", { receipt: "" }))).toEqual({ receipt: "Diese Angabe fehlt noch." });
  const done = await world.fill("cdu-1", { receipt: receipt.toLowerCase().replace("q-", "").replace("-", " ") });
  expect(done).toMatchObject({ once: true, show: { title: `Frage F-${question.number} ist zurückgezogen` } });
  expect(stored(world, question.id)).toMatchObject({ state: "withdrawn", personId: null });
  expect({ delivered: world.store.rows("Delivery").length, trail: world.store.rows("Trail").length }).toEqual(before);
  expect(world.store.rows("Token")).toHaveLength(1);
  await askNamed(world, "cdu-1");
  expect(fieldsOf(await withdrawBy(world, "cdu-1", receipt))).toEqual({ receipt: "Diese Frage lässt sich nicht mehr zurückziehen." });
});

test("a receipt of another seat gives nobody a question more than their own", async () => {
  const world = await beforeTheRound();
  const { question, receipt } = await askUnnamed(world, "cdu-1");
  await askNamed(world, "spd-1");
  await withdrawBy(world, "spd-1", receipt);
  expect(stored(world, question.id)?.state).toBe("withdrawn");
  expect(world.store.rows("Token")).toHaveLength(2);
  await askNamed(world, "spd-1");
  expect(await openForm(world, "spd-1")).toMatchObject({ refuse: "limit" });
});

test.each(["frage zurückziehen Q-9RT4-6CWB", "Q-9RT4-6CWB", "q 9rt4 6cwb", "Bitte ziehen Sie Q-9RT4-6CWB zurück", "frage Q9RT4-6CWB", "/frage Q-9RT4-6CWB"])(
  "„%s“ in the chat is not used, not repeated and not stored",
  async (said) => {
    const world = await beforeTheRound();
    const { question } = await askUnnamed(world, "cdu-1");
    const outcome = await world.say("cdu-1", said);
    expect([outcome, world.labels("cdu-1")]).toMatchObject([{ refuse: "receipt" }, ["Quittung eingeben", "Fragenliste"]]);
    expect(JSON.stringify(outcome)).not.toMatch(/9rt4/i);
    expect(everything(world)).not.toMatch(/9rt4/i);
    expect(stored(world, question.id)?.state).toBe("received");
    await world.press("cdu-1", "Quittung eingeben");
    expect(world.formOf("cdu-1")).toMatchObject({ name: "question.form.receipt", window: true });
  },
);

test.each(["quadrants", "Quartal", "Qualität"])("„%s“ is no receipt", async (said) => {
  const world = await beforeTheRound();
  expect(await world.say("cdu-1", said)).not.toMatchObject({ refuse: "receipt" });
});

test("a receipt pressed or typed into a button counts for nothing", async () => {
  const world = await beforeTheRound();
  const { question, receipt } = await askUnnamed(world, "cdu-1");
  await press(world, "cdu-1", "question.withdraw", { meeting: newestMeeting(world), by: "receipt", receipt, sent: "1" });
  expect(stored(world, question.id)?.state).toBe("received");
});

test("those merged into a withdrawn question are received again, each with its own count", async () => {
  const world = await beforeTheRound();
  const umbrella = await askNamed(world, "spd-1");
  const mine = await askNamed(world, "cdu-1");
  become(world, umbrella, { state: "admitted" });
  become(world, mine, { state: "merged", intoId: umbrella.id });
  await press(world, "spd-1", "question.withdraw", { meeting: newestMeeting(world), question: umbrella.id });
  expect(stored(world, mine.id)).toMatchObject({ state: "received", intoId: null });
  expect(factsOf(world, "cdu-1")["Stand"]).toBe("eingegangen");
});

test("behind a question without a name they are received again in silence", async () => {
  const world = await beforeTheRound();
  const { question, receipt } = await askUnnamed(world, "spd-1");
  const mine = await askNamed(world, "cdu-1");
  become(world, question, { state: "admitted" });
  become(world, mine, { state: "merged", intoId: question.id });
  const before = { delivered: world.store.rows("Delivery").length, trail: world.store.rows("Trail").length };
  await withdrawBy(world, "spd-1", receipt);
  expect(stored(world, mine.id)).toMatchObject({ state: "received", intoId: null });
  expect({ delivered: world.store.rows("Delivery").length, trail: world.store.rows("Trail").length }).toEqual(before);
});

test("while the round calls it, a receipt comes too late", async () => {
  const world = await beforeTheRound();
  const { question, receipt } = await askUnnamed(world, "cdu-1");
  become(world, question, { state: "assigned" });
  world.store.seed({ Round: [{ ...noRound({ id: newestMeeting(world), allianceId: "kba" }), state: "running", currentId: question.id }] });
  expect(fieldsOf(await withdrawBy(world, "cdu-1", receipt))).toEqual({ receipt: "Diese Frage lässt sich nicht mehr zurückziehen." });
});

test("in plain words: the question meant is withdrawn, or asked for", async () => {
  const world = await beforeTheRound();
  const mine = await askNamed(world, "cdu-1");
  await world.say("cdu-1", "Bitte ziehen Sie die Frage F-1 zurück");
  if (cardOf(world, "cdu-1") === "rsvp.understood") await world.press("cdu-1", "Ja, eintragen");
  expect(stored(world, mine.id)?.state).toBe("withdrawn");
  world.now = at("2026-09-15", "11:00");
  const next = await askNamed(world, "cdu-1");
  await world.say("cdu-1", "Meine Frage soll bitte anders lauten: Welche Kurse gibt es?");
  expect(cardOf(world, "cdu-1")).toBe("question.form.edit");
  expect(stored(world, next.id)).toEqual(next);
});

test("with what is entered in a window no row of the sender's is written, so that the two are not to be joined", async () => {
  const world = await beforeTheRound();
  const from = { messenger: "test", tenant: "T", user: "cdu-1", address: { chat: "cdu-1", service: "elsewhere" } };
  const account = () => world.store.rows("Account").find(({ user }) => user === "cdu-1");
  await openForm(world, "cdu-1");
  const form = world.formOf("cdu-1");
  const before = account();
  const answers = { text: "Wie viele sind es?", to: "agentur", name: "unnamed" };
  const outcome = await world.gesture("cdu-1", { sent: form?.wish ?? wish("question.new"), answers }, { from });
  expect([outcome, account()]).toEqual([expect.objectContaining({ once: true }), before]);
  await world.gesture("cdu-1", { words: "status", command: true }, { from });
  expect(account()?.address).toEqual(from.address);
});
