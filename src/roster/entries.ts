// What the roster says of one organisation today: its seats, who holds them, who stands in, whose secretariat answers for whom.
import type { Translate } from "../../locales/index.ts";
import type { View } from "../ports.ts";
import { byPosition, personName, type Reader } from "../reader.ts";
import type { Day } from "../time.ts";
import type { Holding, Organisation, Person, Seat, StandIn } from "./model.ts";

export interface Entries {
  readonly organisation: Organisation;
  /** The seats there are; those given up are left out. */
  readonly seats: readonly Seat[];
  /** Valid today or later, in the order of seats. */
  readonly holdings: readonly Holding[];
  readonly standIns: readonly StandIn[];
  /** Everybody of the organisation, and whoever else holds one of its seats or answers for one of its people. */
  readonly people: readonly Person[];
}

/** Not over yet: valid today or from a later day on. */
export const lasts = ({ validTo }: Pick<Holding, "validTo">, today: Day): boolean => validTo === null || today <= validTo;

export async function entriesOf(view: View, organisation: Organisation, today: Day): Promise<Entries> {
  const seats = (await view.find("Seat", { organisationId: organisation.id })).filter(
    ({ status }) => status !== "not_admitted" || organisation.status === status,
  );
  const places = new Map([...seats].sort(byPosition).map((seat, n) => [seat.id, n]));
  const held = await view.find("Holding", { seatId: seats.map((seat) => seat.id) });
  const holdings = held.filter((holding) => lasts(holding, today));
  holdings.sort((a, b) => kinds[a.kind] - kinds[b.kind] || (places.get(a.seatId) ?? 0) - (places.get(b.seatId) ?? 0) || a.position - b.position);
  const own = await view.find("Person", { organisationId: organisation.id });
  const standIns = await view.find("StandIn", { personId: [...new Set([...own.map((it) => it.id), ...holdings.map((it) => it.personId)])] });
  const missing = [...holdings.map((it) => it.personId), ...standIns.map((it) => it.actorId)].filter((id) => !own.some((it) => it.id === id));
  const others = missing.length > 0 ? await view.find("Person", { id: [...new Set(missing)] }) : [];
  return { organisation, seats: [...seats].sort(byPosition), holdings, standIns, people: [...own, ...others] };
}

const kinds = { holder: 0, substitute: 1 } as const;

export const personIn = ({ people }: Pick<Entries, "people">, id: string): Person | undefined => people.find((person) => person.id === id);
const nameIn = (reader: Pick<Reader, "lang">, entries: Entries, id: string): string => {
  const person = personIn(entries, id);
  return person ? personName(reader, person) : "–";
};

/** One line that can end: a holding under its id, a secretariat under both people's. */
export interface Entry {
  readonly id: string;
  readonly person: string;
  /** "Sitz 1", "Stellvertretung", "Sekretariat für Delegierte Person" */
  readonly as: string;
  readonly holding?: Holding;
  readonly standIn?: StandIn;
}

/** What somebody is entered as, in words. */
export const seatName = ({ t }: { readonly t: Translate }, { position }: Pick<Seat, "position">): string => t("edit.as.seat", { n: position });

export function listed(reader: Pick<Reader, "lang" | "t">, entries: Entries): readonly Entry[] {
  const { t } = reader;
  const asOf = (holding: Holding): string => {
    const seat = entries.seats.find((it) => it.id === holding.seatId);
    return holding.kind === "substitute" || !seat ? t("edit.as.substitute") : seatName(reader, seat);
  };
  return [
    ...entries.holdings.map((holding): Entry => ({ id: `h:${holding.id}`, person: nameIn(reader, entries, holding.personId), as: asOf(holding), holding })),
    ...entries.standIns.map(
      (standIn): Entry => ({
        id: `s:${standIn.actorId}:${standIn.personId}`,
        person: nameIn(reader, entries, standIn.actorId),
        as: t("edit.as.secretariat", { person: nameIn(reader, entries, standIn.personId) }),
        standIn,
      }),
    ),
  ];
}

/** The secretariats, each with everybody of the organisation it answers for. */
export function secretariats(reader: Pick<Reader, "lang">, entries: Entries): readonly { readonly actor: Person; readonly people: readonly string[] }[] {
  const actors = [...new Set(entries.standIns.map((it) => it.actorId))];
  return actors.flatMap((id) => {
    const actor = personIn(entries, id);
    const people = entries.standIns.filter((it) => it.actorId === id).map((it) => nameIn(reader, entries, it.personId));
    return actor ? [{ actor, people: people.sort((a, b) => a.localeCompare(b, "de")) }] : [];
  });
}
