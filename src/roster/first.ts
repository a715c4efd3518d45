// The first organiser: a one-time code printed at the first start, or an address the operator has listed. Rows out, nothing else.
import type { Ids } from "../ports.ts";
import { dayOf } from "../time.ts";
import { newCode, untilHandedOut } from "./codes.ts";
import type { AccessCode, Account, Alliance, Person } from "./model.ts";
import { isOrganiser } from "./rules.ts";

interface Office {
  readonly alliance: Alliance;
  /** At least everybody of the alliance who organises or has one of the listed addresses. */
  readonly people: readonly Person[];
  readonly ids: Pick<Ids, "next" | "code" | "hash">;
}

const officePerson = ({ alliance, people }: Office): Person | undefined =>
  [...people].sort((a, b) => (a.id < b.id ? -1 : 1)).find((person) => person.allianceId === alliance.id && isOrganiser(person));

const newOrganiser = ({ alliance }: Office, id: string, email: string | null): Person => ({
  id,
  allianceId: alliance.id,
  name: "Geschäftsstelle",
  nameEn: "Office",
  organisationId: null,
  email,
  language: "de",
  roles: ["organiser"],
  welcomedAt: null,
});

interface FirstCode {
  /** As it is printed: "Z-4KM7-2XPD". */
  readonly code: string;
  readonly expiresAt: Date;
  /** To be written before the code; present where the alliance has nobody yet who organises. */
  readonly person?: Person;
  readonly row: AccessCode;
}

/**
 * A code for whoever runs the alliance, or undefined where somebody of the office has an account already.
 * `accounts`: those that count as access; leave out the local page's, where everybody is anybody.
 */
export function firstOrganiser(it: Office & { readonly accounts: readonly Account[]; readonly now: Date }): FirstCode | undefined {
  const { alliance, people, accounts, ids, now } = it;
  const organisers = new Set(people.filter((person) => person.allianceId === alliance.id && isOrganiser(person)).map((person) => person.id));
  if (accounts.some((account) => organisers.has(account.personId))) return undefined;
  const known = officePerson(it);
  // Two processes that start at once mean the same person.
  const person = known ?? newOrganiser(it, `${alliance.id}-office`, null);
  const expiresAt = untilHandedOut(dayOf(now, alliance.zone), alliance.zone);
  const { code, row } = newCode(ids, { allianceId: alliance.id, personId: person.id, expiresAt }, now);
  return { code, expiresAt, row, ...(known ? {} : { person }) };
}

/**
 * The people to write for ORGANISER_EMAILS: one for each address, the first for the office person there is. An account of the alliance's
 * workspaces whose verified address is one of these is linked at its first message (`personByEmail`). The same list again gives nothing.
 */
export function organisersByEmail(it: Office & { readonly emails: readonly string[] }): readonly Person[] {
  const { alliance, people, ids } = it;
  const own = people.filter((person) => person.allianceId === alliance.id);
  const wanted = [...new Set(it.emails.map((email) => email.trim().toLowerCase()).filter((email) => email.includes("@")))];
  const written: Person[] = [];
  for (const email of wanted) {
    const there = own.filter((person) => person.email?.toLowerCase() === email);
    const [first] = there;
    if (first) {
      if (!there.some(isOrganiser) || first.email !== email)
        written.push({ ...first, email, roles: isOrganiser(first) ? first.roles : [...first.roles, "organiser"] });
      continue;
    }
    const office = officePerson({ ...it, people: own });
    const free = office && office.email === null && !written.some((person) => person.id === office.id) ? office : undefined;
    written.push(free ? { ...free, email } : newOrganiser(it, `office-${ids.hash(`${alliance.id} ${email}`).slice(0, 20)}`, email));
  }
  return written;
}
