// The tour of an invitation round: previews by day and night, who is not reached and why, the result, the text to mail by hand.
import { at } from "../time.ts";
import type { SomeRows } from "./store.ts";
import { invited, larger, newestMeeting, press, type Tour, withoutAccounts } from "./tour.ts";

const byDay: Tour = async (open) => {
  const world = open(at("2026-09-07", "10:00"), larger);
  await world.say("office", "rückmeldung");
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.tap("office", "meeting.invite");
  await world.tap("office", "meeting.inviteText");
  await world.tap("office", "meeting.inviteText", { person: "verdi-1" });
  await world.tap("office", "meeting.invite");
  await world.tap("office", "meeting.inviteList");
  await world.tap("office", "meeting.inviteList", { page: "2" });
  await world.tap("office", "meeting.inviteList", { page: "3" });
  await world.tap("office", "meeting.invite");
  world.deaf.add("p3").add("p4");
  await world.tap("office", "meeting.inviteNow");
  await world.clock(at("2026-09-07", "10:05"));
  await world.say("office", "sitzung einladen");
  await press(world, "office", "meeting.inviteList", { meeting: newestMeeting(world) });
  world.deaf.clear();
  await world.tap("office", "meeting.inviteNow", { again: "1" });
  await world.say("office", "sitzung einladen");
  await world.tap("office", "meeting.inviteText");
  await world.clock(at("2026-10-01", "10:00"));
  await press(world, "office", "meeting.inviteText", { meeting: newestMeeting(world), person: "verdi-1" });
};

const byNight: Tour = async (open) => {
  const world = open(at("2026-09-05", "20:00"));
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.tap("office", "meeting.invite");
  await world.tap("office", "meeting.inviteNow", { when: "open" });
  await press(world, "office", "meeting.inviteList", { meeting: newestMeeting(world) });
  await world.say("office", "sitzung ändern ab 15:00");
  await world.tap("office", "meeting.move");
  await world.clock(at("2026-09-07", "08:00"));
  const again = open(at("2026-09-05", "20:00"));
  await again.say("office", "sitzung neu workshop am 07.10.2026");
  await again.tap("office", "meeting.invite");
  await again.fill("office", { reason: "Der Saal ist nur an diesem Tag frei." });
  await again.tap("office", "meeting.inviteNow", { when: "now" });
  await again.say("office", "sitzung absagen");
  await again.fill("office", {});
};

const states: Tour = async (open) => {
  const world = await invited(open);
  const [first, second, third] = world.store.rows("Delivery").filter((it) => it.kind === "invite");
  // How a sending can stand while the workers are at it.
  if (first && second && third)
    world.store.seed({
      Delivery: [
        { ...first, state: "sending" },
        { ...second, state: "uncertain" },
        { ...third, state: "failed", reason: "gone" },
      ],
    });
  const meeting = newestMeeting(world);
  await press(world, "office", "meeting.inviteList", { meeting });
  await press(world, "office", "meeting.inviteNow", { meeting, when: "now" });
  await world.say("office", "sitzung einladen");
};

/** Seats nobody holds, a person to be verified, an organisation to be decided about. */
const vacant = (rows: SomeRows): SomeRows => ({
  ...rows,
  Holding: (rows.Holding ?? []).filter((it) => it.personId === "dgb-1").map((it) => ({ ...it, verified: false })),
});

const nobody: Tour = async (open) => {
  const everybody = (rows: SomeRows): SomeRows => ({ ...rows, Account: (rows.Account ?? []).filter((it) => it.personId === "office") });
  const world = open(at("2026-09-07", "10:00"), everybody);
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.tap("office", "meeting.invite");
  await world.tap("office", "meeting.inviteNow");
  await world.say("office", "sitzung einladen");
  await world.say("office", "rückmeldung erinnern");
  await world.say("office", "sitzung ändern am 14.10.2026");
  await world.tap("office", "meeting.move");
  await world.say("office", "sitzung absagen");
  const empty = open(at("2026-09-07", "10:00"), vacant);
  await empty.say("office", "sitzung neu am 07.10.2026");
  await empty.tap("office", "meeting.invite");
  await press(empty, "office", "meeting.inviteList", { meeting: newestMeeting(empty) });
  const bare = open(at("2026-09-07", "10:00"), (rows) => ({
    ...rows,
    Holding: [],
    Seat: [],
    Organisation: [],
    Person: (rows.Person ?? []).filter((it) => it.organisationId === null),
    Account: (rows.Account ?? []).filter((it) => it.personId === "office"),
  }));
  await bare.say("office", "sitzung neu am 07.10.2026");
  await press(bare, "office", "meeting.inviteList", { meeting: newestMeeting(bare) });
  const all = await invited(open, withoutAccounts());
  await all.say("office", "sitzung einladen");
};

export const invitationTours: readonly Tour[] = [byDay, byNight, states, nobody];
