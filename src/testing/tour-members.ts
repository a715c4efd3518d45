// The tour of the roster: people and entries, decisions, guests, codes as a file, secretariats, vision and objectives.
import { at } from "../time.ts";
import { account, person } from "./examples.ts";
import type { SomeRows } from "./store.ts";
import { invited, newestMeeting, press, type Tour, withStrangers } from "./tour.ts";
import type { World } from "./world.ts";

const allianceId = "kba";

/** A secretariat with an account that answers for these people; ver.di's delegate has none of their own. */
export const withSecretariat =
  (...people: readonly string[]) =>
  (rows: SomeRows): SomeRows => {
    const language = rows.Person?.[0]?.language ?? "de";
    const desk = person({ id: "desk", allianceId, organisationId: "verdi", name: "Sekretariat", nameEn: "Secretariat", language, welcomedAt: new Date(0) });
    return {
      ...rows,
      Person: [...(rows.Person ?? []), desk],
      Account: [...(rows.Account ?? []), account({ allianceId, personId: "desk", messenger: "test", tenant: "T", user: "desk", address: { chat: "desk" } })],
      StandIn: people.map((personId) => ({ actorId: "desk", personId, allianceId })),
    };
  };

async function name(world: World, organisation: string, answers: Readonly<Record<string, string>>): Promise<void> {
  await press(world, "office", "member.name", { organisation });
  await world.fill("office", answers);
}
const show = (world: World, organisation: string) => press(world, "office", "member.show", { organisation });

const people: Tour = async (open) => {
  const world = await invited(open);
  await show(world, "ihk");
  await name(world, "ihk", { name: "Kim Beispiel", as: "holder:ihk-seat-1", from: "2026-09-21", email: "kim@ihk.example" });
  await show(world, "ihk");
  await name(world, "ihk", { name: "Robin Beispiel", as: "holder:ihk-seat-1" });
  await name(world, "ihk", { name: "Robin Beispiel", as: "holder:ihk-seat-1" });
  await name(world, "dgb", { name: "Robin Beispiel", as: "substitute", email: "kim@ihk.example" });
  await name(world, "dgb", { name: "Robin Beispiel", as: "substitute", email: "kim" });
  await name(world, "cdu", { name: "Sekretariat", as: "for:cdu-1" });
  await show(world, "cdu");
  await press(world, "office", "member.end", { organisation: "cdu" });
  await world.fill("office", { entry: "h:h-cdu-3", until: "2026-12-31" });
  await world.tap("office", "member.end", { back: "none" });
  await press(world, "office", "member.end", { organisation: "cdu", entry: "h:h-nobody", sent: "1" });
  await press(world, "office", "member.end", { organisation: "ratsgruppe-1" });
  await world.tap("office", "member.name");
  const standIn = world.store.rows("StandIn")[0];
  await press(world, "office", "member.end", { organisation: "cdu", entry: `s:${standIn?.actorId}:${standIn?.personId}`, sent: "1" });
};

const decisions: Tour = async (open) => {
  const world = open(at("2026-09-09", "10:00"));
  for (const decision of ["not_admitted", "confirmed"]) {
    await show(world, "ratsgruppe-1");
    await world.tap("office", "member.decide", { decision });
  }
  await world.tap("office", "member.decide", { decision: "not_admitted" });
  await press(world, "office", "member.decide", { organisation: "ratsgruppe-1", decision: "pending_decision" });
  await show(world, "landespolitik");
  await world.tap("office", "member.verify");
  await name(world, "landespolitik", { name: "Kim Beispiel", as: "holder:landespolitik-seat-1" });
  await show(world, "landespolitik");
  await world.tap("office", "member.verify");
  await world.tap("office", "member.decide", { decision: "to_verify" });
  for (const command of ["member.name", "member.accessFile"] as const) await press(world, "ob-1", command, { organisation: "ihk" });
};

const guests: Tour = async (open, language) => {
  const world = open(at("2026-09-09", "10:00"));
  const word = language === "de" ? "mitglied gast" : "member guest";
  await world.say("office", word);
  await world.say("office", language === "de" ? "sitzung neu am 07.10.2026" : "meeting new on 7 October 2026");
  await world.say("office", `${word} Kim Beispiel`);
  await world.fill("office", { items: "keynote,qa" });
  await press(world, "office", "member.guest", { meeting: newestMeeting(world), ask: "1" });
  await world.fill("office", { name: "Robin Beispiel", items: "" });
  await world.fill("office", { name: "Robin Beispiel", items: "projects" });
  await world.say("office", word);
  await world.say("office", language === "de" ? "sitzung" : "meeting");
  await press(world, "office", "member.guestOut");
  await world.fill("office", { person: world.store.rows("Guest")[0]?.personId ?? "" });
  await press(world, "office", "member.guestOut");
  await press(world, "office", "member.guestOut");
};

/** A guest with an account hears of it, of a change, and that the meeting does not take place. */
const guestsTold: Tour = async (open) => {
  const world = open(at("2026-09-09", "10:00"), withStrangers);
  await world.say("office", "sitzung neu am 07.10.2026");
  const guest = world.store.rows("Person").find(({ id }) => id === "guest");
  await press(world, "office", "member.guest", { meeting: newestMeeting(world), name: guest?.name ?? "" });
  await world.fill("office", { items: "keynote" });
  await world.tap("office", "meeting.invite");
  await world.tap("office", "meeting.inviteNow");
  await world.say("office", "sitzung ändern ab 15:00");
  await world.tap("office", "meeting.move");
  await world.say("office", "sitzung absagen");
  await world.fill("office", { note: "Der Saal ist nicht frei." });
};

const codes: Tour = async (open, language) => {
  const world = open(at("2026-09-09", "10:00"));
  await world.say("office", language === "de" ? "mitglied zugang" : "member access");
  await world.tap("office", "member.accessFile");
  await world.tap("office", "member.voidFile");
  for (const who of ["office", "ihk-1"]) await world.say(who, language === "de" ? "ziele" : "objectives");
  const linked = open(at("2026-09-09", "10:00"), (rows) => ({ ...rows, Holding: (rows.Holding ?? []).filter((it) => it.personId !== "verdi-1") }));
  await press(linked, "office", "member.accessFile");
  const unlinked = open(at("2026-09-09", "10:00"), (rows) => ({ ...rows, Objective: [] }));
  await unlinked.say("ihk-1", language === "de" ? "ziele" : "objectives");
};

const secretariat: Tour = async (open, language) => {
  const one = await invited(open, withSecretariat("verdi-1"));
  await one.tap("desk", "rsvp.accept");
  await one.tap("desk", "rsvp.partial");
  await one.fill("desk", { from: "15:00" });
  for (const word of language === "de" ? ["status", "sitzung"] : ["status", "meeting"]) await one.say("desk", word);
  await one.tap("desk", "rsvp.change");
  await one.tap("desk", "rsvp.decline");
  await one.tap("desk", "substitute.pick");
  await one.fill("desk", { name: "Kim Beispiel" });
  await one.tap("desk", "substitute.told");
  await one.tap("desk", "rsvp.change");
  await one.tap("desk", "rsvp.undecided");
  await one.clock(at("2026-09-28", "10:00"));
  await one.say("office", language === "de" ? "rückmeldung für Verdi absage per Telefon" : "reply for Verdi decline via phone");
  await press(one, "office", "meeting.change", { meeting: newestMeeting(one), day: "2026-10-14" });
  await one.tap("office", "meeting.move");
  await one.tap("desk", "rsvp.accept");
  await one.clock(at("2026-10-13", "10:00"));
  await one.clock(at("2026-10-14", "15:00"));
  await one.say("desk", language === "de" ? "meine einladung" : "my invitation");
  const late = await invited(open, withSecretariat("verdi-1"));
  await late.clock(at("2026-10-01", "10:00"));
  await late.clock(at("2026-10-02", "10:00"));
  await late.say("desk", language === "de" ? "meine einladung" : "my invitation");
  const several = await invited(open, withSecretariat("verdi-1", "dgb-1", "ihk-1"));
  for (const word of language === "de" ? ["zusage", "status", "sitzung", "rückmeldung"] : ["attend", "status", "meeting", "reply"])
    await several.say("desk", word);
  const many = await invited(open, withSecretariat("verdi-1", "dgb-1", "ihk-1", "agentur-1"));
  await many.say("desk", language === "de" ? "absage" : "decline");
};

/** The waiting list and a substitute who declines, as a secretariat sees them. */
const waiting: Tour = async (open) => {
  const world = await invited(open, (rows) =>
    withSecretariat("cdu-3", "ihk-1")({ ...rows, Account: (rows.Account ?? []).filter((it) => !["cdu-3", "ihk-1"].includes(it.personId)) }),
  );
  const meeting = newestMeeting(world);
  for (const who of ["cdu-1", "cdu-2"]) await world.tap(who, "rsvp.accept");
  await press(world, "desk", "rsvp.accept", { meeting, for: "cdu-3" });
  await press(world, "cdu-1", "rsvp.decline", { meeting, for: "cdu-1" });
  await press(world, "desk", "substitute.name", { meeting, for: "ihk-1", person: "ihk-s" });
  await world.tap("ihk-s", "substitute.answer", { answer: "no" });
  await press(world, "desk", "substitute.pick", { meeting, for: "ihk-1" });
  await press(world, "desk", "substitute.name", { meeting, for: "ihk-1", person: "ihk-1" });
  await press(world, "desk", "rsvp.accept", { meeting, for: "cdu-3", edition: "0" });
};

export const memberTours: readonly Tour[] = [people, decisions, guests, guestsTold, codes, secretariat, waiting];
