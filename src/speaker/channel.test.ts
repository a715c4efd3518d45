// „programm jetzt“ in a channel: posted once, and edited in place with every step of the day.
import { factsOf, titleOf } from "../testing/agreed.ts";
import { krefeld } from "../testing/roster.ts";
import { inChannel, wishFor } from "../testing/rounds.ts";
import { invited, newestMeeting, press } from "../testing/tour.ts";
import { World } from "../testing/world.ts";
import { at } from "../time.ts";

/** Two talks are in the programme, and the meeting is going on. */
async function going(): Promise<World> {
  const world = await invited((now, change = (rows) => rows) => new World(now, change(krefeld())));
  for (const [who, title] of [
    ["ihk-1", "Ausbildungslotsen"],
    ["dgb-1", "Gute Arbeit"],
  ] as const) {
    await world.say(who, "redebeitrag neu");
    await world.fill(who, { title, about: "Worum es geht.", kind: "new" });
  }
  await world.say("office", "programm veröffentlichen");
  await world.tap("office", "programme.publishNow");
  world.now = at("2026-10-07", "14:40");
  return world;
}

test("the card in the channel follows each step, and stays one message", async () => {
  const world = await going();
  await inChannel(world, "cdu-1", "programm jetzt");
  expect(titleOf(world, "C1")).toBe("Zurzeit spricht niemand");
  await world.say("ob-1", "programm jetzt");
  await world.press("ob-1", "Ersten aufrufen");
  expect([titleOf(world, "C1"), factsOf(world, "C1")["Thema"]]).toEqual(["Jetzt spricht: IHK", "Ausbildungslotsen"]);
  world.now = at("2026-10-07", "14:52");
  await world.press("ob-1", "Gehalten");
  expect([titleOf(world, "C1"), factsOf(world, "C1")["Stand"]]).toEqual(["Jetzt spricht: DGB", "Mi, 07.10.2026, 14:52 Uhr"]);
  await world.press("ob-1", "Schritt zurück");
  expect(titleOf(world, "C1")).toBe("Jetzt spricht: IHK");
  expect(world.messages("C1")).toHaveLength(1);
  const [board] = world.store.rows("Board");
  expect(board).toMatchObject({ matter: `programme:${newestMeeting(world)}`, address: { channel: "C1" } });
  const edits = world.store.rows("Delivery").filter(({ kind }) => kind === "programme.live");
  expect(edits.map(({ mode, ref }) => ({ mode, ref }))).toEqual([0, 1, 2].map(() => ({ mode: "update", ref: board?.ref })));
});

test("the same step pressed twice edits the card once", async () => {
  const world = await going();
  await inChannel(world, "cdu-1", "programm jetzt");
  await world.say("ob-1", "programm jetzt");
  const begin = wishFor(world, "ob-1", "programme.step");
  for (let n = 0; n < 2; n++) await press(world, "ob-1", begin.command, begin.args);
  expect(world.store.rows("Delivery").filter(({ kind }) => kind === "programme.live")).toHaveLength(1);
});

test("nobody reads of a draft in a channel", async () => {
  const world = new World(at("2026-09-09", "10:00"));
  await world.say("office", "sitzung neu am 07.10.2026");
  const outcome = await inChannel(world, "office", "programm jetzt");
  expect("show" in outcome && outcome.open === true).toBe(false);
  expect(world.messages("C1")).toEqual([]);
});
