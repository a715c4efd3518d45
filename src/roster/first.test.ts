// The first organiser of a fresh installation.
import { account, person } from "../testing/examples.ts";
import { kba, people } from "./example.ts";
import { firstOrganiser, organisersByEmail } from "./first.ts";
import type { Person } from "./model.ts";

const ids = { next: () => "n", code: () => "4KM72XPD", hash: (text: string) => `#${text.length}-${text.at(-1)}` };
const now = new Date("2026-09-15T10:00:00Z");
const office = { ...people.office, email: null };

describe("Der Code beim ersten Start", () => {
  it("is for the office person there is, and counts for fourteen days", () => {
    const first = firstOrganiser({ alliance: kba, people: [people.ihk, office], accounts: [], ids, now });
    expect(first).toMatchObject({
      code: "Z-4KM7-2XPD",
      row: { personId: "p-office", allianceId: "kba", usedAt: null },
      expiresAt: new Date("2026-09-29T22:00:00Z"),
    });
    expect(first?.person).toBeUndefined();
  });

  it("comes with an office person where there is none, the same one from every process", () => {
    const both = [1, 2].map(() => firstOrganiser({ alliance: kba, people: [people.ihk], accounts: [], ids, now })?.person);
    expect(both[0]).toMatchObject({ id: "kba-office", roles: ["organiser"], organisationId: null });
    expect(both[1]).toEqual(both[0]);
  });

  it("is not printed once somebody of the office has an account, but is as long as only delegates have", () => {
    const linked = (personId: string) =>
      firstOrganiser({ alliance: kba, people: [office, people.ihk], accounts: [account({ allianceId: "kba", personId })], ids, now });
    expect(linked("p-office")).toBeUndefined();
    expect(linked("p-ihk")).toBeDefined();
  });

  it("takes no notice of another alliance's office", () => {
    const other = person({ id: "p-other", allianceId: "other", roles: ["organiser"] });
    const first = firstOrganiser({ alliance: kba, people: [other, office], accounts: [account({ allianceId: "other", personId: "p-other" })], ids, now });
    expect(first?.row.personId).toBe("p-office");
  });
});

describe("ORGANISER_EMAILS", () => {
  const written = (emails: readonly string[], known: readonly Person[] = [office]) => organisersByEmail({ alliance: kba, people: known, ids, emails });
  it("gives the first address to the office person, and each further one a person of its own", () => {
    const rows = written(["Chef@Krefeld.example ", "two@krefeld.example", "chef@krefeld.example", "nonsense"]);
    expect(rows.map(({ id, email, roles }) => [id === "p-office", email, roles])).toEqual([
      [true, "chef@krefeld.example", ["organiser"]],
      [false, "two@krefeld.example", ["organiser"]],
    ]);
  });
  it("writes nothing for the same list again", () => {
    const once = written(["a@b.example", "c@d.example"]);
    expect(written(["a@b.example", "c@d.example"], [...once])).toEqual([]);
  });
  it("makes a person who has the address already an organiser too", () => {
    const known = person({ id: "p-ihk", allianceId: "kba", email: "IHK@krefeld.example", roles: ["guest"] });
    expect(written(["ihk@krefeld.example"], [known])).toEqual([{ ...known, email: "ihk@krefeld.example", roles: ["guest", "organiser"] }]);
  });
});
