// What an import makes of people who are no longer in the file, and of lines that are wrong.
import { draftOf, everything, type Fields, faultsOf, holdingsOf, named, roster, rosterAfter, today } from "./example.ts";

describe("Was nicht mehr in der Datei steht", () => {
  const without = (...ids: readonly string[]) => {
    const { organisations, people } = everything();
    return [people.filter((it) => !ids.includes(String(it["id"]))), { organisations }] as const;
  };

  it("is listed and stays as it is", () => {
    const draft = draftOf(...without("dgb-1", "ihk-s"));
    expect(named(draft.missing)).toEqual([
      ["ihk-s", "substitute"],
      ["dgb-1", "holder"],
    ]);
    expect(Object.values(draft.put).flat()).toEqual([]);
  });

  it("ends today where that is asked for, once", () => {
    const [people, more] = without("dgb-1");
    const draft = draftOf(people, { ...more, endMissing: true });
    expect(named(draft.ended)).toEqual([["dgb-1", "holder"]]);
    const on = rosterAfter(draft);
    expect(holdingsOf(on, "dgb-1")).toEqual([["dgb-seat-1", "holder", today]]);
    expect(on.people).toHaveLength(roster.people.length);
    const again = draftOf(people, { ...more, on, endMissing: true });
    expect([again.ended, Object.values(again.put).flat()]).toEqual([[], []]);
  });

  it("is taken back where it would have begun later, and secretariats end with their people", () => {
    const holdings = roster.holdings.map((it) => (it.personId === "dgb-1" ? { ...it, validFrom: "2026-12-01" as const } : it));
    const on = { ...roster, holdings, standIns: [{ actorId: "verdi-1", personId: "spd-1", allianceId: "kba" }] };
    const [people, more] = without("dgb-1", "verdi-1");
    const draft = draftOf(people, { ...more, on, endMissing: true });
    expect(draft.removed.Holding.map(({ personId }) => personId)).toEqual(["dgb-1"]);
    expect(draft.removed.StandIn).toHaveLength(1);
    expect(named(draft.ended)).toEqual([
      ["dgb-1", "holder"],
      ["verdi-1", "holder"],
      ["verdi-1", "secretariat"],
    ]);
  });

  it("is only about the organisations of a file that names people alone", () => {
    expect(named(draftOf([{ id: "ihk-1", name: "Delegierte Person", organisation: "ihk", role: ["holder"] }]).missing)).toEqual([["ihk-s", "substitute"]]);
    expect(named(draftOf([{ id: "ihk-s", name: "Stellvertretung 1", organisation: "ihk", role: [] }]).missing)).toEqual([
      ["ihk-s", "substitute"],
      ["ihk-1", "holder"],
    ]);
  });
});

describe("Was nicht stimmt", () => {
  it("is named for every line, and nothing of the file counts", () => {
    const organisations = [
      { slug: "ihk", name: "IHK" },
      { slug: "ihk", name: "IHK" },
    ];
    const people: readonly Fields[] = [
      { name: "A", organisation: "nirgends", role: ["holder"] },
      { name: "B", role: ["holder"] },
      { name: "C", organisation: "cdu", role: ["holder"] },
      { name: "D", organisation: "cdu", role: ["holder"], seat: 3 },
      { name: "E", organisation: "ihk", role: ["holder", "substitute"] },
      { name: "F", organisation: "ihk", role: ["guest"], seat: 1 },
      { name: "G", organisation: "ihk", role: ["holder"], valid_from: "2026-10-01", valid_to: "2026-09-30" },
      { name: "H", organisation: "ihk", role: [], answers_for: ["ihk/Niemand"] },
      { name: "I", organisation: "ihk", role: [], answers_for: ["ihk/I"] },
      { name: "J", organisation: "ihk", role: ["substitute"] },
      { name: "J", organisation: "ihk", role: ["substitute"] },
      { id: "ihk-1", name: "K", organisation: "ihk" },
      { name: "Delegierte Person", organisation: "ihk", email: "k@ihk.example" },
      { name: "L", organisation: "dgb", role: ["lead"] },
      { name: "M", organisation: "dgb", role: ["lead"] },
      { id: "office", name: "Geschäftsstelle", role: [] },
    ];
    expect(faultsOf(people, { organisations })).toEqual([
      [3, "slug", "twice"],
      [4, "organisation", "unknownOrganisation"],
      [5, "organisation", "noOrganisation"],
      [6, "seat", "whichSeat"],
      [7, "seat", "noSeat"],
      [8, "role", "bothKinds"],
      [9, "seat", "seatless"],
      [10, "valid_to", "order"],
      [11, "answers_for", "whom"],
      [12, "answers_for", "oneself"],
      [14, undefined, "twice"],
      [18, "role", "leads"],
      [19, "role", "noOffice"],
    ]);
  });
});
