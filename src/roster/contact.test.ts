// The first contact of an account that belongs to nobody.
import fc from "fast-check";
import { example, from, nameOf, organisations, people, saidBy, wrongCode } from "./example.ts";

describe("Erster Kontakt eines unbekannten Kontos", () => {
  it("tells at length how to be linked, then in short, and stores only that there was a contact", async () => {
    const at = example();
    expect(nameOf(await at.words("U-new", "Hallo"))).toBe("unknown.direct");
    expect(nameOf(await at.words("U-new", "Ich komme"))).toBe("unknown.again");
    expect(nameOf(await at.press("U-new", { command: "rsvp.accept", args: { meeting: "m1", for: "p-ihk" } }))).toBe("unknown.again");
    expect(at.store.rows("Contact")).toEqual([
      { messenger: "slack", tenant: "T1", user: "U-new", firstAt: new Date("2026-09-15T10:00:00Z"), attempts: 0, lockedUntil: null },
    ]);
    expect(at.store.rows("Account").length).toBe(3);
  });

  it("says in a channel only where to write, and greets where it was added", async () => {
    const at = example();
    expect(nameOf(await at.words("U-new", "status", { place: "channel" }))).toBe("unknown.channel");
    expect(at.store.rows("Contact")).toEqual([]);
    expect(await at.meet("U-new", { place: "channel" })).toMatchObject({ open: true, show: { name: "welcome.channel" } });
  });

  it("names the missing connection where the workspace belongs to no alliance", async () => {
    const at = example();
    expect(nameOf(await at.meet("U-new", { from: from("U-new", { tenant: "T77" }) }))).toBe("unknown.noAlliance");
    expect(nameOf(await at.words("U-new", wrongCode(1), { from: from("U-new", { tenant: "T77" }) }))).toBe("link.wrong");
  });

  it("answers in the language that was asked for, and stores nothing for it", async () => {
    const at = example();
    const outcome = await at.press("U-new", { command: "language.set", args: { language: "en" } });
    expect(saidBy(outcome)).toContain("I do not know this account yet.");
    expect(at.store.rows("Contact")).toEqual([]);
  });

  it("never lets anybody unlinked learn a name, a seat or a meeting, whatever is asked", async () => {
    const secrets = [
      ...Object.values(people).flatMap((it) => [it.name, it.email ?? it.name]),
      ...organisations.map((it) => it.nameDe),
      "07.10.2026",
      "Rathaus",
      "Maxi Muster",
    ].filter((it) => it !== people.office.name);
    const commands = [
      "status.show",
      "member.show",
      "member.access",
      "meeting.show",
      "rsvp.show",
      "reply.list",
      "help.show",
      "privacy.show",
      "language.set",
      "link.enter",
      "link.second",
      "link.notMe",
      "cancel.which",
      "step.cancel",
      "help.callback",
    ] as const;
    const asking = fc.oneof(
      fc.constantFrom(...commands).map((command) => ({ command, args: { meeting: "m1", for: "p-ihk", whom: "IHK", organisation: "IHK", word: "mitglied" } })),
      fc.constantFrom(
        "hallo",
        "hilfe",
        "hilfe mitglied",
        "status",
        "mitglied IHK",
        "sitzung",
        "rückmeldung",
        "danke",
        "absagen",
        "datenschutz",
        "irgendetwas",
        "English",
        wrongCode(1),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(asking, { minLength: 1, maxLength: 6 }), async (askings) => {
        const at = example();
        for (const it of askings) {
          const said = saidBy(typeof it === "string" ? await at.words("U-new", it) : await at.press("U-new", it));
          for (const secret of secrets) expect(said).not.toContain(secret);
        }
        expect(at.store.rows("Account").length).toBe(3);
      }),
      { numRuns: 60 },
    );
  });
});
