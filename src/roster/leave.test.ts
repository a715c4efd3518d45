// Adding and taking away: a channel is greeted once by one card, and whoever removes the bot gets nothing more.
import { owed } from "../notice/owe.ts";
import { World } from "../testing/world.ts";
import { at } from "../time.ts";

const channel = { place: "channel", room: { chat: "hall" } } as const;
const accountOf = (world: World, person: string) => world.store.rows("Account").find((it) => it.personId === person);
const notes = (world: World) => world.messages("office").filter(({ card }) => card.name === "left.note");

describe("the bot is added to a channel", () => {
  test("the channel reads one card, however many ways tell of it, and nobody is written to", async () => {
    const world = new World();
    for (const more of [channel, { ...channel, key: "again" }, { ...channel, key: "again" }])
      await world.gesture("ihk-1", { met: true }, { key: "again", ...more });
    expect(world.messages("hall").map(({ card }) => card.title)).toEqual(["Bündnisbot ist jetzt in diesem Kanal"]);
    expect(world.labels("hall")).toEqual(["Hilfe"]);
    for (const who of ["ihk-1", "office", "dgb-1"]) expect(world.messages(who)).toEqual([]);
  });

  test("also by somebody the bot does not know", async () => {
    const world = new World();
    await world.gesture("new", { met: true }, channel);
    expect(world.text("hall")).toContain("Persönliches bespreche ich nur im direkten Chat.");
    expect(world.messages("new")).toEqual([]);
  });
});

describe("somebody takes the bot away", () => {
  test("their account is unreachable at once, and the office hears of it once", async () => {
    const world = new World();
    for (const _ of [1, 2]) expect(await world.gesture("ihk-1", { left: true })).toEqual({ silent: "left" });
    expect(accountOf(world, "ihk-1")).toMatchObject({ reachable: false });
    expect(notes(world)).toHaveLength(1);
    expect(world.text("office")).toContain("Delegierte Person, IHK");
    expect(world.labels("office")).toEqual(["Rückmeldung erfassen", "Zugangscode erstellen"]);
    expect(world.messages("ihk-1")).toEqual([]);
  });

  test("an invitation does not wait for them: the preview names whom no chat reaches", async () => {
    const world = new World(at("2026-09-09", "10:00"));
    await world.gesture("ihk-1", { left: true });
    await world.say("office", "sitzung neu am 07.10.2026");
    await world.press("office", "Einladung vorbereiten");
    expect(world.text("office")).toMatch(/Nicht erreichbar: [^.]*IHK/);
  });

  test("with their first word they can be reached again", async () => {
    const world = new World();
    await world.gesture("ihk-1", { left: true });
    await world.say("ihk-1", "status");
    expect(accountOf(world, "ihk-1")).toMatchObject({ reachable: true });
  });

  test("another account of theirs gets the messages from now on, and then the office has nothing to do", async () => {
    const world = new World();
    const own = accountOf(world, "ihk-1");
    if (!own) throw new Error("ihk-1 has no account");
    world.store.seed({ Account: [{ ...own, id: "second", messenger: "teams", user: "ihk-teams", address: { chat: "ihk-teams" }, receives: false }] });
    await world.gesture("ihk-1", { left: true });
    expect(world.store.rows("Account").filter((it) => it.personId === "ihk-1")).toMatchObject([
      { id: own.id, receives: false, reachable: false },
      { id: "second", receives: true, reachable: true },
    ]);
    expect(notes(world)).toHaveLength(0);
  });

  test("the office itself is not told of its own doing, and a stranger leaves no trace", async () => {
    const world = new World();
    const before = world.store.rows("Contact").length;
    for (const who of ["office", "new"]) expect(await world.gesture(who, { left: true })).toEqual({ silent: "left" });
    expect([world.messages("office"), world.store.rows("Contact").length]).toEqual([[], before]);
  });
});

describe("a whole workspace takes the bot away", () => {
  /** These have an account in that workspace, as the store leaves it; then the office is told. */
  async function told(people: readonly string[], more: { reachable?: boolean } = {}): Promise<World> {
    const world = new World();
    const there = world.store.rows("Account").filter(({ personId }) => people.includes(personId));
    world.store.seed({ Account: there.map((it) => ({ ...it, messenger: "slack", tenant: "T9", reachable: false, ...more })) });
    const args = { messenger: "slack", tenant: "T9" };
    const because = { now: world.now, desk: { alliance: { id: "kba" } } };
    await world.store.work({ allianceId: "kba" }, async (desk) => desk.owe(owed(because, { key: "k", kind: "workspaceLeft", personId: "office", args })));
    await world.deliver();
    return world;
  }

  test("the office reads who cannot be reached any more, and what it can do", async () => {
    const world = await told(["ihk-1", "dgb-1"]);
    expect(world.text("office")).toContain("Der Bündnisbot wurde in Slack entfernt");
    expect(world.text("office")).toMatch(/Nicht mehr erreichbar: Delegierte Person, DGB; Delegierte Person, IHK/);
    expect(world.text("office")).toContain("Bitte melden Sie sich selbst bei den Personen.");
    expect(world.labels("office")).toEqual(["Zugangscode erstellen"]);
  });

  test("where everybody has another account there is nothing to do", async () => {
    const world = await told([]);
    expect(world.text("office")).toContain("Alle Personen von dort erreiche ich in einem anderen Konto.");
    expect(world.labels("office")).toEqual(["Mitglieder"]);
  });

  test("whoever is back by then is no news", async () => {
    expect((await told(["ihk-1"], { reachable: true })).messages("office")).toEqual([]);
  });
});
