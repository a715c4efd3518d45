// Linking with an access code: once, in time, with a limit to guessing.
import { hashOf } from "./codes.ts";
import { accountsOf, cardOf, codeFor, example, factsOf, from, nameOf, people, saidBy, slack, wrongCode } from "./example.ts";

const ids = { hash: (text: string) => `#${text}` };
const day = 24 * 60;

describe("Mit einem Zugangscode", () => {
  it("the welcome is the answer, and the waiting invitation follows as the next message", async () => {
    const at = example();
    const code = await codeFor(at, "IHK");
    const outcome = await at.words("U-ihk", code.toLowerCase().replace(/-/g, " "));
    expect(nameOf(outcome)).toBe("welcome.linked");
    expect(factsOf(outcome)).toMatchObject({ "Eingetragen als": "Delegierte Person, IHK", Verantwortlich: "Geschäftsstelle" });
    expect(cardOf(outcome)?.elements.at(-1)).toMatchObject({
      buttons: [{ label: "Meine Einladung" }, { label: "Hilfe" }, { label: "Datenschutz" }, { label: "English" }],
    });
    const [account] = accountsOf(at, "p-ihk");
    expect(account).toMatchObject({ messenger: "slack", user: "U-ihk", receives: true });
    const owed = at.store.rows("Delivery").filter((it) => it.personId === "p-ihk");
    expect(owed).toMatchObject([
      { key: `invite:m1:1:p-ihk:${account?.id}`, kind: "invite", matter: "rsvp:m1:p-ihk", args: { meeting: "m1", person: "p-ihk" }, allianceId: "kba" },
    ]);
    // The next gesture brings no second welcome.
    await at.words("U-ihk", "status");
    expect(at.store.rows("Delivery").filter((it) => it.kind === "welcome")).toEqual([]);
    expect(at.store.rows("Contact")).toEqual([]);
  });

  it("asks for the code where only the word is written, and takes it from the form", async () => {
    const at = example();
    const asked = await at.words("U-ihk", "verknüpfen", { window: true });
    if (!("ask" in asked)) throw new Error("no form");
    expect(asked.ask).toMatchObject({ name: "link.form", fields: [{ name: "code", required: true }] });
    expect(nameOf(await at.send("U-ihk", asked.ask, { code: await codeFor(at, "IHK") }))).toBe("welcome.linked");
    expect(nameOf(await at.words("U-other", "code eingeben"))).toBe("link.form");
  });

  it("counts once: whoever sends it again hears that it was used", async () => {
    const at = example();
    const code = await codeFor(at, "IHK");
    const [first, second] = await Promise.all([at.words("U-ihk", code), at.words("U-thief", code)]);
    expect([nameOf(first), nameOf(second)]).toEqual(["welcome.linked", "link.used"]);
    expect(accountsOf(at, "p-ihk").length).toBe(1);
  });

  it("voids the other codes of the person when it is used, and when a new one is made", async () => {
    const at = example();
    const [old, lost, latest] = [await codeFor(at, "IHK"), await codeFor(at, "IHK"), await codeFor(at, "IHK")];
    expect(nameOf(await at.words("U-a", old))).toBe("link.expired");
    expect(nameOf(await at.words("U-a", lost))).toBe("link.expired");
    expect(nameOf(await at.words("U-a", latest))).toBe("welcome.linked");
  });

  it("says until when an expired code counted", async () => {
    const at = example();
    const code = await codeFor(at, "IHK");
    at.wait(15 * day);
    expect(factsOf(await at.words("U-ihk", code))).toEqual({ "Gültig war er bis": "Di, 29.09.2026" });
    expect(accountsOf(at, "p-ihk")).toEqual([]);
  });

  it("counts down the tries, rests for fifteen minutes after five, and refuses even the right code meanwhile", async () => {
    const at = example();
    const code = await codeFor(at, "IHK");
    for (const left of [4, 3, 2, 1])
      expect(saidBy(await at.words("U-ihk", wrongCode(left)))).toContain(left === 1 ? "noch 1 Versuch." : `noch ${left} Versuche.`);
    const locked = await at.words("U-ihk", wrongCode(5));
    expect(nameOf(locked)).toBe("link.locked");
    expect(saidBy(locked)).toContain("Ab 12:15 Uhr");
    expect(nameOf(await at.words("U-ihk", code))).toBe("link.locked");
    at.wait(14);
    expect(nameOf(await at.words("U-ihk", "verknüpfen"))).toBe("link.locked");
    at.wait(1);
    expect(nameOf(await at.words("U-ihk", wrongCode(6)))).toBe("link.wrong");
    expect(nameOf(await at.words("U-ihk", code))).toBe("welcome.linked");
  });

  it("locks only the account that tried, not the person's code", async () => {
    const at = example();
    const code = await codeFor(at, "IHK");
    for (const n of [1, 2, 3, 4, 5]) await at.words("U-thief", wrongCode(n));
    expect(nameOf(await at.words("U-ihk", code))).toBe("welcome.linked");
  });

  it("of another alliance is as good as none", async () => {
    const at = example();
    at.store.seed({
      Person: [{ ...people.guest, id: "p-other", allianceId: "other" }],
      AccessCode: [
        {
          hash: hashOf(ids, "Z-ABCD-EFGH"),
          allianceId: "other",
          personId: "p-other",
          createdAt: new Date(0),
          expiresAt: new Date("2027-01-01"),
          usedAt: null,
          revokedAt: null,
        },
      ],
    });
    expect(nameOf(await at.words("U-new", "Z-ABCD-EFGH"))).toBe("link.wrong");
    expect(nameOf(await at.words("U-new", "Z-ABCD-EFGH", { from: from("U-new", { tenant: "T2" }) }))).toBe("welcome.linked");
  });

  it("connects a workspace that belongs to nobody only if it is the office's", async () => {
    const at = example();
    const elsewhere = (user: string) => ({ from: from(user, { tenant: "T77" }) });
    expect(nameOf(await at.words("U-a", await codeFor(at, "IHK"), elsewhere("U-a")))).toBe("unknown.noAlliance");
    expect(nameOf(await at.words("U-b", await codeFor(at, "Geschäftsstelle"), elsewhere("U-b")))).toBe("link.second");
    expect(at.store.rows("Workspace").find((it) => it.tenant === "T77")).toEqual({ messenger: "slack", tenant: "T77", allianceId: "kba", trustsEmail: false });
  });

  it("the office hears once that a workspace it connects gives no addresses", async () => {
    const at = example();
    const elsewhere = (user: string) => ({ from: { ...from(user, { tenant: "T77" }), addressesWithheld: true as const } });
    await at.words("U-b", await codeFor(at, "Geschäftsstelle"), elsewhere("U-b"));
    await at.words("U-a", await codeFor(at, "IHK"), elsewhere("U-a"));
    const owed = at.store.rows("Delivery").filter(({ kind }) => kind === "codesOnly");
    expect(owed.map(({ allianceId, personId, args }) => ({ allianceId, personId, args }))).toEqual([
      { allianceId: "kba", personId: "p-office", args: { messenger: "slack" } },
    ]);
  });

  it("changes nothing for an account that is linked already", async () => {
    const at = example();
    const code = await codeFor(at, "IHK");
    expect(nameOf(await at.words(slack.cdu, code))).toBe("link.already");
    expect(nameOf(await at.words("U-ihk", code))).toBe("welcome.linked");
  });
});

it("keeps codes as hashes and every link in the history, by ids alone", async () => {
  const at = example();
  const code = await codeFor(at, "IHK");
  await at.words("U-ihk", code);
  expect(at.store.rows("AccessCode").map(({ hash, usedAt }) => [hash, usedAt === null])).toEqual([[hashOf(ids, code), false]]);
  expect(at.store.rows("Trail").map(({ what, personId, actorId }) => [what, personId, actorId])).toEqual([
    ["code.created", "p-ihk", "p-office"],
    ["account.linked", "p-ihk", "p-ihk"],
  ]);
});
