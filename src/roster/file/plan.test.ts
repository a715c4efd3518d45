// What an import makes of the roster: who is recognised, and what changes.
import { draftOf, everything, faultsOf, holdingsOf, named, roster, rosterAfter } from "./example.ts";
import { writeRoster } from "./write.ts";

describe("Wer gemeint ist", () => {
  it("is nobody new where the roster is read back as it was written", () => {
    const { organisations, people } = everything();
    const draft = draftOf(people, { organisations });
    expect([draft.created, draft.changed, draft.missing, draft.absent, Object.values(draft.put).flat()]).toEqual([[], [], [], [], []]);
  });

  it("is known by the id, whatever the name is now", () => {
    const draft = draftOf([{ id: "ihk-1", name: "Kim Beispiel", organisation: "ihk", email: "kim@ihk.example" }]);
    expect(named(draft.changed)).toEqual([["ihk-1", "name", "email"]]);
    expect(draft.created).toEqual([]);
  });

  it("is known by organisation and name, however it is spelled, and by an address together with one of both", () => {
    expect(named(draftOf([{ name: "DELEGIERTE PERSON", organisation: "IHK", email: "kim@ihk.example" }]).changed)).toEqual([["ihk-1", "name", "email"]]);
    const on = { ...roster, people: roster.people.map((it) => (it.id === "ihk-1" ? { ...it, email: "kim@ihk.example" } : it)) };
    expect(named(draftOf([{ name: "Kim Beispiel", organisation: "ihk", email: "kim@ihk.example" }], { on }).changed)).toEqual([["ihk-1", "name"]]);
    expect(named(draftOf([{ name: "Delegierte Person", organisation: "dgb", email: "kim@ihk.example" }], { on }).changed)).toEqual([["ihk-1", "organisation"]]);
    expect(draftOf([{ name: "Robin Beispiel", organisation: "dgb", email: "kim@ihk.example" }], { on }).created).toHaveLength(1);
  });

  it("is two people where two share an address or, under different ids, a name", () => {
    const shared = draftOf([
      { name: "Kim Beispiel", organisation: "dgb", email: "buero@dgb.example" },
      { name: "Robin Beispiel", organisation: "dgb", email: "buero@dgb.example" },
    ]);
    expect(shared.created).toHaveLength(2);
    expect(
      draftOf([
        { id: "a", name: "Kim", organisation: "dgb" },
        { id: "b", name: "Kim", organisation: "dgb" },
      ]).put.Person.map(({ id }) => id),
    ).toEqual(["a", "b"]);
  });

  it("is one person on several lines, which must agree", () => {
    const lines = [
      { name: "Kim", organisation: "cdu", role: ["holder"], seat: 1, language: "de" },
      { name: "Kim", organisation: "cdu", role: ["substitute", "spokesperson"], language: "en" },
    ];
    expect(faultsOf(lines)).toEqual([[3, "language", "conflict"]]);
    const draft = draftOf(lines.map(({ language: _, ...rest }) => rest));
    expect(draft.put.Person).toMatchObject([{ id: "n1", roles: ["spokesperson"] }]);
    expect(draft.put.Holding.map(({ kind, seatId, position }) => [kind, seatId, position])).toEqual([
      ["holder", "cdu-seat-1", 1],
      ["substitute", "cdu-seat-1", 1],
    ]);
  });

  it("never takes an id that somebody of another alliance has", () => {
    expect(draftOf([{ id: "theirs", name: "Kim", organisation: "dgb" }], { foreign: new Set(["theirs"]) }).put.Person[0]?.id).toBe("n1");
  });
});

describe("Was sich ändert", () => {
  it("adds organisations with seats and usual rights, at the end of a list it does not name in full", () => {
    const draft = draftOf([{ name: "Kim", organisation: "wohlfahrt", role: ["holder"] }], {
      organisations: [{ slug: "wohlfahrt", name: "Wohlfahrtsverbände" }],
    });
    expect(draft.put.Organisation).toMatchObject([
      {
        id: "kba-wohlfahrt",
        position: 10,
        nameEn: "Wohlfahrtsverbände",
        seats: 1,
        seatsBasis: "assumed",
        status: "confirmed",
        mayPresent: true,
        mayAsk: false,
      },
    ]);
    expect(draft.put.Seat).toMatchObject([{ id: "kba-wohlfahrt-1", position: 1, status: "confirmed" }]);
    expect(draft.put.Holding).toMatchObject([{ seatId: "kba-wohlfahrt-1", verified: true, validFrom: null, validTo: null }]);
    expect(draft.absent).toHaveLength(9);
    expect(draft.missing.length).toBeGreaterThan(0);
  });

  it("takes the order of a file that names every organisation, and the status to all seats", () => {
    const { organisations } = everything();
    const turned = [...organisations].reverse().map((it) => (it["slug"] === "ratsgruppe-1" ? { ...it, status: "confirmed" } : it));
    const it = rosterAfter(draftOf([], { organisations: turned }));
    expect([...it.organisations].sort((a, b) => a.position - b.position)[0]?.slug).toBe("landespolitik");
    expect(it.seats.find((seat) => seat.organisationId === "ratsgruppe-1")?.status).toBe("confirmed");
  });

  it("moves an entry to another seat instead of making a second one, and leaves alone what no column speaks of", () => {
    const moved = draftOf([{ id: "cdu-3", name: "Delegierte Person 3", organisation: "cdu", role: ["holder"], seat: 1 }]);
    expect(named(moved.changed)).toEqual([["cdu-3", "seat"]]);
    expect(holdingsOf(rosterAfter(moved), "cdu-3")).toEqual([["cdu-seat-1", "holder", null]]);
    const silent = draftOf([{ id: "cdu-3", name: "Delegierte Person 3" }]);
    expect([silent.changed, silent.missing]).toEqual([[], []]);
  });

  it("names secretariats in any order of lines, and takes back those no longer named", () => {
    const draft = draftOf([
      { name: "Sekretariat", organisation: "cdu", answers_for: ["cdu/Delegierte Person 1", "KIM@cdu.example".toLowerCase(), "ihk-1"] },
      { name: "Kim", organisation: "cdu", role: ["substitute"], email: "kim@cdu.example" },
    ]);
    expect(draft.put.StandIn.map((it) => it.personId).sort()).toEqual(["cdu-1", "ihk-1", "n2"]);
    const on = rosterAfter(draft);
    const fewer = draftOf([{ name: "Sekretariat", organisation: "cdu", answers_for: ["ihk-1"] }], { on });
    expect(fewer.removed.StandIn.map((it) => it.personId).sort()).toEqual(["cdu-1", "n2"]);
    expect(named(fewer.changed)).toEqual([["n1", "answers_for"]]);
    expect(draftOf([{ name: "Sekretariat", organisation: "cdu" }], { on }).removed.StandIn).toEqual([]);
  });

  it("hands the lead on to one person (D5)", () => {
    const draft = draftOf([{ name: "Kim", organisation: "ob", role: ["holder", "lead"] }]);
    expect(
      rosterAfter(draft)
        .people.filter((it) => it.roles.includes("lead"))
        .map((it) => it.name),
    ).toEqual(["Kim"]);
    expect(named(draft.changed)).toEqual([["ob-1", "role"]]);
  });

  it("gives up a seat: gone where nobody ever had it, kept for the history where somebody had", () => {
    const { organisations } = everything();
    const fewer = organisations.map((it) => (it["slug"] === "cdu" ? { ...it, seats: 1 } : it["slug"] === "landespolitik" ? { ...it, seats: 1 } : it));
    expect(faultsOf([], { organisations: fewer })).toEqual([[7, "seats", "seatHeld"]]);
    const lines = ["cdu-2", "cdu-3"].map((id, n) => ({
      id,
      name: `Delegierte Person ${n + 2}`,
      organisation: "cdu",
      role: ["holder"],
      seat: 2,
      valid_to: "2026-09-01",
    }));
    const draft = draftOf(lines, { organisations: fewer });
    expect(draft.removed.Seat.map(({ id }) => id)).toEqual(["landespolitik-seat-2", "landespolitik-seat-3"]);
    const it = rosterAfter(draft);
    expect(it.seats.find((seat) => seat.id === "cdu-seat-2")?.status).toBe("not_admitted");
    const again = writeRoster(it);
    const same = draftOf(
      again.people.map(({ fields }) => fields),
      { organisations: again.organisations.map(({ fields }) => fields), on: it },
    );
    expect([same.changed, Object.values(same.put).flat(), same.removed.Seat]).toEqual([[], [], []]);
  });
});
