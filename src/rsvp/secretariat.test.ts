// Secretariats: who may answer for whom, what they read, and where the invitation goes.
import { person } from "../testing/examples.ts";
import { krefeld } from "../testing/roster.ts";
import type { SomeRows } from "../testing/store.ts";
import { World } from "../testing/world.ts";
import { at } from "../time.ts";
import { writeWish } from "../wish.ts";

const allianceId = "kba";
const desk = person({ id: "desk", allianceId, organisationId: "verdi", name: "Sekretariat", nameEn: "Secretariat", welcomedAt: new Date(0) });

/** The secretariat "desk" answers for these people; ver.di's delegate has no account. */
function rows(people: readonly string[], language: "de" | "en" = "de"): SomeRows {
  const given = krefeld(language);
  const account = (given.Account ?? []).find((it) => it.personId === "dgb-1");
  if (!account) throw new Error("no account");
  return {
    ...given,
    Person: [...(given.Person ?? []), { ...desk, language }],
    Account: [...(given.Account ?? []), { ...account, id: "acc-desk", personId: "desk", user: "desk", address: { chat: "desk" } }],
    StandIn: people.map((personId) => ({ actorId: "desk", personId, allianceId })),
  };
}

async function invited(...people: readonly string[]): Promise<World> {
  const world = new World(at("2026-09-09", "10:00"), rows(people));
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.tap("office", "meeting.invite");
  await world.tap("office", "meeting.inviteNow");
  return world;
}
const replyOf = (world: World, id: string) => world.store.rows("Reply").find((it) => it.personId === id);
const press = (world: World, who: string, command: "rsvp.accept" | "rsvp.decline", args: Readonly<Record<string, string>>) =>
  world.gesture(who, { pressed: writeWish({ command, args }) });

describe("Ein Sekretariat", () => {
  it("gets the invitation of who has no account, and reads of the person, not of itself (K6.4)", async () => {
    const world = await invited("verdi-1");
    expect(world.newest("desk")?.card).toMatchObject({ name: "rsvp.ask.onBehalfAccount", title: "Einladung für: Delegierte Person, ver.di" });
    expect(world.labels("desk")).toEqual(["Person kommt", "Vertretung kommt", "Person kann nicht", "Noch unklar"]);
    expect(world.text("desk")).toContain("Sie antworten: im Auftrag.");
    expect(world.text("desk")).toContain("Nimmt die Person teil?");
    expect(world.text("office")).not.toContain("ver.di (kein Chatkonto)");
  });

  it("answers, and both are recorded: who answered and for whom", async () => {
    const world = await invited("verdi-1");
    await world.press("desk", "Person kommt");
    expect(replyOf(world, "verdi-1")).toMatchObject({ state: "accepted", actorId: "desk", via: "self" });
    expect(world.store.rows("Trail").filter((it) => it.what === "reply")).toMatchObject([{ personId: "verdi-1", actorId: "desk" }]);
    expect(world.newest("desk")?.card.title).toBe("Die Zusage ist eingetragen");
    expect(world.text("desk")).toContain("Für: Delegierte Person, ver.di");
    await world.press("desk", "Ändern");
    await world.press("desk", "Person kann nicht");
    expect(replyOf(world, "verdi-1")?.state).toBe("declined");
    expect(world.messages("desk")).toHaveLength(1);
  });

  it("writes „zusage“ and means the only person it answers for", async () => {
    const world = await invited("verdi-1");
    await world.say("desk", "zusage ab 15:00");
    expect(replyOf(world, "verdi-1")).toMatchObject({ state: "accepted", from: "15:00" });
    await world.say("desk", "status");
    expect(world.text("desk")).toContain("für Delegierte Person");
    await world.say("desk", "sitzung");
    expect(world.text("desk")).toContain("für Delegierte Person");
  });

  it("is asked whose reply it means where there are several, and nothing is stored before", async () => {
    const world = await invited("verdi-1", "dgb-1", "ihk-1");
    await world.say("desk", "zusage ab 15:00");
    expect(world.newest("desk")?.card).toMatchObject({ name: "behalf.whom", title: "Für wen antworten Sie?" });
    expect(world.labels("desk")).toEqual(["Delegierte Person, DGB", "Delegierte Person, IHK", "Delegierte Person, ver.di", "Abbrechen"]);
    expect(world.store.rows("Reply").every((it) => it.state === "none")).toBe(true);
    await world.press("desk", "Delegierte Person, DGB");
    expect(replyOf(world, "dgb-1")).toMatchObject({ state: "accepted", from: "15:00", actorId: "desk" });
    expect(world.text("dgb-1")).toContain("Ihre Zusage ist eingetragen");
    expect(world.newest("desk")?.card.title).toBe("Die Zusage ist eingetragen");
    await world.say("desk", "status");
    expect(world.text("desk")).toContain("für Delegierte Person, IHK: ohne Antwort");
    await world.say("desk", "rückmeldung");
    expect(world.newest("desk")?.card.name).toBe("behalf.whom");
  });

  it("chooses from a list where it answers for more than three", async () => {
    const world = await invited("verdi-1", "dgb-1", "ihk-1", "agentur-1");
    await world.say("desk", "absage");
    expect(world.newest("desk")?.card.elements[0]).toMatchObject({ type: "choice", label: "Person" });
    await world.tap("desk", "rsvp.decline", { for: "agentur-1" });
    expect(replyOf(world, "agentur-1")).toMatchObject({ state: "declined", actorId: "desk" });
  });

  it("answers for nobody it is not assigned to, and for nobody any more once that has ended", async () => {
    const world = await invited("verdi-1");
    const meeting = world.store.rows("Meeting")[0]?.id ?? "";
    expect(await press(world, "desk", "rsvp.accept", { meeting, for: "dgb-1" })).toMatchObject({ refuse: "other_seat" });
    expect(await press(world, "spd-1", "rsvp.accept", { meeting, for: "verdi-1" })).toMatchObject({ refuse: "other_seat" });
    await world.store.work({ allianceId }, async (it) => it.remove("StandIn", { actorId: "desk", personId: "verdi-1", allianceId }));
    expect(await press(world, "desk", "rsvp.accept", { meeting, for: "verdi-1" })).toMatchObject({ refuse: "role" });
    expect(world.store.rows("Reply").every((it) => it.state === "none")).toBe(true);
  });

  it("leaves the invitation to who has an account, and may answer beside them; both cards show the same", async () => {
    const world = await invited("dgb-1");
    expect(world.messages("desk")).toHaveLength(0);
    await world.say("desk", "zusage");
    expect(world.text("dgb-1")).toContain("Ihre Zusage ist eingetragen");
    await world.press("dgb-1", "Ändern");
    await world.press("dgb-1", "Ich kann nicht");
    expect(world.text("desk")).toContain("Die Absage ist eingetragen");
    expect(replyOf(world, "dgb-1")?.actorId).toBe("dgb-1");
  });

  it("names a substitute for the person, and hears of the answer", async () => {
    const world = await invited("verdi-1");
    await world.press("desk", "Vertretung kommt");
    await world.fill("desk", { name: "Kim Beispiel" });
    expect(world.text("desk")).toContain("Kim Beispiel, ver.di (kein Chatkonto)");
    expect(world.text("desk")).toContain("Ist die Vertretung informiert?");
    await world.press("desk", "Ist informiert");
    expect(world.newest("desk")?.card.title).toBe("Die Vertretung ist eingetragen");
  });

  it("gets the nudges, the new day, the day before and the cancellation for the person", async () => {
    const world = await invited("verdi-1");
    await world.clock(at("2026-09-28", "09:00"));
    expect(world.newest("desk")?.kind).toBe("nudge.first");
    expect(world.text("desk")).toContain("Für: Delegierte Person, ver.di");
    await world.say("office", "sitzung ändern am 14.10.2026");
    await world.tap("office", "meeting.move");
    expect(world.newest("desk")?.kind).toBe("meeting.moved");
    expect(world.text("desk")).toContain("Kommt die Person am neuen Tag?");
    await world.press("desk", "Person kommt");
    await world.clock(at("2026-10-13", "09:00"));
    expect(world.newest("desk")?.kind).toBe("dayBefore");
    expect(world.text("desk")).toContain("Für: Delegierte Person, ver.di");
    await world.say("office", "sitzung absagen");
    await world.fill("office", {});
    expect(world.newest("desk")?.kind).toBe("meeting.cancelled");
  });

  it("that is linked later gets the invitations that have waited", async () => {
    const given = rows(["verdi-1"]);
    const world = new World(at("2026-09-09", "10:00"), { ...given, Account: (given.Account ?? []).filter((it) => it.personId !== "desk") });
    await world.say("office", "sitzung neu am 07.10.2026");
    await world.tap("office", "meeting.invite");
    expect(world.text("office")).toContain("ver.di (kein Chatkonto)");
    await world.tap("office", "meeting.inviteNow");
    await world.say("office", "mitglied zugang Sekretariat");
    const code = /Z-\w{4}-\w{4}/.exec(world.text("office"))?.[0] ?? "";
    await world.say("desk", code);
    await world.clock(at("2026-09-09", "10:01"));
    expect(world.newest("desk")?.card.title).toBe("Einladung für: Delegierte Person, ver.di");
  });

  it("hears first what the bot is, once, where the invitations are its first messages", async () => {
    const given = rows(["verdi-1", "dgb-1"]);
    const world = new World(at("2026-09-09", "10:00"), {
      ...given,
      Person: (given.Person ?? []).map((it) => (["desk", "verdi-1", "dgb-1"].includes(it.id) ? { ...it, welcomedAt: null } : it)),
      Account: (given.Account ?? []).filter((it) => it.personId !== "dgb-1"),
    });
    await world.say("office", "sitzung neu am 07.10.2026");
    await world.tap("office", "meeting.invite");
    await world.tap("office", "meeting.inviteNow");
    await world.clock(at("2026-09-09", "10:01"));
    expect(world.messages("desk").map(({ kind }) => kind)).toEqual(["welcome", "invite", "invite"]);
    expect(world.store.rows("Person").flatMap((it) => (it.welcomedAt === null ? [it.id] : []))).toEqual(["dgb-1", "verdi-1"]);
  });

  it("reads English where it has chosen so", async () => {
    const world = new World(at("2026-09-09", "10:00"), rows(["verdi-1"], "en"));
    await world.say("office", "meeting new on 7 October 2026");
    await world.tap("office", "meeting.invite");
    await world.tap("office", "meeting.inviteNow");
    expect(world.newest("desk")?.card.title).toBe("Invitation for: Delegate, ver.di (services union)");
    expect(world.labels("desk")).toEqual(["Person attends", "Substitute attends", "Person cannot attend", "Not sure yet"]);
  });
});
