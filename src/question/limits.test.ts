// The limit of a seat holds whoever of its people asks, with or without a name, and whatever is withdrawn in between.
import fc from "fast-check";
import { askNamed, askUnnamed, beforeTheRound, openForm, withdrawBy, words } from "../testing/asking.ts";
import { newestMeeting, press } from "../testing/tour.ts";
import type { World } from "../testing/world.ts";
import { usualRules } from "./model.ts";

/** The second and the third delegate of the CDU share a seat. */
const seats: Readonly<Record<string, string>> = { "cdu-1": "a", "cdu-2": "b", "cdu-3": "b", "spd-1": "c" };
const people = Object.keys(seats);

interface Asked {
  readonly id: string;
  readonly seat: string;
  readonly by: string;
  readonly receipt?: string;
}
const step = fc.record({
  who: fc.constantFrom(...people),
  what: fc.constantFrom("named", "unnamed", "withdrawNamed", "withdrawUnnamed" as const),
  which: fc.nat(5),
});

const limited = async (perSeat: number): Promise<World> => {
  const world = await beforeTheRound();
  world.store.seed({ QuestionRules: [{ ...usualRules("kba"), perSeat }] });
  return world;
};
const activeIn = (world: World, asked: readonly Asked[]): readonly Asked[] => {
  const gone = new Set(world.store.rows("Question").flatMap(({ id, state }) => (state === "withdrawn" ? [id] : [])));
  return asked.filter(({ id }) => !gone.has(id));
};

/** One person's step; what it added, where a question came of it. */
async function take(world: World, { who, what, which }: { who: string; what: string; which: number }, active: readonly Asked[]): Promise<Asked | undefined> {
  const known = new Set(world.store.rows("Question").map(({ id }) => id));
  const mine = active.filter(({ by, receipt }) => by === who && (receipt !== undefined) === (what === "withdrawUnnamed"));
  const chosen = mine[which % Math.max(1, mine.length)];
  if (what === "withdrawNamed" && chosen) await press(world, who, "question.withdraw", { meeting: newestMeeting(world), question: chosen.id });
  if (what === "withdrawUnnamed" && chosen?.receipt) await withdrawBy(world, who, chosen.receipt);
  if (what.startsWith("withdraw")) return undefined;
  const opened = await openForm(world, who);
  if (!("ask" in opened)) return undefined;
  const outcome = await world.fill(who, { text: words, to: "agentur", name: what });
  const added = world.store.rows("Question").find(({ id }) => !known.has(id));
  const receipt = what === "unnamed" ? /Q-\w{4}-\w{4}/.exec(JSON.stringify(outcome))?.[0] : undefined;
  return added && { id: added.id, seat: seats[who] ?? "", by: who, ...(receipt ? { receipt } : {}) };
}

test("never more than its questions for a seat, never fewer than it may, and as many tokens as questions", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.array(step, { maxLength: 14 }), async (perSeat, steps) => {
      const world = await limited(perSeat);
      let asked: readonly Asked[] = [];
      for (const it of steps) {
        const before = activeIn(world, asked);
        const room = before.filter(({ seat }) => seat === seats[it.who]).length < perSeat;
        const added = await take(world, it, before);
        if (!it.what.startsWith("withdraw")) expect(added !== undefined).toBe(room);
        asked = added ? [...asked, added] : asked;
        const active = activeIn(world, asked);
        for (const seat of ["a", "b", "c"]) expect(active.filter((one) => one.seat === seat).length).toBeLessThanOrEqual(perSeat);
        expect(world.store.rows("Token")).toHaveLength(active.length);
      }
    }),
    { numRuns: 60 },
  );
});

test("two people of one seat who both see one question left submit one", async () => {
  const world = await limited(2);
  await askNamed(world, "cdu-2");
  for (const who of ["cdu-2", "cdu-3"]) expect(await openForm(world, who)).toMatchObject({ ask: { note: expect.stringContaining("noch 1 von 2") } });
  const sent = await Promise.all(["cdu-2", "cdu-3"].map((who) => world.fill(who, { text: words, to: "agentur", name: "unnamed" })));
  expect(sent.filter((it) => "refuse" in it)).toHaveLength(1);
  expect(world.store.rows("Question")).toHaveLength(2);
});

test("a limit that becomes smaller forgets nothing of what was asked", async () => {
  const world = await limited(3);
  const first = await askNamed(world, "cdu-1");
  for (let n = 0; n < 2; n++) await askUnnamed(world, "cdu-1");
  world.store.seed({ QuestionRules: [{ ...usualRules("kba"), perSeat: 2 }] });
  await press(world, "cdu-1", "question.withdraw", { meeting: newestMeeting(world), question: first.id });
  expect(await openForm(world, "cdu-1")).toMatchObject({ once: true });
  world.store.seed({ QuestionRules: [{ ...usualRules("kba"), perSeat: 3 }] });
  expect(await openForm(world, "cdu-1")).toMatchObject({ ask: { note: expect.stringContaining("noch 1 von 3") } });
});

test("a round that is tried out and ended before the meeting leaves the limit as it is", async () => {
  const world = await limited(2);
  const meeting = newestMeeting(world);
  const { question } = await askUnnamed(world, "cdu-1");
  await askUnnamed(world, "cdu-1");
  await press(world, "office", "question.admit", { meeting, question: question.id });
  await press(world, "office", "round.start", { meeting, go: "1" });
  await press(world, "office", "round.endNow", { meeting });
  expect(world.store.rows("Round")).toMatchObject([{ state: "ended" }]);
  expect(await openForm(world, "cdu-1")).toMatchObject({ once: true });
});

test("a supplementary question uses up nothing, so withdrawing it gives nothing back", async () => {
  const world = await limited(2);
  const meeting = newestMeeting(world);
  const { id } = await askNamed(world, "cdu-1");
  await askNamed(world, "cdu-1");
  await press(world, "office", "question.admit", { meeting, question: id });
  await press(world, "office", "round.start", { meeting, go: "1" });
  await press(world, "office", "round.supplement", { meeting, current: id, text: "Und wie viele davon sind in Teilzeit?", sent: "1" });
  const added = world.store.rows("Question").find(({ supplementTo }) => supplementTo === id);
  await press(world, "cdu-1", "question.withdraw", { meeting, question: added?.id ?? "" });
  expect(world.store.rows("Question").find((it) => it.id === added?.id)).toMatchObject({ state: "withdrawn" });
  expect(world.store.rows("Token")).toHaveLength(2);
});
