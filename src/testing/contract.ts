// What every Store must do; run on the store in memory and on PostgreSQL.
import type { Store } from "../ports.ts";
import type { Table, Tables } from "../tables.ts";
import { gestureCases } from "./contract.gestures.ts";
import { rowCases } from "./contract.rows.ts";
import type { SomeRows } from "./store.ts";

/** A store that is empty at first, and a way past it. */
export interface Specimen {
  readonly store: Store;
  seed(rows: SomeRows): void | Promise<void>;
  rows<T extends Table>(table: T): readonly Tables[T][] | Promise<readonly Tables[T][]>;
}

interface Case {
  readonly name: string;
  run(): Promise<void>;
}

/** Throws where the two differ, at any depth. */
export type Equal = (actual: unknown, expected: unknown) => void;
/** Adds a case that begins with the given rows. */
export type Given = (name: string, rows: SomeRows, run: (specimen: Specimen) => Promise<void>) => void;

/** The cases as values: whichever test runner there is runs them. */
export function storeContract(make: () => Promise<Specimen>, equal: Equal): readonly Case[] {
  const cases: Case[] = [];
  const given: Given = (name, rows, run) =>
    cases.push({
      name,
      async run() {
        const specimen = await make();
        await specimen.seed(rows);
        await run(specimen);
      },
    });
  gestureCases(given, equal);
  rowCases(given, equal);
  return cases;
}
