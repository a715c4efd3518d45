// What a card function needs to know of the person who reads it.
import type { Language, Translate } from "../locales/index.ts";
import type { Calendar } from "./calendar.ts";
import type { Links } from "./ports.ts";
import type { Alliance, Organisation, Person } from "./roster/model.ts";
import type { Day } from "./time.ts";

/** Every command's context is one, and so is the composing of a message. */
export interface Reader {
  readonly now: Date;
  readonly today: Day;
  readonly lang: Language;
  readonly t: Translate;
  readonly calendar: Calendar;
  readonly links: Links;
}

/** The same, where the alliance is known. */
export interface Member extends Reader {
  readonly alliance: Alliance;
}

/** The same, where it matters who reads: the person meant, or a secretariat that answers for them. */
export interface Viewer extends Member {
  readonly person: Person;
}

export const organisationName = ({ lang }: Pick<Reader, "lang">, it: Organisation): string => (lang === "de" ? it.nameDe : it.nameEn);

/** "Delegierte Person 1", without the organisation. */
export const personName = ({ lang }: Pick<Reader, "lang">, it: Person): string => (lang === "en" ? (it.nameEn ?? it.name) : it.name);

/** "Delegierte Person 1, CDU-Fraktion": how a person is named to others. */
export const personLabel = (reader: Pick<Reader, "lang">, person: Person, organisation: Organisation | undefined): string =>
  organisation ? `${personName(reader, person)}, ${organisationName(reader, organisation)}` : personName(reader, person);

/** The same, looked up; a dash for somebody who is no longer there. */
export function nameIn(
  reader: Pick<Reader, "lang">,
  { people, organisations }: { readonly people: readonly Person[]; readonly organisations: readonly Organisation[] },
  id: string | null,
): string {
  const person = people.find((it) => it.id === id);
  return person
    ? personLabel(
        reader,
        person,
        organisations.find((it) => it.id === person.organisationId),
      )
    : "–";
}

/** Sorts as a German reader expects. */
export const byPosition = (a: { readonly position: number }, b: { readonly position: number }): number => a.position - b.position;
