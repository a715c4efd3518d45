// Guests for single items, vision and objectives.
import { person } from "../testing/examples.ts";
import { krefeld } from "../testing/roster.ts";
import { World } from "../testing/world.ts";
import { at } from "../time.ts";
import { writeWish } from "../wish.ts";

async function planned(): Promise<World> {
  const world = new World(at("2026-09-09", "10:00"), krefeld());
  await world.say("office", "sitzung neu am 07.10.2026");
  return world;
}
const guests = (world: World) => world.store.rows("Guest").map(({ item }) => item);

describe("Gäste ohne Sitz (D8)", () => {
  it("are entered for single items, stand on the office's card of the meeting, and count nowhere", async () => {
    const world = await planned();
    await world.say("office", "mitglied gast Kim Beispiel");
    const form = world.newest("office")?.card.elements.flatMap((element) => (element.type === "form" ? [element.form] : []))[0];
    expect(form).toMatchObject({ name: "guest.form", note: "Gemeint ist: Sitzung am Mi, 07.10.2026." });
    expect(form?.fields[0]).toMatchObject({ label: "Vor- und Nachname", initial: "Kim Beispiel" });
    await world.fill("office", { items: "projects,keynote", email: "Kim@Uni.example" });
    expect(world.text("office")).toContain("Punkte: 2, 3.");
    const [kim] = world.store.rows("Person").filter((person) => person.roles.includes("guest"));
    expect(kim).toMatchObject({ name: "Kim Beispiel", organisationId: null, email: "kim@uni.example" });
    await world.say("office", "sitzung");
    expect(world.text("office")).toContain("Gäste: Kim Beispiel (Punkt 2, 3).");
    await world.tap("office", "meeting.invite");
    await world.tap("office", "meeting.inviteNow");
    expect(world.store.rows("Reply").some((reply) => reply.personId === kim?.id)).toBe(false);
    expect(world.store.rows("Quota").reduce((sum, quota) => sum + quota.seats, 0)).toBe(9);
    await world.say("office", "sitzung");
    expect(world.text("office")).toContain("Gäste: Kim Beispiel (Punkt 2, 3).");
    await world.say("dgb-1", "sitzung");
    expect(world.text("dgb-1")).not.toContain("Kim Beispiel");
  });

  it("with an account hear of it when the invitations go out, of every change, and of the cancellation, each once", async () => {
    const rows = krefeld();
    const account = (rows.Account ?? []).find((it) => it.personId === "dgb-1");
    if (!account) throw new Error("no account");
    const kim = person({ id: "kim", allianceId: "kba", name: "Kim Beispiel", roles: ["guest"], welcomedAt: new Date(0) });
    const own = { ...account, id: "acc-kim", personId: "kim", user: "kim", address: { chat: "kim" } };
    const world = new World(at("2026-09-09", "10:00"), { ...rows, Person: [...(rows.Person ?? []), kim], Account: [...(rows.Account ?? []), own] });
    await world.say("office", "sitzung neu am 07.10.2026");
    await world.say("office", "mitglied gast Kim Beispiel");
    await world.fill("office", { items: "projects,keynote" });
    expect(world.text("office")).toContain("mit den Einladungen");
    expect(world.messages("kim")).toEqual([]);
    await world.say("office", "sitzung einladen");
    await world.tap("office", "meeting.inviteNow");
    expect(world.text("kim")).toContain("Sie sind Gast: Sitzung am Mi, 07.10.2026");
    expect(world.text("kim")).toContain("Punkte: 2, 3.");
    await world.say("office", "mitglied gast Kim Beispiel");
    await world.fill("office", { items: "projects,keynote" });
    expect(world.messages("kim")).toHaveLength(1);
    await world.say("office", "sitzung ändern am 14.10.2026");
    await world.tap("office", "meeting.move");
    expect(world.text("kim")).toContain("Mi, 14.10.2026");
    await world.say("office", "sitzung absagen");
    await world.fill("office", { note: "" });
    expect(world.text("kim")).toContain("Entfällt: Sitzung am Mi, 14.10.2026");
    expect(world.messages("kim")).toHaveLength(3);
    expect(world.store.rows("Reply").some((reply) => reply.personId === "kim")).toBe(false);
  });

  it("entered after the invitations hear of it at once; without an account the office tells them", async () => {
    const world = await planned();
    await world.say("office", "sitzung einladen");
    await world.tap("office", "meeting.inviteNow");
    await world.say("office", "mitglied gast Kim Beispiel");
    await world.fill("office", { items: "keynote" });
    expect(world.text("office")).toContain("gleich von mir");
    expect(world.store.rows("Delivery").filter(({ kind }) => kind === "guest")).toMatchObject([{ state: "skipped", reason: "no_account" }]);
  });

  it("come for other items when they are entered again, and are listed and removed", async () => {
    const world = await planned();
    await world.say("office", "mitglied gast Kim Beispiel");
    await world.fill("office", { items: "keynote" });
    await world.press("office", "Gast eintragen");
    await world.fill("office", { name: "Kim Beispiel", items: "qa" });
    expect(guests(world)).toEqual(["qa"]);
    await world.say("office", "gäste");
    expect(world.newest("office")?.card).toMatchObject({ name: "guest.list", title: "Gäste: Sitzung am Mi, 07.10.2026" });
    expect(world.text("office")).toContain("Kim Beispiel (Punkt 4)");
    await world.press("office", "Gast eintragen");
    await world.fill("office", { name: "Robin Beispiel", items: "qa" });
    await world.say("office", "gast");
    await world.press("office", "Gast austragen");
    expect(world.forms.at(-1)?.name).toBe("guest.out.form");
    await world.fill("office", { person: world.store.rows("Guest")[0]?.personId ?? "" });
    expect(world.newest("office")?.card.title).toBe("Der Gast ist ausgetragen");
    expect(world.store.rows("Guest")).toHaveLength(1);
  });

  it("may belong to an organisation, and need an item and no seat of their own", async () => {
    const world = await planned();
    await world.say("office", "mitglied IHK");
    await world.press("office", "Gast eintragen");
    expect(await world.fill("office", { name: "Kim Beispiel", items: "" })).toMatchObject({ fields: { items: "Diese Angabe fehlt noch." } });
    expect(await world.fill("office", { name: "Delegierte Person", items: "qa" })).toMatchObject({
      fields: { name: "Diese Person hat einen Sitz und kommt nicht als Gast." },
    });
    await world.fill("office", { name: "Kim Beispiel", items: "qa" });
    expect(world.store.rows("Person").at(-1)).toMatchObject({ organisationId: "ihk", roles: ["guest"] });
  });

  it("see themselves for what they come, once they have an account", async () => {
    const world = await planned();
    await world.say("office", "mitglied gast Kim Beispiel");
    await world.fill("office", { items: "keynote" });
    await world.tap("office", "meeting.invite");
    await world.tap("office", "meeting.inviteNow");
    await world.say("office", "mitglied zugang Kim Beispiel");
    await world.say("kim", /Z-\w{4}-\w{4}/.exec(world.text("office"))?.[0] ?? "");
    await world.say("kim", "sitzung");
    expect(world.text("kim")).toContain("Ihr Stand: als Gast, Punkt 2.");
    expect(world.labels("kim")).toEqual(["Mein Stand"]);
  });

  it("need a meeting", async () => {
    const world = new World(at("2026-09-09", "10:00"), krefeld());
    await world.say("office", "mitglied gast Kim Beispiel");
    expect(world.newest("office")?.card.name).toBe("none.meeting");
  });
});

describe("Leitbild und Ziele (D11, D13)", () => {
  it("are shown word for word, the main one first, then in their order", async () => {
    const world = new World(at("2026-09-09", "10:00"), krefeld());
    for (const word of ["ziele", "ziel", "leitbild", "objectives"]) expect(await world.say("ihk-1", word)).toMatchObject({ show: { name: "objectives" } });
    expect(world.text("ihk-1")).toContain("Leitbild: „Krefeld steht für neue Ansätze im Bildungswesen.“");
    const rows = world.newest("ihk-1")?.card.elements.flatMap((element) => (element.type === "rows" ? element.rows : []));
    expect(rows).toHaveLength(7);
    expect(rows?.[0]).toBe("3 · Langzeitarbeitslosigkeit reduzieren · Hauptziel");
    expect(rows?.[1]).toBe("1 · Alle Potenziale für den Arbeitsmarkt werden genutzt.");
  });

  it("are for everybody of a channel to see, and come there only", async () => {
    const world = new World(at("2026-09-09", "10:00"), krefeld());
    expect(await world.gesture("ihk-1", { words: "ziele", command: true }, { place: "channel" })).toMatchObject({ open: true });
    expect(world.messages("ihk-1")).toEqual([]);
  });

  it("are shown in English to who reads English, the vision as it was decided", async () => {
    const world = new World(at("2026-09-09", "10:00"), krefeld("en"));
    await world.say("ihk-1", "objectives");
    expect(world.text("ihk-1")).toContain("3 · Reduce long-term unemployment · main objective");
    expect(world.text("ihk-1")).toContain("“Krefeld steht für neue Ansätze im Bildungswesen.”");
  });

  it("are nobody's whom the bot does not know", async () => {
    const world = new World(at("2026-09-09", "10:00"), krefeld());
    expect(await world.gesture("stranger", { pressed: writeWish({ command: "objectives.show", args: {} }) })).toMatchObject({ refuse: "unknown_account" });
  });
});
