// From what somebody writes to the organisation or person that is meant.
import fc from "fast-check";
import { hold, holdings, organisations, people, seats } from "./example.ts";
import { findOrganisation, findPerson } from "./find.ts";

const slugOf = (text: string): string | readonly string[] => {
  const found = findOrganisation(text, organisations, "de");
  if (found.type === "exact") return found.organisation.slug;
  return found.type === "near" ? found.organisations.map(({ slug }) => slug) : [];
};

describe("Eine Organisation finden", () => {
  it("finds every organisation of Krefeld by each of its names, short names and aliases", () => {
    const shared = new Set(["Ratsgruppe"]);
    for (const { slug, nameDe, nameEn, aliases } of organisations) {
      for (const name of [slug, nameDe, nameEn, ...aliases]) if (!shared.has(name)) expect([name, slugOf(name)]).toEqual([name, slug]);
    }
  });

  it("finds them however upper case, umlauts, signs and articles are written", () => {
    const variants = [
      (it: string) => it.toUpperCase(),
      (it: string) => it.replace(/ü/g, "ue").replace(/ö/g, "oe").replace(/ä/g, "ae"),
      (it: string) => it.replace(/[-.: ]/g, " "),
      (it: string) => `  ${it} `,
      (it: string) => `„${it}“`,
    ];
    fc.assert(
      fc.property(fc.constantFrom(...organisations), fc.constantFrom(...variants), (it, vary) => {
        expect(slugOf(vary(it.nameDe))).toBe(it.slug);
      }),
    );
    expect(slugOf("die Arbeitsagentur")).toBe("agentur");
    expect(slugOf("an das Jobcenter")).toBe("jobcenter");
  });

  it("offers both where a name means two", () => expect(slugOf("Ratsgruppe")).toEqual(["ratsgruppe-1", "ratsgruppe-2"]));

  it("offers near names and never takes one by itself", () => {
    expect(slugOf("Handwerkskamer")).toEqual(["hwk"]);
    expect(slugOf("Handwerk")).toEqual(["hwk"]);
    expect(slugOf("Jobcentre")).toEqual(["jobcenter"]);
    expect(slugOf("Niederrhein")).toEqual(["hsnr", "ihk", "unternehmerschaft"]);
  });

  it("offers at most three", () => {
    expect((slugOf("Fraktion") as readonly string[]).length).toBe(3);
  });

  it("knows nothing for empty, strange or endless text", () => {
    for (const text of ["", "   ", "…", "<!channel>", "Bürgerbus", "x".repeat(10_000)]) expect(slugOf(text)).toEqual([]);
  });

  it("never fails, whatever is written", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => Array.isArray(slugOf(text)) || typeof slugOf(text) === "string"));
  });
});

const roster = { organisations, seats, people: Object.values(people), holdings };
const find = (text: string, more: Partial<typeof roster> = {}) => findPerson(text, { ...roster, ...more }, { lang: "de", today: "2026-09-15" });
const who = (text: string): unknown => {
  const found = find(text);
  return found.type === "one" ? found.person.id : found.type === "several" ? found.people.map(({ id }) => id) : found.type;
};

describe("Eine Person finden", () => {
  it("takes the holder of an organisation's only seat", () => expect(who("IHK")).toBe("p-ihk"));
  it("asks which one where an organisation has two", () => expect(who("CDU")).toEqual(["p-cdu-1", "p-cdu-2"]));
  it("takes the name with the organisation, in either language", () => {
    expect(who("Delegierte Person 2, CDU-Fraktion")).toBe("p-cdu-2");
    expect(who("delegierte person 2 cdu")).toBe("p-cdu-2");
    expect(who("Delegate 1, CDU council group")).toBe("p-cdu-1");
    expect(who("Stellvertretung 1, IHK")).toBe("p-ihk-2");
  });
  it("takes an id, as buttons carry it", () => expect(who("p-cdu-1")).toBe("p-cdu-1"));
  it("takes the office by its name", () => expect(who("Geschäftsstelle")).toBe("p-office"));
  it("finds nobody for an organisation without people", () => expect(who("DGB")).toBe("none"));
  it("offers near names", () => expect(find("Handwerkskamer")).toMatchObject({ type: "near", people: [], organisations: [{ slug: "hwk" }] }));
  it("takes the named substitutes where nobody holds the seat any more", () => {
    const found = find("IHK", { holdings: [hold("p-ihk", "o-ihk-1", { validTo: "2026-01-01" }), hold("p-ihk-2", "o-ihk-1", { kind: "substitute" })] });
    expect(found).toMatchObject({ type: "one", person: { id: "p-ihk-2" } });
  });
});
