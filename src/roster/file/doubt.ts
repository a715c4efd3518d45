// Which faults of a roster file may only seem so, because a line that could not be read might have said otherwise.
import type { Key } from "../../../locales/index.ts";
import type { Fault, RawFile, RawLine } from "./form.ts";

/** What is wrong with lines that are not read further, and all lines as they stand in the file. */
export interface Unread {
  readonly faults: readonly Fault[];
  readonly raw: RawFile;
}

const keys = (...names: readonly string[]): readonly Key[] => names.map((name) => `import.bad.${name}` as Key);
const ofOrganisations = keys("unknownOrganisation", "noSeat", "whichSeat");
const ofPeople = keys("whom", "noOffice", "seatHeld");

/** Only where a line that could not be read is of the kind, and for an organisation has the name, that would explain the fault. */
export function mayOnlySeem(fault: Fault, { faults, raw }: Unread): boolean {
  const wrong = new Set(faults.map(({ line }) => line));
  const isWrong = ({ line }: RawLine): boolean => wrong.has(line);
  const lines = new Set([...raw.organisations, ...raw.people].map(({ line }) => line));
  // Nobody knows what a row of another length, or of no kind, was about.
  const riddle = [...wrong].some((line) => !lines.has(line));
  if (ofPeople.includes(fault.key)) return riddle || raw.people.some(isWrong);
  if (!ofOrganisations.includes(fault.key)) return false;
  const person = raw.people.find(({ line }) => line === fault.line);
  const slug = nameIn(person, "organisation");
  return riddle || raw.organisations.some((it) => isWrong(it) && ["", slug].includes(nameIn(it, "slug")));
}

const nameIn = (line: RawLine | undefined, field: string): string =>
  String(line?.fields[field] ?? "")
    .trim()
    .toLowerCase();
