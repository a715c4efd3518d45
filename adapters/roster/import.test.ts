// Roster files against a real database: whole or not at all, and the same again changes nothing.
import { readFileSync } from "node:fs";
import path from "node:path";
import { seedAlliance } from "../../prisma/seed/seed.ts";
import { writeRoster } from "../../src/roster/file/write.ts";
import * as a from "../../src/testing/examples.ts";
import { rosterWork } from "../store/roster.ts";
import { seed } from "../store/specimen.ts";
import { reported, rosterWorld } from "./world.ts";
import { writeCsv, writeJson } from "./write.ts";

const example = (ending: string) => readFileSync(path.join(import.meta.dirname, `../../docs/roster.example.${ending}`));

/** "Zeile 2, seats", in order. */
const faultsOf = (result: Parameters<typeof reported>[0]): readonly string[] => [...reported(result).matchAll(/Zeile \d+, \w+/g)].map(([found]) => found);

let it: Awaited<ReturnType<typeof rosterWorld>>;
beforeAll(async () => {
  it = await rosterWorld();
});
beforeEach(() => it.clear());
afterAll(() => it.close());

test.each(["csv", "json"])("the example in docs imports into the seeded alliance, is told in words, and a second time changes nothing (%s)", async (ending) => {
  await seedAlliance(it.prisma);
  const first = reported(await it.take(example(ending)));
  expect(first).toContain("Neu (7)");
  expect(first).toContain("– Organisation Wohlfahrtsverbände");
  expect(first).toContain("– Kim Beispiel, IHK");
  expect(first).toContain("Nicht in der Datei, unverändert (");
  expect(first).toContain("– Delegierte Person, IHK: Sitz");
  expect(await it.prisma.standIn.count()).toBe(1);
  expect(await it.prisma.person.findFirst({ where: { name: "Kim Beispiel" } })).toMatchObject({ email: "kim.beispiel@example.org", organisationId: "kba-ihk" });
  expect(await it.prisma.trail.count({ where: { what: "roster.created", via: "file" } })).toBe(7);
  const before = await it.read();
  expect(reported(await it.take(example(ending)))).toContain("Nichts hat sich geändert.");
  expect(await it.read()).toEqual(before);
});

test("both examples say the same", async () => {
  await seedAlliance(it.prisma);
  await it.take(example("csv"));
  expect(reported(await it.take(example("json")))).toContain("Nichts hat sich geändert.");
});

test("where one line is wrong, every wrong line is named and nothing is taken over", async () => {
  await seedAlliance(it.prisma);
  const before = await it.read();
  const text =
    "kind;slug;organisation;name;seats;role;seat\norganisation;neu;;Neue Organisation;1;;\nperson;;neu;Kim Beispiel;;holder;2\nperson;;nirgends;Robin;;chef;\nperson;;;Toni;;holder;\n";
  expect(reported(await it.take(text))).toBe(
    [
      "Nichts wurde übernommen. 3 Stellen sind zu ändern:",
      "datei.csv, Zeile 3, seat: Diese Organisation hat keinen Sitz 2.",
      "datei.csv, Zeile 4, role: Möglich sind: holder, substitute, guest, organiser, lead, spokesperson.",
      "datei.csv, Zeile 5, organisation: Für holder und substitute fehlt die Organisation.",
    ].join("\n"),
  );
  expect(await it.read()).toEqual(before);
});

test("what a line that could not be read might have explained is not named, whatever it cannot explain is", async () => {
  await seedAlliance(it.prisma);
  const head = "kind;slug;organisation;name;seats;role;answers_for\n";
  const people = "person;;neu;Kim Beispiel;;holder;\nperson;;nirgends;Robin;;holder;\nperson;;dgb;Toni;;;dgb/Sascha\n";
  expect(faultsOf(await it.take(`${head}organisation;neu;;Neu;viele;;\n${people}`))).toEqual([
    "Zeile 2, seats",
    "Zeile 4, organisation",
    "Zeile 5, answers_for",
  ]);
  expect(reported(await it.take(`${head}organisation;neu;;Neu;1;;\n${people}`))).toContain("Diese Organisation kenne ich nicht: nirgends.");
  // Sascha may stand on the line that could not be read.
  expect(faultsOf(await it.take(`${head}organisation;neu;;Neu;1;;\n${people}person;;dgb;Sascha;;chef;\n`))).toEqual(["Zeile 4, organisation", "Zeile 6, role"]);
  // A row of no kind may have been anything.
  expect(faultsOf(await it.take(`${head}${people};neu;;Neu;1;;\n`))).toEqual(["Zeile 5, kind"]);
});

test("only tried, everything is told and nothing is written; what is missing ends only when that is asked for", async () => {
  await seedAlliance(it.prisma);
  const text = writeCsv(writeRoster(await it.read())).replace(/person;;dgb;Delegierte Person;.*\r\n/, "");
  const before = await it.read();
  expect(reported(await it.take(text, { dry: true, endMissing: true }))).toContain("Beendet zum Di, 15.09.2026 (1)\n– Delegierte Person, DGB: Sitz");
  expect(reported(await it.take(text))).toContain("Nicht in der Datei, unverändert (1)\n– Delegierte Person, DGB: Sitz");
  expect(await it.read()).toEqual(before);
  await it.take(text, { endMissing: true });
  expect((await it.prisma.holding.findFirst({ where: { personId: "kba-dgb-holder-1" } }))?.validTo).toBe("2026-09-15");
  expect(reported(await it.take(text, { endMissing: true }))).toContain("Nichts hat sich geändert.");
});

test("a change made in a chat at the same moment is not overwritten", async () => {
  await seedAlliance(it.prisma);
  let tries = 0;
  await rosterWork(it.pool, "kba", async (desk) => {
    const [person] = await desk.find("Person", { id: "kba-ihk-holder-1" });
    if (!person) throw new Error("nobody");
    // While the import thinks, the person chooses English.
    if (tries++ === 0) await it.prisma.person.update({ where: { id: person.id }, data: { language: "en" } });
    desk.put("Person", { ...person, name: "Kim Beispiel" });
    return { result: undefined };
  });
  expect(tries).toBe(2);
  expect(await it.prisma.person.findUnique({ where: { id: "kba-ihk-holder-1" } })).toMatchObject({ name: "Kim Beispiel", language: "en" });
});

test("an alliance copied from another one of the same database has people of its own", async () => {
  await seedAlliance(it.prisma);
  await seed(it.pool)({ Alliance: [a.alliance({ id: "copy" })] });
  await it.take(writeJson(writeRoster(await it.read())), { id: "copy" });
  const copied = await it.read("copy");
  expect(copied.people).toHaveLength((await it.read()).people.length);
  expect(copied.people.every((person) => person.allianceId === "copy")).toBe(true);
  expect((await it.read()).people.every((person) => person.allianceId === "kba")).toBe(true);
});
