// What an import has worked out so far: faults, rows to write, and the words for the operator.
import type { Ids } from "../../ports.ts";
import type { Day } from "../../time.ts";
import type { Holding, Organisation, Person, Seat, StandIn } from "../model.ts";
import type { Fault } from "./form.ts";
import type { FullRoster } from "./write.ts";

/** One thing the operator reads about; `fields` are the columns that changed. */
export interface What {
  readonly organisation?: Organisation;
  readonly person?: Person;
  /** An entry of the person: what as. */
  readonly role?: "holder" | "substitute" | "secretariat";
  readonly fields?: readonly string[];
}

export interface Options {
  readonly allianceId: string;
  readonly today: Day;
  readonly endMissing: boolean;
  readonly ids: Pick<Ids, "next">;
  /** Ids of the file that people of another alliance have in this database. */
  readonly foreign: ReadonlySet<string>;
}

export interface Draft {
  readonly roster: FullRoster;
  readonly options: Options;
  readonly faults: Fault[];
  readonly put: {
    readonly Organisation: Organisation[];
    readonly Seat: Seat[];
    readonly Person: Person[];
    readonly Holding: Holding[];
    readonly StandIn: StandIn[];
  };
  readonly removed: { readonly Seat: Seat[]; readonly Holding: Holding[]; readonly StandIn: StandIn[] };
  readonly created: What[];
  readonly changed: What[];
  readonly ended: What[];
  readonly missing: What[];
  readonly absent: Organisation[];
}

export const newDraft = (roster: FullRoster, options: Options): Draft => ({
  roster,
  options,
  faults: [],
  put: { Organisation: [], Seat: [], Person: [], Holding: [], StandIn: [] },
  removed: { Seat: [], Holding: [], StandIn: [] },
  created: [],
  changed: [],
  ended: [],
  missing: [],
  absent: [],
});

/** The columns in which two rows differ, under the names they have in the file. */
export function differences<Row extends object>(before: Row, after: Row, names: Readonly<Partial<Record<keyof Row & string, string>>>): readonly string[] {
  const columns = Object.keys(after) as (keyof Row & string)[];
  return columns.filter((column) => JSON.stringify(before[column]) !== JSON.stringify(after[column])).map((column) => names[column] ?? column);
}

/** What the file says; where it says nothing, what is there already; else what is usual. */
export const said = <T>(given: T | undefined, there: T | undefined, usual: T): T => (given !== undefined ? given : there !== undefined ? there : usual);

/** Over for whoever looks after today. */
export const isOver = ({ validTo }: Pick<Holding, "validTo">, today: Day): boolean => validTo !== null && validTo <= today;
