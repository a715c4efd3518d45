// Access codes as a file: who is in it, what loading it again gives, and how it is blocked.
import { krefeld } from "../testing/roster.ts";
import type { SomeRows } from "../testing/store.ts";
import { World } from "../testing/world.ts";
import { at } from "../time.ts";
import { writeWish } from "../wish.ts";
import { codesFor } from "./access-file.ts";

/** Nobody of ver.di has an account, and in these rows nobody of the IHK either. */
function rows(): SomeRows {
  const given = krefeld();
  return { ...given, Account: (given.Account ?? []).filter((it) => !it.personId.startsWith("ihk")) };
}
const world = (): World => new World(at("2026-09-09", "10:00"), rows());

/** The lines below the columns: organisation, person, address, code, day, text, note. */
const load = (it: World, batch: string, person = "office") =>
  it.store.work({ allianceId: "kba" }, async (desk) => {
    const alliance = it.store.rows("Alliance")[0];
    if (!alliance) throw new Error("no alliance");
    const codeOf = (personId: string) => `${{ "ihk-1": "AAAA", "ihk-s": "BBBB" }[personId] ?? "CCCC"}${batch === "b1" ? "2222" : "3333"}`;
    return (await codesFor({ desk, alliance, now: it.now, ids: it.ports().ids, person, batch, codeOf }))?.slice(1);
  });
const codes = (lines: Awaited<ReturnType<typeof load>>) => lines?.map((line) => line[3]);

describe("Zugangscodes als Datei", () => {
  it("are offered where nobody is named: for one person, or for all who have no access", async () => {
    const it = world();
    await it.say("office", "mitglied zugang");
    expect(it.newest("office")?.card.name).toBe("access.start");
    expect(it.text("office")).toContain("Noch ohne Zugang: 3 Personen.");
    expect(it.labels("office")).toEqual(["Für eine Person", "Für alle ohne Zugang", "Abbrechen"]);
    await it.press("office", "Für eine Person");
    expect(it.forms.at(-1)?.name).toBe("access.form");
    await it.press("office", "Für alle ohne Zugang");
    expect(it.newest("office")?.card.name).toBe("access.file");
    expect(it.text("office")).toContain("Für: 3 Personen ohne Zugang. Gültig bis: Mi, 23.09.2026, einmal. Link gilt bis: Do, 10.09.2026, 10:00 Uhr.");
    expect(it.store.rows("AccessCode")).toEqual([]);
  });

  it("begin to count with the loading, replace those given out before, and are the same when loaded again", async () => {
    const it = world();
    await it.say("office", "mitglied zugang ver.di");
    const before = /Z-\w{4}-\w{4}/.exec(it.text("office"))?.[0] ?? "";
    const first = await load(it, "b1");
    expect(first?.map((line) => [line[0], line[1], line[3], line[4]])).toEqual([
      ["IHK", "Delegierte Person", "Z-AAAA-2222", "Mi, 23.09.2026"],
      ["IHK", "Stellvertretung 1", "Z-BBBB-2222", "Mi, 23.09.2026"],
      ["ver.di", "Delegierte Person", "Z-CCCC-2222", "Mi, 23.09.2026"],
    ]);
    expect(first?.[0]?.[5]).toContain("senden Sie ihm: Z-AAAA-2222");
    it.now = at("2026-09-10", "09:00");
    expect(await load(it, "b1")).toEqual(first);
    expect(it.store.rows("AccessCode")).toHaveLength(4);
    expect(it.store.rows("Trail").filter((line) => line.what === "code.created" && line.after === "b1")).toHaveLength(3);
    await it.say("verdi", before);
    expect(it.newest("verdi")?.card.name).toBe("link.expired");
    await it.say("verdi", "Z-CCCC-2222");
    expect(it.text("verdi")).toContain("Willkommen beim Bündnisbot");
    expect(codes(await load(it, "b1"))).toEqual(["Z-AAAA-2222", "Z-BBBB-2222"]);
  });

  it("do not come back over a newer code of the person", async () => {
    const it = world();
    await load(it, "b1");
    await it.say("office", "mitglied zugang ver.di");
    expect((await load(it, "b1"))?.map((line) => [line[3], line[6]])).toEqual([
      ["Z-AAAA-2222", ""],
      ["Z-BBBB-2222", ""],
      ["", "gilt nicht mehr"],
    ]);
    expect(codes(await load(it, "b2"))).toEqual(["Z-AAAA-3333", "Z-BBBB-3333", "Z-CCCC-3333"]);
    expect(codes(await load(it, "b1"))).toEqual(["", "", ""]);
  });

  it("are blocked all together, before and after the loading, and the link with them", async () => {
    const it = world();
    await load(it, "b1");
    const blocked = async (batch: string) => {
      await it.gesture("office", { pressed: writeWish({ command: "member.voidFile", args: { batch } }) });
      return it.text("office");
    };
    expect(await blocked("b1")).toContain("3 Codes gelten nicht mehr.");
    expect(await blocked("b1")).toContain("Es galt keiner mehr.");
    expect(await blocked("b2")).toContain("Es galt keiner mehr.");
    expect(await load(it, "b1")).toBeUndefined();
    expect(await load(it, "b2")).toBeUndefined();
    expect(it.store.rows("AccessCode").every((code) => code.revokedAt !== null)).toBe(true);
  });

  it("are given to the office alone, and to nobody who has left it", async () => {
    const it = world();
    expect(await load(it, "b1", "ob-1")).toBeUndefined();
    expect(await load(it, "b1", "nobody")).toBeUndefined();
    expect(it.store.rows("AccessCode")).toEqual([]);
  });

  it("leave out whose time is over, and include secretariats and the guests of coming meetings", async () => {
    const it = world();
    await it.say("office", "sitzung neu am 07.10.2026");
    await it.say("office", "mitglied gast Kim Beispiel");
    await it.fill("office", { items: "qa" });
    await it.say("office", "mitglied IHK");
    await it.press("office", "Person eintragen");
    await it.fill("office", { name: "Sekretariat", as: "for:ihk-1" });
    await it.press("office", "Zur Organisation");
    await it.press("office", "Eintrag beenden");
    await it.fill("office", { entry: "h:h-ihk-s", until: "2026-09-08" });
    expect((await load(it, "b1"))?.map((line) => line[1])).toEqual(["Kim Beispiel", "Delegierte Person", "Sekretariat", "Delegierte Person"]);
  });

  it("are not needed where everybody has access", async () => {
    const given = krefeld();
    const everybody = (given.Person ?? []).map((person) => ({
      ...given.Account?.[0],
      id: `acc-${person.id}`,
      personId: person.id,
      user: person.id,
      address: { chat: person.id },
    }));
    const it = new World(at("2026-09-09", "10:00"), { ...given, Account: everybody as NonNullable<SomeRows["Account"]> });
    await it.say("office", "mitglied zugang");
    expect(it.newest("office")?.card.name).toBe("access.form");
    await it.gesture("office", { pressed: writeWish({ command: "member.accessFile", args: {} }) });
    expect(it.newest("office")?.card.name).toBe("access.file.all");
  });
});
