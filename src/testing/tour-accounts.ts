// The tour of getting to know each other: strangers, codes, accounts in two messengers, members, settings, help, misunderstandings, faults.
import { createBot } from "../bot.ts";
import { owed } from "../notice/owe.ts";
import type { Outcome } from "../outcome.ts";
import type { Sender } from "../ports.ts";
import { at } from "../time.ts";
import type { SomeRows } from "./store.ts";
import { invited, larger, press, type Tour, withoutAccounts, withStrangers } from "./tour.ts";
import type { World } from "./world.ts";

const from = (user: string, messenger = "slack", tenant = "T1"): Sender => ({ messenger, tenant, user, address: { chat: user } });
const saying =
  (world: World, sender: Sender) =>
  (words: string, more = {}) =>
    world.gesture(sender.user, { words, command: false }, { from: sender, ...more });

/** Workspaces of two messengers, and addresses in one of them. */
const workspaces = (rows: SomeRows): SomeRows => ({
  ...rows,
  Workspace: [
    ...(rows.Workspace ?? []),
    { messenger: "slack", tenant: "T1", allianceId: "kba", trustsEmail: true },
    { messenger: "teams", tenant: "T9", allianceId: "kba", trustsEmail: false },
  ],
  Person: (rows.Person ?? []).map((it) => (it.id === "verdi-1" || it.id === "office" ? { ...it, email: `${it.id}@krefeld.example`, welcomedAt: null } : it)),
});

/** The code on the newest card of the office. */
const codeIn = (text: string): string => /Z-\w{4}-\w{4}/.exec(text)?.[0] ?? "";

const strangers: Tour = async (open) => {
  const world = open(at("2026-09-07", "10:00"), workspaces);
  for (const words of ["Hallo", "zusage", "hilfe", "hilfe sitzung", "datenschutz", "sprache", "verknüpfen", "Z-9999-9999"]) await world.say("new", words);
  await world.tap("new", "link.enter");
  for (const code of ["Z-9999-9998", "Z-9999-9997", "Z-9999-9996", "Z-9999-9995", "Z-9999-9994"]) await world.say("new", code);
  await world.gesture("new", { words: "Hallo", command: false }, { place: "channel" });
  await world.gesture("new", { met: true }, { place: "channel" });
  const elsewhere = saying(world, from("far", "slack", "T7"));
  for (const words of ["Hallo", "hilfe", "verknüpfen"]) await elsewhere(words);
  await world.say("office", "status");
  await press(world, "office", "link.second");
  await saying(world, { ...from("office-far", "slack", "T7"), addressesWithheld: true })(codeIn(world.text("office")));
  await world.clock(at("2026-09-07", "11:00"));
};

const codes: Tour = async (open) => {
  const world = open(at("2026-09-07", "10:00"), workspaces);
  for (const words of ["", " Niemand", " CDU", " Agentu", " Verdi"]) await world.say("office", `mitglied zugang${words}`);
  const code = codeIn(world.text("office"));
  await saying(world, from("verdi"))(code);
  await saying(world, from("verdi-again"))(code);
  await world.say("verdi", "status");
  await world.say("office", "mitglied zugang Verdi");
  const second = codeIn(world.text("office"));
  await world.tap("office", "member.revoke");
  await press(world, "office", "member.revoke", { person: "verdi-1" });
  await saying(world, from("late", "teams", "T9"))(second);
  await world.say("office", "mitglied zugang DGB");
  const third = codeIn(world.text("office"));
  await press(world, "ihk-1", "member.revoke", { person: "dgb-1" });
  await world.clock(at("2026-10-30", "10:00"));
  await saying(world, from("late", "teams", "T9"))(third);
  await world.say("ihk-1", "Z-2222-2222");
};

const twoAccounts: Tour = async (open, language) => {
  const world = await invited(open, workspaces);
  for (const [messenger, tenant] of [
    ["slack", "T1"],
    ["teams", "T9"],
  ] as const) {
    await press(world, "ihk-1", "link.second");
    const there = saying(world, from(`ihk-${messenger}`, messenger, tenant));
    await there(codeIn(world.text("ihk-1")));
    await there("status");
    await there("einstellungen");
  }
  await world.say("ihk-1", "einstellungen");
  await press(world, "ihk-1", "link.second", { receive: "acc-ihk-1" });
  await world.say("ihk-1", `sprache ${language}`);
  await world.say("ihk-1", "sprache klingonisch");
  await press(world, "ihk-1", "link.second");
  await world.tap("ihk-1", "member.revoke");
  await world.tap("ihk-1", "link.second");
};

const byAddress: Tour = async (open) => {
  for (const change of [workspaces, (rows: SomeRows) => withoutAccounts("office")(workspaces(rows))]) {
    const world = await (change === workspaces ? invited(open, change) : Promise.resolve(open(at("2026-09-07", "10:00"), change)));
    const sender = { ...from("verdi"), email: "verdi-1@krefeld.example" };
    await world.gesture("verdi", { words: "Hallo", command: false }, { from: sender });
    const notMe = () => world.gesture("verdi", { pressed: { c: "link.notMe", a: {} } }, { from: sender });
    await world.gesture("verdi", { pressed: { c: "help.callback", a: {} } }, { from: sender });
    await notMe();
    await world.gesture("office-slack", { words: "Hallo", command: false }, { from: { ...from("office-slack"), email: "office@krefeld.example" } });
  }
};

/** Without a public address there are no links, and so no calendars and no files. */
const withoutAddress: Tour = async (open) => {
  const world = await invited(open);
  world.address = undefined;
  await world.tap("ihk-1", "rsvp.accept");
  await world.say("ihk-1", "sitzung");
  await press(world, "office", "member.accessFile");
  await world.say("office", "rückmeldung");
};

const welcomes: Tour = async (open) => {
  const world = open(at("2026-09-07", "10:00"), (rows) => ({ ...rows, Person: (rows.Person ?? []).map((it) => ({ ...it, welcomedAt: null })) }));
  for (const who of ["office", "ihk-1"]) await world.gesture(who, { met: true });
  await world.say("dgb-1", "hilfe");
  await world.gesture("ihk-1", { met: true }, { place: "channel" });
  await world.gesture("dgb-1", { left: true });
};

const members: Tour = async (open) => {
  const world = open(at("2026-09-07", "10:00"), (rows) => {
    const all = larger(rows);
    const [first] = all.Holding ?? [];
    const dated = first
      ? [{ ...first, id: "later", personId: "ihk-s", validFrom: "2026-12-01" as const, validTo: "2027-12-31" as const, verified: false }]
      : [];
    return {
      ...all,
      Holding: [...(all.Holding ?? []), ...dated],
      Seat: (all.Seat ?? []).map((it) => (it.id === "verdi-seat-1" ? { ...it, documented: "Maxi Muster" } : it)),
    };
  });
  for (const who of ["office", "ihk-1"]) {
    await world.say(who, "mitglied");
    await world.tap(who, "member.show", { page: "2" });
    for (const name of ["IHK", "OB", "CDU", "Verdi", "Landespolitik (MdL)", "Ratsgruppe 1", "Niemand", "Agentu"]) await world.say(who, `mitglied ${name}`);
    await press(world, who, "member.show", { organisation: "ob" });
  }
  await world.say("office", "mitglied zugang Delegierte Person");
};

const helped: Tour = async (open) => {
  const world = await invited(open, withStrangers);
  const words = [
    "hilfe",
    "hilfe sitzung",
    "hilfe rückmeldung",
    "hilfe vertretung",
    "hilfe mitglied",
    "hilfe status",
    "hilfe qwertz",
    "hilfe sitzug",
    "Hallo",
    "Danke",
    "datenschutz",
  ];
  const unclear = ["rückmeldug", "mitgleid", "sitzun", "ausage", "qwertz", "absagen", "einladen", "erinnern", "sitzung neu", "rückmeldung für DGB", "code"];
  for (const who of ["ihk-1", "office", "guest"]) {
    for (const said of [...words, ...unclear]) await world.say(who, said);
    for (const said of [
      "Das ist ein langer Satz, den niemand versteht",
      "Und noch einer, den auch niemand versteht",
      "rückmeldug",
      "/qwertz",
      "/zusage ab",
      "/hilfe",
    ])
      await world.say(who, said);
    await world.gesture(who, { pressed: "none of ours" });
    for (const command of ["help.callback", "step.cancel", "meeting.show", "rsvp.change", "substitute.told", "meeting.consent"] as const)
      await press(world, who, command, { meeting: "gone" });
    for (const said of ["status", "hilfe", "sitzung"]) await world.gesture(who, { words: said, command: false }, { place: "channel" });
  }
  const idle = open(at("2026-09-07", "10:00"), withStrangers);
  for (const who of ["ihk-1", "office", "guest"])
    for (const said of ["status", "zusage", "sitzung", "absagen", "rückmeldung erinnern"]) await idle.say(who, said);
};

const faults: Tour = async (open, language) => {
  const world = open();
  const gesture = () => Promise.reject<Outcome>(new Error("The database does not answer."));
  const broken = createBot({ ...world.ports(), store: { ...world.store, gesture }, log: { info: () => undefined, error: () => undefined } });
  for (const words of ["zusage", "Was ist das für ein Satz, den niemand versteht"]) {
    const outcome = await broken.handle({
      key: words,
      from: from("ihk-1", "test", "T"),
      place: "direct",
      said: { words, command: false },
      window: false,
      answer: "inline",
      language,
    });
    if ("refuse" in outcome) world.shown.push(outcome.card);
  }
};

/** A workspace with nobody in it, with one person, and with more than are named, has taken the bot away. */
const departed: Tour = async (open) => {
  const world = open();
  const because = { now: world.now, desk: { alliance: { id: "kba" } } };
  const there = world.store.rows("Account").filter(({ personId }) => personId !== "office");
  for (const [tenant, n] of [
    ["T7", 0],
    ["T8", 1],
    ["T9", 7],
  ] as const) {
    world.store.seed({ Account: there.slice(0, n).map((it) => ({ ...it, messenger: "slack", tenant, reachable: false })) });
    await world.store.work({ allianceId: "kba" }, async (desk) =>
      desk.owe(owed(because, { key: tenant, kind: "workspaceLeft", personId: "office", args: { messenger: "slack", tenant } })),
    );
    await world.deliver();
  }
};

/** A workspace has joined that tells no addresses. */
const joined: Tour = async (open) => {
  const world = open();
  const because = { now: world.now, desk: { alliance: { id: "kba" } } };
  await world.store.work({ allianceId: "kba" }, async (desk) =>
    desk.owe(owed(because, { key: "codesOnly", kind: "codesOnly", personId: "office", args: { messenger: "slack" } })),
  );
  await world.deliver();
};

export const accountTours: readonly Tour[] = [joined, departed, strangers, codes, twoAccounts, byAddress, withoutAddress, welcomes, members, helped, faults];
