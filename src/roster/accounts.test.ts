// Linking by e-mail address, several accounts of one person, and being somebody else.
import { accountsOf, cardOf, codeFor, example, factsOf, from, nameOf, people, saidBy, slack } from "./example.ts";

describe("Über die E-Mail-Adresse", () => {
  const email = "IHK@Krefeld.example";
  it("links at the first message in a trusted workspace, and says how", async () => {
    const at = example();
    const outcome = await at.words("U-ihk", "Guten Tag", { from: from("U-ihk", { email }) });
    expect(nameOf(outcome)).toBe("welcome.byEmail");
    expect(saidBy(outcome)).toContain("Das bin ich nicht");
    expect(accountsOf(at, "p-ihk").length).toBe(1);
    expect(at.store.rows("Delivery").map((it) => it.kind)).toEqual(["invite"]);
  });

  it("links nobody in a workspace that is not trusted, in a channel, or where two people share the address", async () => {
    const at = example();
    expect(nameOf(await at.meet("U-ihk", { from: from("U-ihk", { messenger: "teams", tenant: "T9", email }) }))).toBe("unknown.direct");
    expect(nameOf(await at.words("U-ihk", "status", { place: "channel", from: from("U-ihk", { email }) }))).toBe("unknown.channel");
    at.store.seed({ Person: [{ ...people.guest, email: email.toLowerCase() }] });
    expect(nameOf(await at.words("U-ihk", "status", { from: from("U-ihk", { email }) }))).toBe("unknown.direct");
  });

  it("links the office, whose address the operator has listed, in every workspace of the alliance", async () => {
    const at = example();
    const outcome = await at.meet("U-boss", { from: from("U-boss", { messenger: "teams", tenant: "T9", email: "office@krefeld.example" }) });
    expect(nameOf(outcome)).toBe("welcome.organiser");
    expect(factsOf(outcome)["Noch ohne Zugang"]).toBe("2 Personen");
  });

  it("is undone by the person, tells the office, and is not tried again", async () => {
    const at = example();
    const more = { from: from("U-ihk", { email }) };
    await at.words("U-ihk", "Hallo", more);
    const outcome = await at.press("U-ihk", { command: "link.notMe", args: {} }, more);
    expect(nameOf(outcome)).toBe("welcome.notMe");
    expect(accountsOf(at, "p-ihk")).toEqual([]);
    expect(at.store.rows("Delivery").filter((it) => it.kind === "notMe")).toMatchObject([
      { personId: "p-office", args: { person: "p-ihk", messenger: "slack" } },
    ]);
    expect(nameOf(await at.words("U-ihk", "Hallo", more))).toBe("unknown.again");
    expect(nameOf(await at.words("U-ihk", await codeFor(at, "IHK"), more))).toBe("welcome.linked");
  });
});

describe("Dieselbe Person in zwei Messengern", () => {
  it("gets a code for the other one, messages there from now on, and can turn it round", async () => {
    const at = example();
    const own = await at.press(slack.cdu, { command: "link.second", args: {} });
    expect(nameOf(own)).toBe("link.codeForSelf");
    const teams = { from: from("U-cdu-teams", { messenger: "teams", tenant: "T9" }) };
    const linked = await at.words("U-cdu-teams", factsOf(own)["Code"] ?? "", teams);
    expect(nameOf(linked)).toBe("link.second");
    expect(factsOf(linked)["Ihre Konten"]).toBe("Slack, Teams");
    const receiving = () => accountsOf(at, "p-cdu-1").flatMap((it) => (it.receives ? [it.messenger] : []));
    expect(receiving()).toEqual(["teams"]);
    const back = cardOf(linked)?.elements.flatMap((element) => (element.type === "buttons" ? element.buttons : []))[1];
    if (!back || !("wish" in back)) throw new Error("no way back");
    expect(back.label).toBe("Lieber in Slack");
    expect(nameOf(await at.press("U-cdu-teams", back.wish, teams))).toBe("settings.saved");
    expect(receiving()).toEqual(["slack"]);
  });

  it("cannot turn round anybody else's account", async () => {
    const at = example();
    await at.press(slack.cdu, { command: "link.second", args: { receive: "a-U-office" } });
    expect(at.store.rows("Account").every((it) => it.receives)).toBe(true);
  });

  it("has fifteen minutes for it", async () => {
    const at = example();
    const own = await at.press(slack.cdu, { command: "link.second", args: {} });
    at.wait(15);
    expect(nameOf(await at.words("U-x", factsOf(own)["Code"] ?? ""))).toBe("link.expired");
  });

  it("leaves the other account receiving when the receiving one is given up", async () => {
    const at = example();
    const own = await at.press(slack.cdu, { command: "link.second", args: {} });
    const teams = { from: from("U-t", { messenger: "teams", tenant: "T9" }) };
    await at.words("U-t", factsOf(own)["Code"] ?? "", teams);
    await at.press("U-t", { command: "link.notMe", args: {} }, teams);
    expect(accountsOf(at, "p-cdu-1").map((it) => [it.messenger, it.receives])).toEqual([["slack", true]]);
  });
});
