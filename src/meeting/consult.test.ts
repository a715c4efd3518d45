// D2: the council groups are asked about the workshop's day before anybody is invited, or the office says why not.
import { person } from "../testing/examples.ts";
import { krefeld } from "../testing/roster.ts";
import { World } from "../testing/world.ts";
import { at } from "../time.ts";
import { wish, writeWish } from "../wish.ts";

async function workshop(): Promise<World> {
  const world = new World(at("2026-09-07", "10:00"));
  await world.say("office", "sitzung neu workshop am 04.11.2026");
  return world;
}
const consents = (world: World) => world.store.rows("Consent").map((it) => `${it.organisationId} ${it.answer}`);

test("the spokespersons are asked once, however often the button is pressed", async () => {
  const world = await workshop();
  const meeting = world.store.rows("Meeting")[0]?.id ?? "";
  expect(world.text("office")).toContain("Vorabstimmung: noch nicht begonnen, 2 Fraktionen");
  for (const _ of [1, 2]) await world.gesture("office", { pressed: writeWish(wish("meeting.consult", { meeting })) });
  expect(consents(world)).toEqual(["cdu none", "spd none"]);
  expect(world.messages("cdu-1")).toHaveLength(1);
  expect(world.labels("cdu-1")).toEqual(["Einverstanden", "Nicht einverstanden", "Noch unklar"]);
  expect(world.text("cdu-1")).toContain("Bitte antworten Sie bis Mi, 23.09.2026.");
  expect(world.messages("cdu-2")).toHaveLength(0);
});

test("the last answer counts, the office's card shows how far it is, and the silent can be reminded once a day", async () => {
  const world = await workshop();
  await world.press("office", "Fraktionen anfragen");
  await world.press("cdu-1", "Einverstanden");
  expect(world.text("cdu-1")).toContain("Stand: einverstanden");
  expect(world.text("office")).toContain("1 von 2 Fraktionen einverstanden");
  expect(world.text("office")).toContain("Ohne Antwort: SPD-Fraktion");
  for (const _ of [1, 2]) await world.press("office", "SPD-Fraktion erinnern");
  expect(world.messages("spd-1")).toHaveLength(2);
  await world.press("cdu-1", "Ändern");
  await world.press("cdu-1", "Nicht einverstanden");
  expect(consents(world)).toEqual(["cdu no", "spd none"]);
  expect(world.text("office")).toContain("Nicht einverstanden: CDU-Fraktion");
});

test("only the spokesperson answers for the group", async () => {
  const world = await workshop();
  await world.press("office", "Fraktionen anfragen");
  const answer = wish("meeting.consent", { meeting: world.store.rows("Meeting")[0]?.id ?? "", organisation: "cdu", answer: "yes" });
  for (const who of ["cdu-2", "spd-1", "ihk-1"]) expect(await world.gesture(who, { pressed: writeWish(answer) })).toMatchObject({ refuse: "other_seat" });
  expect(consents(world)).toEqual(["cdu none", "spd none"]);
});

test("a spokesperson without an account is asked through the secretariat, which answers for the group, and both are recorded", async () => {
  const rows = krefeld();
  const account = (rows.Account ?? []).find((it) => it.personId === "dgb-1");
  if (!account) throw new Error("no account");
  const desk = person({ id: "desk", allianceId: "kba", organisationId: "spd", name: "Sekretariat", nameEn: "Secretariat", welcomedAt: new Date(0) });
  const world = new World(at("2026-09-07", "10:00"), {
    ...rows,
    Person: [...(rows.Person ?? []), desk],
    Account: [
      ...(rows.Account ?? []).filter((it) => it.personId !== "spd-1"),
      { ...account, id: "acc-desk", personId: "desk", user: "desk", address: { chat: "desk" } },
    ],
    StandIn: [{ actorId: "desk", personId: "spd-1", allianceId: "kba" }],
  });
  await world.say("office", "sitzung neu workshop am 04.11.2026");
  await world.press("office", "Fraktionen anfragen");
  expect(world.messages("spd-1")).toEqual([]);
  expect(world.text("desk")).toContain("Für: Delegierte Person 1, SPD-Fraktion");
  expect(world.labels("desk")).toEqual(["Einverstanden", "Nicht einverstanden", "Noch unklar"]);
  await world.press("desk", "Einverstanden");
  expect(consents(world)).toEqual(["cdu none", "spd yes"]);
  expect(world.text("desk")).toContain("Für: Delegierte Person 1, SPD-Fraktion");
  expect(world.text("office")).toContain("1 von 2 Fraktionen einverstanden");
  expect(world.store.rows("Trail").filter((it) => it.what === "meeting.consent")).toMatchObject([{ actorId: "desk", personId: "spd-1" }]);
  await world.press("office", "CDU-Fraktion erinnern");
  expect(world.messages("desk")).toHaveLength(1);
  // For another group it has no word.
  const answer = wish("meeting.consent", { meeting: world.store.rows("Meeting")[0]?.id ?? "", organisation: "cdu", answer: "yes" });
  expect(await world.gesture("desk", { pressed: writeWish(answer) })).toMatchObject({ refuse: "other_seat" });
});

test("inviting before all groups agree needs a reason, which is kept with the meeting", async () => {
  const world = await workshop();
  await world.press("office", "Fraktionen anfragen");
  await world.press("cdu-1", "Einverstanden");
  expect(await world.press("office", "Einladung vorbereiten")).toMatchObject({
    ask: { name: "meeting.consult.override", note: "Stand der Vorabstimmung: 1 von 2 Fraktionen einverstanden." },
  });
  const meeting = world.store.rows("Meeting")[0]?.id ?? "";
  const forged = wish("meeting.inviteNow", { meeting, when: "now" });
  expect(await world.gesture("office", { pressed: writeWish(forged) })).toMatchObject({ ask: { name: "meeting.consult.override" } });
  expect(world.store.rows("Reply")).toHaveLength(0);
  expect(await world.gesture("office", { sent: wish("meeting.invite", { meeting }), answers: { reason: "Die SPD hat am Telefon zugestimmt." } })).toMatchObject(
    { show: { name: "invite.preview" } },
  );
  await world.press("office", "9 Einladungen senden");
  expect(world.store.rows("Meeting")).toMatchObject([{ state: "invited", consultReason: "Die SPD hat am Telefon zugestimmt." }]);
  await world.say("office", "sitzung");
  expect(world.text("office")).toContain("Begründung: Die SPD hat am Telefon zugestimmt.");
});

test("with the consent of every group no reason is asked", async () => {
  const world = await workshop();
  await world.press("office", "Fraktionen anfragen");
  for (const who of ["cdu-1", "spd-1"]) await world.press(who, "Einverstanden");
  expect(await world.press("office", "Einladung vorbereiten")).toMatchObject({ show: { name: "invite.preview" } });
});

test("a consent is to one day only: on another the groups are asked anew, and the old card says so", async () => {
  const world = await workshop();
  await world.press("office", "Fraktionen anfragen");
  await world.press("cdu-1", "Einverstanden");
  const meeting = world.store.rows("Meeting")[0]?.id ?? "";
  await world.gesture("office", { sent: wish("meeting.change", { meeting }), answers: { day: "2026-11-11" } });
  expect(consents(world)).toEqual([]);
  expect(await world.press("cdu-1", "Ändern")).toMatchObject({ refuse: "gone" });
  await world.press("office", "Fraktionen anfragen");
  expect(consents(world)).toEqual(["cdu none", "spd none"]);
  expect(world.text("cdu-1")).toContain("Mi, 11.11.2026");
});
