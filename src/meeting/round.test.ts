// The invitation round: who is on the list, what the preview promises, and that nobody is invited twice.
import { krefeld } from "../testing/roster.ts";
import type { SomeRows } from "../testing/store.ts";
import { World } from "../testing/world.ts";
import { at } from "../time.ts";
import { wish, writeWish } from "../wish.ts";
import { inviteList, invitePlan } from "./invite.ts";

const rows = krefeld();
const roster = (change: Partial<SomeRows> = {}) => {
  const { Organisation = [], Seat = [], Person = [], Holding = [], Account = [] } = { ...rows, ...change };
  return { organisations: Organisation, seats: Seat, people: Person, holdings: Holding, accounts: Account };
};
const listed = (change: Partial<SomeRows> = {}, day = "2026-10-07" as const) => {
  const { invitees, skipped } = inviteList(roster(change), day);
  return { people: invitees.map(({ person }) => person.id), skipped: skipped.map(({ organisation, reason }) => `${organisation.id} ${reason}`) };
};

test("D16, D17: undecided and unverified organisations are skipped with their reason; every holder of a confirmed seat is invited", () => {
  expect(listed()).toEqual({
    people: ["ob-1", "ihk-1", "dgb-1", "verdi-1", "agentur-1", "cdu-1", "cdu-2", "cdu-3", "spd-1", "spd-2"],
    skipped: ["ratsgruppe-1 pending_decision", "landespolitik to_verify"],
  });
});

test("a seat nobody holds on the day, or only somebody unverified, is skipped; the day of the meeting decides", () => {
  const holdings =
    rows.Holding?.map((it) =>
      it.personId === "ihk-1" ? { ...it, verified: false } : it.personId === "dgb-1" ? { ...it, validTo: "2026-10-06" as const } : it,
    ) ?? [];
  expect(listed({ Holding: holdings }).skipped).toEqual(["ihk unverified", "dgb vacant", "ratsgruppe-1 pending_decision", "landespolitik to_verify"]);
  expect(listed({ Holding: holdings }).people).not.toContain("dgb-1");
});

test("who holds two seats is invited once", () => {
  const holdings = [
    ...(rows.Holding ?? []),
    { ...(rows.Holding?.[0] as NonNullable<SomeRows["Holding"]>[number]), id: "h2", seatId: "dgb-seat-1", personId: "ihk-1" },
  ];
  expect(listed({ Holding: holdings }).people.filter((id) => id === "ihk-1")).toHaveLength(1);
});

test("an account that takes no messages makes its person unreachable, another one that receives does not", () => {
  const accounts = rows.Account?.map((it) => (it.personId === "ihk-1" ? { ...it, reachable: false } : it)) ?? [];
  const plan = invitePlan(inviteList(roster({ Account: accounts }), "2026-10-07"), { id: "m" }, [], []);
  expect(plan.unreachable.map(({ person }) => person.id)).toEqual(["ihk-1", "verdi-1"]);
  expect(plan.send).toHaveLength(8);
});

async function draft(now = at("2026-09-09", "10:00")): Promise<World> {
  const world = new World(now);
  await world.say("office", "sitzung neu am 07.10.2026");
  return world;
}
const invites = (world: World) => world.store.rows("Delivery").filter(({ kind }) => kind === "invite");

test("the preview names numbers, recipients and exceptions with their reasons, and sends nothing", async () => {
  const world = await draft();
  await world.press("office", "Einladung vorbereiten");
  const text = world.text("office");
  expect(text).toContain("Erhalten die Einladung: 9 Personen");
  expect(text).toContain("Nicht erreichbar: ver.di (kein Chatkonto)");
  expect(text).toContain("Übersprungen: Ratsgruppe 1 (Entscheidung steht aus), Landespolitik (MdL) (Mandat zu prüfen)");
  expect(text).toContain("Noch wurde nichts gesendet.");
  expect(invites(world)).toHaveLength(0);
  expect(world.store.rows("Reply")).toHaveLength(0);
});

test("confirmed, everybody gets a reply row and a quota, everybody reachable one message; a second press changes nothing", async () => {
  const world = await draft();
  await world.press("office", "Einladung vorbereiten");
  const meeting = world.store.rows("Meeting")[0]?.id ?? "";
  for (const _ of [1, 2, 3]) await world.gesture("office", { pressed: writeWish(wish("meeting.inviteNow", { meeting, when: "now" })) });
  expect(world.store.rows("Meeting")).toMatchObject([{ state: "invited", invitedAt: at("2026-09-09", "10:00"), sequence: 0 }]);
  expect(world.store.rows("Reply")).toHaveLength(10);
  expect(
    world.store
      .rows("Quota")
      .map((it) => `${it.organisationId} ${it.seats}`)
      .sort(),
  ).toEqual(["agentur 1", "cdu 2", "dgb 1", "ihk 1", "ob 1", "spd 2", "verdi 1"]);
  expect(invites(world)).toHaveLength(9);
  expect(world.messages("ihk-1").filter(({ kind }) => kind === "invite")).toHaveLength(1);
});

test("in quiet hours the round is planned for their end, or sent at once on purpose", async () => {
  const planned = await draft(at("2026-09-05", "20:00"));
  await planned.press("office", "Einladung vorbereiten");
  expect(planned.text("office")).toContain("Versand: Mo, 07.09.2026, 08:00 Uhr (jetzt ist Ruhezeit)");
  await planned.press("office", "9 Einladungen planen");
  expect(planned.text("office")).toContain("Geplant: 9 für Mo, 07.09.2026, 08:00 Uhr");
  expect(planned.messages("ihk-1")).toHaveLength(0);
  await planned.clock(at("2026-09-07", "08:00"));
  expect(planned.messages("ihk-1")).toHaveLength(1);
  const atOnce = await draft(at("2026-09-05", "20:00"));
  await atOnce.press("office", "Einladung vorbereiten");
  await atOnce.press("office", "Sofort senden");
  expect(atOnce.messages("ihk-1")).toHaveLength(1);
});

test("the office's card counts up in place", async () => {
  const world = await draft();
  await world.press("office", "Einladung vorbereiten");
  await world.press("office", "9 Einladungen senden");
  await world.clock(at("2026-09-09", "10:01"));
  expect(world.newest("office")?.card.title).toBe("Einladungen: 9 von 9 zugestellt");
  const repaints = world.store.rows("Delivery").filter(({ kind }) => kind === "invite.result").length;
  await world.clock(at("2026-09-09", "10:02"));
  expect(world.store.rows("Delivery").filter(({ kind }) => kind === "invite.result")).toHaveLength(repaints);
});

test("what the office has opened on that card since is not painted over", async () => {
  const world = await draft();
  await world.press("office", "Einladung vorbereiten");
  await world.press("office", "9 Einladungen senden");
  world.now = at("2026-09-09", "10:01");
  await world.press("office", "Rückmeldungen");
  await world.clock(at("2026-09-09", "10:02"));
  expect(world.newest("office")?.card.title).toBe("Rückmeldungen: Sitzung am Mi, 07.10.2026");
});

test("who becomes reachable, or is confirmed, is invited by repeating; nobody else hears of it", async () => {
  const world = await draft();
  await world.press("office", "Einladung vorbereiten");
  await world.press("office", "9 Einladungen senden");
  expect(await world.say("office", "sitzung einladen")).toMatchObject({ show: { name: "invite.nobody" } });
  const [sample] = world.store.rows("Account");
  const organisation = world.store.rows("Organisation").find(({ id }) => id === "ratsgruppe-1");
  if (!sample || !organisation) throw new Error("The small alliance has both.");
  await world.store.work({ allianceId: "kba" }, async (desk) => {
    desk.put("Account", { ...sample, id: "acc-verdi-1", personId: "verdi-1", user: "verdi-1", address: { chat: "verdi-1" } });
    desk.put("Organisation", { ...organisation, status: "confirmed" });
  });
  await world.say("office", "sitzung einladen");
  expect(world.text("office")).toContain("Ratsgruppe 1 (Entscheidung steht aus)");
  await world.press("office", "1 Einladung senden");
  expect(world.messages("verdi-1").map(({ kind }) => kind)).toEqual(["invite"]);
  expect(invites(world)).toHaveLength(10);
});

test("a failed sending can be repeated, and only that one", async () => {
  const world = await draft();
  await world.press("office", "Einladung vorbereiten");
  await world.press("office", "9 Einladungen senden");
  const failed = invites(world).find(({ personId }) => personId === "ihk-1");
  if (!failed) throw new Error("The IHK was invited.");
  world.store.seed({ Delivery: [{ ...failed, state: "failed", reason: "unreachable" }] });
  await world.say("office", "sitzung einladen");
  await world.press("office", "1 erneut senden");
  expect(
    invites(world)
      .map(({ key }) => key)
      .filter((key) => key.includes("ihk-1")),
  ).toEqual([failed.key, `${failed.key}:2`]);
  expect(world.messages("ihk-1").filter(({ kind }) => kind === "invite")).toHaveLength(2);
});

test("the text to mail by hand names the person, the deadline, the office and the calendar file", async () => {
  const world = await draft();
  const meeting = world.store.rows("Meeting")[0]?.id ?? "";
  await world.gesture("office", { pressed: writeWish(wish("meeting.inviteText", { meeting, person: "verdi-1" })) });
  const text = world.text("office");
  for (const part of [
    "An: Delegierte Person, ver.di",
    "Mi, 07.10.2026, 14:00–17:55 Uhr",
    "Bitte antworten Sie bis Mi, 30.09.2026.",
    "02151 86-0",
    `https://bot.example/c/${meeting}/verdi-1.ics`,
  ])
    expect(text).toContain(part);
});

test("a draft changed between preview and confirmation is not sent by mistake", async () => {
  const world = await draft();
  await world.press("office", "Einladung vorbereiten");
  const meeting = world.store.rows("Meeting")[0]?.id ?? "";
  const previewed = wish("meeting.inviteNow", { meeting, when: "now", day: "2026-10-07", start: "14:00" });
  await world.gesture("office", { sent: wish("meeting.change", { meeting }), answers: { day: "2026-10-14" } });
  expect(await world.gesture("office", { pressed: writeWish(previewed) })).toMatchObject({ refuse: "stale" });
  expect(invites(world)).toHaveLength(0);
});

test("delegates see the invited meeting with its agenda and their own state", async () => {
  const world = await draft();
  await world.press("office", "Einladung vorbereiten");
  await world.press("office", "9 Einladungen senden");
  await world.press("ihk-1", "Ich komme");
  await world.say("ihk-1", "sitzung");
  expect(world.text("ihk-1")).toContain("Ihr Stand: zugesagt, ganze Sitzung");
  expect(world.text("ihk-1")).toContain("6 · 17:10 · Get-Together");
  expect(world.labels("ihk-1")).toEqual(["Meine Rückmeldung", "Kalender"]);
});
