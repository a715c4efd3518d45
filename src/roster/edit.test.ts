// The office edits the roster in chat: people, entries, decisions, mandates.
import { krefeld } from "../testing/roster.ts";
import { World } from "../testing/world.ts";
import { at } from "../time.ts";
import type { Wish } from "../wish.ts";
import { writeWish } from "../wish.ts";

const world = (): World => new World(at("2026-09-09", "10:00"), krefeld());
const rowsOf = (it: World): readonly string[] => it.newest("office")?.card.elements.flatMap((element) => (element.type === "rows" ? element.rows : [])) ?? [];
const press = (it: World, who: string, command: Wish["command"], args: Readonly<Record<string, string>> = {}) =>
  it.gesture(who, { pressed: writeWish({ command, args }) });
const seatOf = (it: World, seatId: string) =>
  it.store
    .rows("Holding")
    .filter((holding) => holding.seatId === seatId && holding.kind === "holder")
    .map(({ personId, validFrom, validTo }) => [personId, validFrom, validTo]);

async function name(it: World, organisation: string, answers: Readonly<Record<string, string>>) {
  await it.say("office", `mitglied ${organisation}`);
  await it.press("office", "Person eintragen");
  return it.fill("office", answers);
}

describe("Eine Person eintragen", () => {
  it("offers at most four buttons, and says what the person can be entered as", async () => {
    const it = world();
    await it.say("office", "mitglied IHK");
    expect(it.labels("office")).toEqual(["Person eintragen", "Eintrag beenden", "Gast eintragen", "Zugangscode erstellen"]);
    await it.press("office", "Person eintragen");
    expect(it.forms.at(-1)?.fields.map(({ label }) => label)).toEqual(["Vor- und Nachname", "Als", "E-Mail", "Ab"]);
    expect(it.forms.at(-1)?.fields[1]?.kind).toMatchObject({
      options: [
        { label: "Stellvertretung" },
        { label: "Sitz 1, statt Delegierte Person" },
        { label: "Sitz 1, zusätzlich zu Delegierte Person" },
        { label: "Sekretariat für Delegierte Person" },
        { label: "Sekretariat für Stellvertretung 1" },
      ],
    });
  });

  it("gives the seat to somebody else: the one before ends on the day before, and nobody is notified", async () => {
    const it = world();
    await name(it, "IHK", { name: "Kim Beispiel", as: "holder:ihk-seat-1", email: "Kim@IHK.example", from: "2026-10-01" });
    const [kim] = it.store.rows("Person").filter((person) => person.name === "Kim Beispiel");
    expect(kim).toMatchObject({ organisationId: "ihk", email: "kim@ihk.example", language: "de", roles: [] });
    expect(seatOf(it, "ihk-seat-1")).toEqual([
      ["ihk-1", null, "2026-09-30"],
      [kim?.id, "2026-10-01", null],
    ]);
    expect(it.text("office")).toContain("Bisher: Delegierte Person, bis Mi, 30.09.2026.");
    expect(it.text("office")).toContain("Niemand wurde benachrichtigt.");
    expect(it.messages("ihk-1")).toEqual([]);
    await it.press("office", "Zur Organisation");
    expect(rowsOf(it)).toEqual([
      "Sitz 1 · Delegierte Person · bis Mi, 30.09.2026 · mit Zugang",
      "Sitz 1 · Kim Beispiel · ab Do, 01.10.2026 · ohne Zugang",
      "Stellvertretung · Stellvertretung 1 · mit Zugang",
    ]);
  });

  it("takes a mistake of the same day back instead of keeping an entry without a day", async () => {
    const it = world();
    await name(it, "IHK", { name: "Kim Beispiel", as: "holder:ihk-seat-1" });
    await name(it, "IHK", { name: "Kim Beispiel-Muster", as: "holder:ihk-seat-1" });
    expect(seatOf(it, "ihk-seat-1").map(([, from, to]) => [from, to])).toEqual([
      [null, "2026-09-08"],
      ["2026-09-09", null],
    ]);
    expect(it.text("office")).toContain("Bisher: Kim Beispiel, Eintrag aufgehoben.");
  });

  it("shares a seat, adds substitutes in their order, and keeps the person whose name is known", async () => {
    const it = world();
    await name(it, "IHK", { name: "Stellvertretung 1", as: "beside:ihk-seat-1" });
    expect(seatOf(it, "ihk-seat-1").map(([id]) => id)).toEqual(["ihk-1", "ihk-s"]);
    await name(it, "IHK", { name: "Kim Beispiel", as: "substitute" });
    const substitutes = it.store.rows("Holding").filter((holding) => holding.seatId === "ihk-seat-1" && holding.kind === "substitute");
    expect(substitutes.map(({ position }) => position)).toEqual([1, 2]);
    expect(it.store.rows("Person").filter((person) => person.organisationId === "ihk")).toHaveLength(3);
  });

  it("names a secretariat, which the card shows to the office alone", async () => {
    const it = world();
    await name(it, "IHK", { name: "Sekretariat IHK", as: "for:ihk-1" });
    const [standIn] = it.store.rows("StandIn");
    expect(standIn).toMatchObject({ personId: "ihk-1", allianceId: "kba" });
    await it.press("office", "Zur Organisation");
    expect(rowsOf(it)).toContain("Sekretariat · Sekretariat IHK · antwortet für Delegierte Person · ohne Zugang");
    await it.say("dgb-1", "mitglied IHK");
    expect(it.text("dgb-1")).not.toContain("Sekretariat");
    expect(it.labels("dgb-1")).toEqual(["Alle Mitglieder"]);
  });

  it("may share an address, and is told that it links nobody", async () => {
    const it = world();
    await name(it, "DGB", { name: "Kim Beispiel", as: "substitute", email: "buero@dgb.example" });
    expect(it.text("office")).not.toContain("Hinweis");
    await name(it, "DGB", { name: "Robin Beispiel", as: "substitute", email: "BUERO@dgb.example" });
    expect(it.text("office")).toContain("Hinweis: Diese Adresse hat auch: Kim Beispiel.");
  });

  it("says at the field what cannot be: a strange address, a second entry, oneself", async () => {
    const it = world();
    const fields = async (answers: Readonly<Record<string, string>>) => {
      const outcome = await name(it, "IHK", { name: "Robin Beispiel", as: "substitute", ...answers });
      return "refuse" in outcome ? outcome.fields : undefined;
    };
    expect(await fields({ email: "robin" })).toEqual({ email: "Diese E-Mail-Adresse kann ich nicht lesen. Beispiel: name@beispiel.de" });
    expect(await fields({ name: "Stellvertretung 1" })).toEqual({ as: "Diese Person ist dort schon eingetragen." });
    expect(await fields({ name: "Delegierte Person", as: "for:ihk-1" })).toEqual({ as: "Für sich selbst antwortet jede Person ohnehin." });
    expect(it.store.rows("Person").some((person) => person.name === "Robin Beispiel")).toBe(false);
    expect(await fields({ as: "holder:dgb-seat-1" })).toBeUndefined();
    expect(it.newest("office")?.card.name).toBe("edit.gone");
  });

  it("tells the office whom the invitation has not reached yet", async () => {
    const it = world();
    await it.say("office", "sitzung neu am 07.10.2026");
    await it.tap("office", "meeting.invite");
    await it.tap("office", "meeting.inviteNow");
    await name(it, "IHK", { name: "Kim Beispiel", as: "holder:ihk-seat-1" });
    expect(it.text("office")).toContain("Hinweis: Sitzung am Mi, 07.10.2026: noch ohne Einladung.");
    expect(it.labels("office")).toEqual(["Zugangscode erstellen", "Einladung vorbereiten", "Zur Organisation"]);
  });
});

describe("Einen Eintrag beenden", () => {
  it("ends the seat on the chosen day, keeps what was answered, and can be taken back", async () => {
    const it = world();
    await it.say("office", "mitglied IHK");
    await it.press("office", "Eintrag beenden");
    expect(it.forms.at(-1)?.fields[0]?.kind).toMatchObject({
      options: [{ label: "Delegierte Person · Sitz 1" }, { label: "Stellvertretung 1 · Stellvertretung" }],
    });
    await it.fill("office", { entry: "h:h-ihk-1", until: "2026-09-30" });
    expect(seatOf(it, "ihk-seat-1")).toEqual([["ihk-1", null, "2026-09-30"]]);
    expect(it.text("office")).toContain("Letzter Tag: Mi, 30.09.2026.");
    await it.press("office", "Zurücknehmen");
    expect(seatOf(it, "ihk-seat-1")).toEqual([["ihk-1", null, null]]);
    expect(it.store.rows("Trail").map(({ what, actorId, personId }) => [what, actorId, personId])).toEqual([
      ["member.ended", "office", "ihk-1"],
      ["member.reopened", "office", "ihk-1"],
    ]);
  });

  it("ends a secretariat at once, and takes that back too", async () => {
    const it = world();
    await name(it, "IHK", { name: "Sekretariat IHK", as: "for:ihk-1" });
    const id = it.store.rows("StandIn")[0]?.actorId ?? "";
    await it.press("office", "Zur Organisation");
    await it.press("office", "Eintrag beenden");
    await it.fill("office", { entry: `s:${id}:ihk-1` });
    expect(it.store.rows("StandIn")).toEqual([]);
    expect(it.text("office")).toContain("Letzter Tag: sofort.");
    await it.press("office", "Zurücknehmen");
    expect(it.store.rows("StandIn")).toHaveLength(1);
  });

  it("says where nobody is entered, and knows no entry of another organisation", async () => {
    const it = world();
    await press(it, "office", "member.end", { organisation: "ratsgruppe-1" });
    expect(it.newest("office")?.card.name).toBe("edit.nobody");
    for (const args of [
      { entry: "h:h-dgb-1", sent: "1" },
      { entry: "h:h-dgb-1", back: "none" },
      { entry: "s:office:dgb-1", back: "none" },
    ]) {
      expect(await press(it, "office", "member.end", { organisation: "ihk", ...args })).toMatchObject({ refuse: "gone" });
    }
    expect(it.store.rows("Trail")).toEqual([]);
  });
});

describe("Entscheidungen der Geschäftsstelle", () => {
  const status = (it: World, id: string) => [
    it.store.rows("Organisation").find((row) => row.id === id)?.status,
    ...it.store.rows("Seat").flatMap((seat) => (seat.organisationId === id ? [seat.status] : [])),
  ];

  it("admits a group whose decision was pending, or does not, and takes both back (D16)", async () => {
    const it = world();
    await it.say("office", "mitglied Ratsgruppe 1");
    expect(it.labels("office")).toEqual(["Aufnehmen", "Nicht aufnehmen", "Person eintragen", "Alle Mitglieder"]);
    await it.press("office", "Nicht aufnehmen");
    expect(status(it, "ratsgruppe-1")).toEqual(["not_admitted", "not_admitted"]);
    expect(it.text("office")).toContain("Status: nicht aufgenommen.");
    await it.say("office", "mitglieder");
    expect(rowsOf(it).find((row) => row.startsWith("Ratsgruppe 1"))).toContain("nicht aufgenommen");
    expect(it.text("office")).toContain("9 bestätigt, 3 in Klärung");
    await it.say("office", "sitzung neu am 07.10.2026");
    await it.tap("office", "meeting.invite");
    expect(it.text("office")).not.toContain("Ratsgruppe");
    await it.say("office", "mitglied Ratsgruppe 1");
    await it.press("office", "Doch aufnehmen");
    expect(status(it, "ratsgruppe-1")).toEqual(["confirmed", "confirmed"]);
    await it.press("office", "Zurücknehmen");
    expect(status(it, "ratsgruppe-1")).toEqual(["not_admitted", "not_admitted"]);
  });

  it("confirms mandates only where somebody is named, and keeps the day of review for taking it back (D17)", async () => {
    const it = world();
    await it.say("office", "mitglied Landespolitik");
    expect(it.labels("office")).toEqual(["Mandate bestätigen", "Person eintragen", "Alle Mitglieder"]);
    expect(await it.press("office", "Mandate bestätigen")).toMatchObject({ refuse: "nobody" });
    await name(it, "Landespolitik", { name: "Kim Beispiel", as: "holder:landespolitik-seat-2" });
    expect(it.text("office")).toContain("Hinweis: Das Mandat ist noch zu bestätigen.");
    expect(it.store.rows("Holding").at(-1)?.verified).toBe(false);
    await it.press("office", "Zur Organisation");
    await it.press("office", "Mandate bestätigen");
    expect(it.text("office")).toContain("Bestätigt: Kim Beispiel.");
    expect(status(it, "landespolitik")).toEqual(["confirmed", "confirmed", "confirmed", "confirmed"]);
    expect(it.store.rows("Holding").at(-1)?.verified).toBe(true);
    await it.press("office", "Zurücknehmen");
    expect(status(it, "landespolitik")[0]).toBe("to_verify");
    expect(it.store.rows("Organisation").find((row) => row.id === "landespolitik")?.reviewOn).toBe("2026-09-16");
  });

  it("are nobody else's, also by a forged button", async () => {
    const it = world();
    const before = it.store.rows("Organisation");
    for (const command of [
      "member.name",
      "member.end",
      "member.decide",
      "member.verify",
      "member.guest",
      "member.guestOut",
      "member.accessFile",
      "member.voidFile",
    ] as const) {
      expect(await press(it, "ob-1", command, { organisation: "ratsgruppe-1", decision: "confirmed", batch: "b" })).toMatchObject({ refuse: "role" });
    }
    expect(it.newest("ob-1")?.card.title).toBe("Zugangscodes erstellt die Geschäftsstelle");
    expect(it.store.rows("Organisation")).toEqual(before);
    expect(it.store.rows("Trail")).toEqual([]);
  });
});
