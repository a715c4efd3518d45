// What the tours of the gallery share: how a world is opened, how a round of invitations comes about, and a larger alliance.
import type { Language } from "../../locales/index.ts";
import type { Organisation, Person } from "../roster/model.ts";
import { at } from "../time.ts";
import { type Wish, writeWish } from "../wish.ts";
import { account, organisation, person } from "./examples.ts";
import type { SomeRows } from "./store.ts";
import type { World } from "./world.ts";

/** Opens a world whose cards the gallery keeps. */
export type Open = (now?: Date, change?: (rows: SomeRows) => SomeRows) => World;
/** Goes through some states of some cards. */
export type Tour = (open: Open, language: Language) => Promise<void>;

/** A meeting on 7 October 2026 to which everybody has been invited. */
export async function invited(open: Open, change?: (rows: SomeRows) => SomeRows): Promise<World> {
  const world = open(at("2026-09-09", "10:00"), change);
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.tap("office", "meeting.invite");
  await world.tap("office", "meeting.inviteNow");
  return world;
}

/** The same for a workshop, whose council groups were not waited for. */
export async function invitedToWorkshop(open: Open): Promise<World> {
  const world = open(at("2026-09-09", "10:00"));
  await world.say("office", "sitzung neu workshop am 07.10.2026");
  await world.tap("office", "meeting.invite");
  await world.fill("office", { reason: "Der Saal ist nur an diesem Tag frei." });
  await world.tap("office", "meeting.inviteNow");
  return world;
}

/** A gesture nobody's card offers: an old button, somebody else's, one that was tampered with. */
export const press = (world: World, who: string, command: Wish["command"], args: Readonly<Record<string, string>> = {}) =>
  world.gesture(who, { pressed: writeWish({ command, args }) });

/** The id of the newest meeting. */
export const newestMeeting = (world: World): string => world.store.rows("Meeting").at(-1)?.id ?? "";

const seatOf = (it: Organisation) =>
  ({
    id: `${it.id}-seat-1`,
    allianceId: it.allianceId,
    organisationId: it.id,
    position: 1,
    boundTo: "organisation",
    status: it.status,
    documented: null,
  }) as const;
const holdingOf = ({ id, allianceId, organisationId }: Person) =>
  ({
    id: `h-${id}`,
    allianceId,
    seatId: `${organisationId}-seat-1`,
    personId: id,
    kind: "holder",
    position: 1,
    verified: true,
    validFrom: null,
    validTo: null,
  }) as const;

/** More members than fit on a page: fourteen organisations with one person each. */
export function larger(rows: SomeRows): SomeRows {
  const allianceId = "kba";
  const language = rows.Person?.[0]?.language ?? "de";
  const names = Array.from({ length: 14 }, (_, n) => n + 1);
  const organisations = names.map((n) => organisation({ id: `o${n}`, allianceId, position: 20 + n, nameDe: `Unternehmen ${n}`, nameEn: `Company ${n}` }));
  const people = names.map((n) =>
    person({ id: `p${n}`, allianceId, organisationId: `o${n}`, name: "Delegierte Person", nameEn: "Delegate", language, welcomedAt: new Date(0) }),
  );
  const accounts = people.map(({ id }) => account({ allianceId, personId: id, messenger: "test", tenant: "T" }));
  return adding(rows, { Organisation: organisations, Seat: organisations.map(seatOf), Person: people, Holding: people.map(holdingOf), Account: accounts });
}

/** Somebody who holds no seat, and a substitute of a group with fewer seats than people. */
export function withStrangers(rows: SomeRows): SomeRows {
  const more = { allianceId: "kba", language: rows.Person?.[0]?.language ?? "de", welcomedAt: new Date(0) };
  const guest = person({ ...more, id: "guest", name: "Gast", nameEn: "Guest", roles: ["guest"] });
  const substitute = person({ ...more, id: "cdu-s", organisationId: "cdu", name: "Stellvertretung 1", nameEn: "Substitute 1" });
  return adding(rows, {
    Person: [guest, substitute],
    Holding: [{ ...holdingOf(substitute), kind: "substitute" }],
    Account: [guest, substitute].map(({ id }) => account({ allianceId: "kba", personId: id, messenger: "test", tenant: "T" })),
  });
}

/** The rows without the accounts of these people. */
export const withoutAccounts =
  (...ids: readonly string[]) =>
  (rows: SomeRows): SomeRows => ({ ...rows, Account: (rows.Account ?? []).filter((it) => !ids.includes(it.personId)) });

export const adding = (rows: SomeRows, more: SomeRows): SomeRows =>
  Object.fromEntries(
    [...new Set([...Object.keys(rows), ...Object.keys(more)])].map((table) => [
      table,
      [...(rows[table as "Person"] ?? []), ...(more[table as "Person"] ?? [])],
    ]),
  );
