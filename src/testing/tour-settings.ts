// The tour of what people set for themselves, what is stored about them, what the office sees of the messages to come, and its ladder.
import { translator } from "../../locales/index.ts";
import { storedCard } from "../help/cards.ts";
import { at } from "../time.ts";
import { account } from "./examples.ts";
import type { SomeRows } from "./store.ts";
import { invited, press, type Tour, withoutAccounts } from "./tour.ts";
import { withSecretariat } from "./tour-members.ts";

/** Two accounts in one messenger and one in another. */
const several = (rows: SomeRows): SomeRows => ({
  ...rows,
  Account: [
    ...(rows.Account ?? []),
    ...["teams", "test"].map((messenger) =>
      account({
        id: `acc-ihk-${messenger}`,
        allianceId: "kba",
        personId: "ihk-1",
        messenger,
        tenant: "T9",
        user: `ihk-${messenger}`,
        receives: false,
        linkedAt: at("2026-08-03", "10:00"),
      }),
    ),
  ],
});

const settings: Tour = async (open, language) => {
  const world = open(at("2026-09-09", "10:00"), several);
  // Only a messenger knows when its answer got lost.
  world.shown.push(storedCard(translator(language), "B7F3-K9"));
  for (const who of ["ihk-1", "dgb-1"]) {
    await world.say(who, "einstellungen");
    await world.tap(who, "settings.change");
    await world.fill(who, { until: "2026-09-18" });
    await world.say(who, "einstellungen ruhezeit bis 18.09.2029");
    await world.say(who, `einstellungen sprache ${language}`);
    await world.say(who, "Bin bis 25.09.2026 weg");
    await world.tap(who, "settings.rest", { to: "keep" });
    await world.tap(who, "settings.restEnd");
    await world.say(who, "einstellungen ruhezeit");
  }
  await world.say("ihk-1", "Bin bis 25.09.2026 weg");
  await world.tap("ihk-1", "settings.rest", { to: "substitute" });
  await press(world, "ihk-1", "settings.change");
  await world.fill("ihk-1", { until: "2029-01-01" });
  await world.tap("ihk-1", "link.second", { receive: "acc-ihk-teams" });
};

const privacy: Tour = async (open) => {
  const world = await invited(open, (rows) => withSecretariat("ihk-1", "verdi-1")(several(rows)));
  await world.tap("ihk-1", "substitute.pick");
  await world.tap("ihk-1", "substitute.name", { person: "ihk-s" });
  await world.tap("ihk-s", "substitute.answer", { answer: "yes" });
  await world.say("ihk-1", "einstellungen ruhezeit bis 18.09.2026");
  for (const who of ["ihk-1", "office"]) for (const said of ["datenschutz", "datenschutz auskunft", "datenschutz löschen"]) await world.say(who, said);
  world.address = undefined;
  await world.say("ihk-1", "datenschutz auskunft");
  await world.tap("ihk-1", "privacy.eraseNow");
  // A secretariat holds no seat.
  await world.say("desk", "datenschutz löschen");
  await world.tap("desk", "privacy.eraseNow");
  await world.say("ihk-s", "datenschutz löschen");
  await world.tap("ihk-s", "privacy.eraseNow");
};

const outbox: Tour = async (open) => {
  const idle = open(at("2026-08-03", "10:00"));
  await idle.say("office", "versand");
  await idle.tap("office", "ladder.change");
  await idle.tap("office", "ladder.change", { part: "nudges" });
  await idle.fill("office", { firstNudge: "12" });
  const world = await invited(open, withoutAccounts("spd-2"));
  world.deaf.add("dgb-1");
  await world.tap("cdu-1", "rsvp.undecided");
  await world.say("ihk-1", "einstellungen ruhezeit bis 28.09.2026");
  await world.tap("ihk-1", "settings.change");
  await world.fill("ihk-1", { to: "substitute" });
  await world.say("agentur-1", "einstellungen ruhezeit bis 28.09.2026");
  for (const day of ["2026-09-21", "2026-09-25", "2026-09-28"] as const) {
    await world.clock(at(day, "09:00"));
    for (const said of ["versand", "versand IHK", "versand DGB", "versand Niemand"]) await world.say("office", said);
    await world.say("office", "versand");
    await world.tap("office", "outbox.show", { single: "1" });
    await world.tap("office", "outbox.show", { page: "2" });
    await world.say("ihk-1", "versand");
  }
  for (const part of ["round", "material", "nudges", "tasks"] as const) {
    await press(world, "office", "ladder.change", { part });
    await world.fill("office", Object.fromEntries((world.formOf("office")?.fields ?? []).map(({ name }) => [name, "0"])));
    await press(world, "office", "ladder.change", { part });
    await world.fill("office", Object.fromEntries((world.formOf("office")?.fields ?? []).map(({ name, initial }) => [name, String(Number(initial) + 1)])));
  }
  await world.tap("office", "ladder.change");
  await world.tap("office", "ladder.change", { usual: "1" });
  await world.tap("office", "ladder.change");
};

/** A delegate who had named somebody to come has no seat any more, and an invited meeting stands beside a draft. */
const between: Tour = async (open) => {
  const world = await invited(open);
  await world.tap("cdu-1", "substitute.pick");
  await world.fill("cdu-1", { name: "Vertretung Muster" });
  for (const who of ["cdu-2", "cdu-3"]) await world.tap(who, "rsvp.accept");
  await world.tap("ihk-1", "substitute.pick");
  await world.tap("ihk-1", "substitute.name", { person: "ihk-s" });
  const [reply] = world.store.rows("Reply").filter(({ personId }) => personId === "ihk-1");
  // Seats may be taken back, by the office or by a smaller quota.
  if (reply) world.store.seed({ Reply: [{ ...reply, state: "waiting", waitingSince: world.now }] });
  await world.tap("ihk-s", "substitute.answer", { answer: "yes" });
  await world.say("office", "sitzung neu am 04.11.2026");
  await world.say("office", "sitzung ändern am 14.10.2026");
  await world.say("office", "sitzung absagen");
};

export const settingsTours: readonly Tour[] = [settings, privacy, outbox, between];
