// What a substitute hears: once they can be reached, and while the delegate only waits for a seat.

import { krefeld } from "../testing/roster.ts";
import { withoutAccounts } from "../testing/tour.ts";
import { World } from "../testing/world.ts";
import { at } from "../time.ts";

async function invited(rows = krefeld()): Promise<World> {
  const world = new World(at("2026-09-09", "10:00"), rows);
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.press("office", "Einladung vorbereiten");
  await world.press("office", world.labels("office").find((label) => label.endsWith("senden")) ?? "");
  return world;
}
const named = async (world: World) => {
  await world.press("ihk-1", "Vertretung kommt");
  await world.press("ihk-1", "Stellvertretung 1");
};
const link = async (world: World) => {
  await world.say("office", "mitglied zugang Stellvertretung 1");
  await world.say("ihk-s", /Z-\w{4}-\w{4}/.exec(world.text("office"))?.[0] ?? "");
  await world.clock(new Date(world.now.getTime() + 5000));
};
const replyOf = (world: World) => world.store.rows("Reply").find(({ personId }) => personId === "ihk-1");

test("who was named before they had an account is asked as soon as they have one, and once", async () => {
  const world = await invited(withoutAccounts("ihk-s")(krefeld()));
  await named(world);
  expect(replyOf(world)).toMatchObject({ state: "substitute", substituteState: "unreachable" });
  await link(world);
  expect(world.newest("ihk-s")?.card.title).toBe("Sie sind als Vertretung benannt");
  expect(world.store.rows("Delivery").filter(({ kind, personId }) => kind === "substitute.asked" && personId === "ihk-s")).toHaveLength(1);
  await world.press("ihk-s", "Ich komme");
  expect(replyOf(world)).toMatchObject({ state: "substitute", substituteState: "confirmed" });
  expect(world.text("ihk-1")).toContain("Ihre Vertretung ist eingetragen");
});

test("who has been told meanwhile, or is named for a meeting that has begun, is not asked", async () => {
  const world = await invited(withoutAccounts("ihk-s")(krefeld()));
  await named(world);
  await world.press("ihk-1", "Ist informiert");
  await link(world);
  expect(world.store.rows("Delivery").filter(({ kind }) => kind === "substitute.asked")).toEqual([]);
});

test("while the delegate waits for a seat, the substitute hears that, and not that somebody has decided otherwise", async () => {
  const world = await invited();
  await named(world);
  const reply = replyOf(world);
  if (reply) world.store.seed({ Reply: [{ ...reply, state: "waiting", waitingSince: world.now }] });
  expect(await world.press("ihk-s", "Ich komme")).toMatchObject({ refuse: "waits" });
  expect(world.text("ihk-s")).toContain("Der Platz ist noch nicht frei");
  expect(world.text("ihk-s")).not.toContain("anders entschieden");
  expect(replyOf(world)?.substituteState).toBe("asked");
});
