// Lays the first alliance into an empty database: its facts from krefeld.json, and people named by their offices until real ones are entered.
import { readFileSync } from "node:fs";
import path from "node:path";
import type { PrismaClient } from "../../adapters/store/generated/client.ts";
import type { Alliance, Holding, Objective, Organisation, Person, Seat } from "../../src/roster/model.ts";

interface Facts {
  readonly alliance: Alliance;
  readonly objectives: readonly (Omit<Objective, "id" | "allianceId" | "position"> & { readonly slug: string })[];
  readonly organisations: readonly Omit<Organisation, "id" | "allianceId" | "position">[];
  readonly seats: readonly (Omit<Seat, "id" | "allianceId" | "organisationId"> & { readonly organisation: string })[];
}

interface Founded {
  readonly alliance: Alliance;
  readonly objectives: readonly Objective[];
  readonly organisations: readonly Organisation[];
  readonly seats: readonly Seat[];
  readonly people: readonly Person[];
  readonly holdings: readonly Holding[];
}

/**
 * Does nothing where there is an alliance already. Every id follows from the facts, so several processes may do this at once:
 * the second writes the same rows and changes nothing.
 */
export async function seedAlliance(prisma: PrismaClient): Promise<void> {
  if ((await prisma.alliance.count()) > 0) return;
  const { alliance, objectives, organisations, seats, people, holdings } = found(read());
  const skipDuplicates = true;
  await prisma.$transaction([
    prisma.alliance.createMany({ data: { ...alliance, office: { ...alliance.office }, ladder: { ...alliance.ladder } }, skipDuplicates }),
    prisma.objective.createMany({ data: [...objectives], skipDuplicates }),
    prisma.organisation.createMany({ data: organisations.map((it) => ({ ...it, aliases: [...it.aliases] })), skipDuplicates }),
    prisma.seat.createMany({ data: [...seats], skipDuplicates }),
    prisma.person.createMany({ data: people.map((it) => ({ ...it, roles: [...it.roles] })), skipDuplicates }),
    prisma.holding.createMany({ data: [...holdings], skipDuplicates }),
  ]);
}

const read = (): Facts => JSON.parse(readFileSync(path.join(import.meta.dirname, "krefeld.json"), "utf8"));

/** The rows of the alliance. Only a confirmed seat has a holder; the names the founding document mentions stay with their seats. */
function found(facts: Facts): Founded {
  const allianceId = facts.alliance.id;
  const organisations = facts.organisations.map((it, index): Organisation => ({ ...it, id: `${allianceId}-${it.slug}`, allianceId, position: index + 1 }));
  const seats = facts.seats.map(({ organisation, ...it }): Seat => {
    const organisationId = `${allianceId}-${organisation}`;
    return { ...it, id: `${organisationId}-${it.position}`, allianceId, organisationId };
  });
  const people: Person[] = [office(allianceId)];
  const holdings: Holding[] = [];
  const hold = (seat: Seat, person: Person, kind: Holding["kind"]) => {
    people.push(person);
    holdings.push({ id: person.id, allianceId, seatId: seat.id, personId: person.id, kind, position: 1, verified: true, validFrom: null, validTo: null });
  };
  for (const organisation of organisations) {
    const own = seats.filter(({ organisationId, status }) => organisationId === organisation.id && status === "confirmed");
    for (const seat of own) hold(seat, holder(organisation, seat, own.length), "holder");
    if (own[0]) hold(own[0], substitute(organisation), "substitute");
  }
  const objectives = facts.objectives.map(({ slug, ...it }, index): Objective => ({ ...it, id: `${allianceId}-${slug}`, allianceId, position: index + 1 }));
  return { alliance: facts.alliance, objectives, organisations, seats, people, holdings };
}

const unnamed = { email: null, language: "de", roles: [], welcomedAt: null } as const;

function office(allianceId: string): Person {
  return { ...unnamed, id: `${allianceId}-office`, allianceId, organisationId: null, name: "Geschäftsstelle", nameEn: "Office", roles: ["organiser"] };
}

function substitute({ id, allianceId }: Organisation): Person {
  return { ...unnamed, id: `${id}-substitute`, allianceId, organisationId: id, name: "Stellvertretung 1", nameEn: "Substitute 1" };
}

function holder({ id, allianceId, slug, category }: Organisation, { position }: Seat, seats: number): Person {
  const heads = slug === "ob" || slug.startsWith("dez-");
  const number = seats > 1 ? ` ${position}` : "";
  const name = heads ? { name: "Leitung", nameEn: "Head" } : { name: `Delegierte Person${number}`, nameEn: `Delegate${number}` };
  const roles: Person["roles"] = slug === "ob" ? ["lead"] : category === "politics_council" && position === 1 ? ["spokesperson"] : [];
  return { ...unnamed, ...name, id: `${id}-holder-${position}`, allianceId, organisationId: id, roles };
}
