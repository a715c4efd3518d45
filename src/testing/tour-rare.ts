// The tour of what happens seldom: everybody reachable, two meetings at once, answers while a message waits for the morning.
import { at } from "../time.ts";
import { account, person } from "./examples.ts";
import type { SomeRows } from "./store.ts";
import { invited, newestMeeting, press, type Tour } from "./tour.ts";

/** Everybody has an account, and every organisation is confirmed. */
const everybody = (rows: SomeRows): SomeRows => ({
  ...rows,
  Organisation: (rows.Organisation ?? []).filter((it) => it.status === "confirmed"),
  Seat: (rows.Seat ?? []).filter((it) => it.status === "confirmed"),
  Account: [...(rows.Account ?? []), account({ allianceId: "kba", personId: "verdi-1", messenger: "test", tenant: "T" })],
});

const allReached: Tour = async (open) => {
  const world = await invited(open, everybody);
  await world.say("office", "sitzung einladen");
  await world.say("office", "rückmeldung erinnern");
  await world.say("office", "rückmeldung");
  await world.tap("office", "reply.list", { filter: "declined" });
  await world.say("office", "rückmeldung Ratsgruppe");
};

const twoMeetings: Tour = async (open) => {
  const world = await invited(open);
  await world.say("office", "sitzung neu am 04.11.2026");
  await world.say("office", "sitzung einladen");
  await world.say("office", "sitzung neu workshop am 18.11.2026");
  await world.say("office", "sitzung anfragen");
  // An agenda may hold a block without a number.
  const [item] = world.store.rows("AgendaItem").slice(-1);
  if (item) world.store.seed({ AgendaItem: [{ ...item, number: "" }] });
  await press(world, "office", "meeting.agenda", { meeting: newestMeeting(world) });
  await world.fill("office", { m1: "20" });
};

const overNight: Tour = async (open) => {
  const world = await invited(open);
  await world.tap("dgb-1", "rsvp.decline");
  await world.tap("ihk-1", "rsvp.accept");
  await world.clock(at("2026-09-10", "22:00"));
  await world.say("office", "sitzung ändern am 14.10.2026");
  await world.tap("office", "meeting.move");
  await world.say("dgb-1", "zusage");
  await world.say("agentur-1", "unklar");
  await world.clock(at("2026-09-11", "08:00"));
};

const reminded: Tour = async (open) => {
  const world = await invited(open);
  for (let round = 0; round < 2; round++) {
    await world.say("office", "rückmeldung erinnern");
    await world.tap("office", "reply.remindNow");
  }
  await world.tap("dgb-1", "rsvp.undecided");
};

const cancelledMeanwhile: Tour = async (open) => {
  const world = await invited(open);
  await world.tap("ihk-1", "substitute.pick");
  await world.tap("ihk-1", "substitute.name", { person: "ihk-s" });
  await world.say("office", "sitzung absagen");
  await world.fill("office", {});
  await press(world, "office", "reply.record", { meeting: newestMeeting(world), whom: "ihk-1", answer: "confirm", via: "phone" });
  await press(world, "ihk-s", "substitute.answer", { meeting: newestMeeting(world), for: "ihk-1", edition: "1", answer: "yes" });
};

const words: Tour = async (open) => {
  const world = await invited(open, (rows) => {
    const language = rows.Person?.[0]?.language ?? "de";
    const fresh = person({ id: "fresh", allianceId: "kba", organisationId: "dgb", name: "Neu benannt", language });
    const holding = {
      id: "h-fresh",
      allianceId: "kba",
      seatId: "dgb-seat-1",
      personId: "fresh",
      kind: "holder",
      position: 2,
      verified: true,
      validFrom: null,
      validTo: null,
    } as const;
    return {
      ...rows,
      Person: [...(rows.Person ?? []), fresh],
      Holding: [...(rows.Holding ?? []), holding],
      Account: [...(rows.Account ?? []), account({ allianceId: "kba", personId: "fresh", messenger: "test", tenant: "T" })],
    };
  });
  for (const said of ["hilfe hilfe", "mettings", "hilfe mettings"]) await world.say("ihk-1", said);
};

export const rareTours: readonly Tour[] = [allReached, twoMeetings, overNight, reminded, cancelledMeanwhile, words];
