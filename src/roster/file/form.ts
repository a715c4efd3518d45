// The form of a roster file: what a line may hold, read by zod from words (CSV) or values (JSON); every fault is a text key.
import { z } from "zod";
import type { Key } from "../../../locales/index.ts";
import { clean } from "../../args.ts";
import { type Day, dayFrom, isDay } from "../../time.ts";

/** Why a line cannot be taken, and where it stands. */
export interface Fault {
  readonly line: number;
  readonly field?: string;
  readonly key: Key;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** A line as it was read: fields by name; a field that is not there says nothing, an empty one clears. */
export interface RawLine {
  readonly line: number;
  readonly fields: Readonly<Record<string, unknown>>;
}
export interface RawFile {
  readonly organisations: readonly RawLine[];
  readonly people: readonly RawLine[];
}

/** Carries the text key through zod; what comes after "|" are values. */
const fault = (key: Extract<Key, `import.bad.${string}`>, values?: Readonly<Record<string, string | number>>) =>
  values ? `${key}|${JSON.stringify(values)}` : key;

const words = (value: unknown): unknown =>
  typeof value === "number" || typeof value === "boolean" ? String(value) : typeof value === "string" ? clean(value) : value;
/** Empty is null. */
const filled = (value: unknown): unknown => {
  const said = words(value);
  return said === "" || said === undefined ? null : said;
};

const text = (max: number) => z.string(fault("import.bad.text")).max(max, fault("import.bad.tooLong", { max }));
const needed = (max: number) =>
  z
    .preprocess(
      filled,
      z.union([z.null(), text(max)]).refine((it) => it !== null, fault("import.bad.missing")),
    )
    .transform((it) => it ?? "");
const optionalText = (max: number) => z.preprocess(filled, text(max).nullable()).optional();

const yes = new Set(["yes", "ja", "true", "wahr", "x", "1", "y", "j"]);
const no = new Set(["no", "nein", "false", "falsch", "0", "n"]);
/** Spreadsheets translate: TRUE becomes WAHR. */
const truth = z
  .preprocess((value) => {
    const said = words(value);
    const small = typeof said === "string" ? said.toLowerCase() : said;
    return typeof small === "string" ? (small === "" ? null : yes.has(small) ? true : no.has(small) ? false : small) : small;
  }, z.boolean(fault("import.bad.truth")).nullable())
  .optional();

/** 2026-09-30, or 30.09.2026 as German spreadsheets write it. */
function readFileDay(said: string): Day | undefined {
  if (isDay(said)) return said;
  const [, date = "", month = "", year = ""] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(said) ?? [];
  return year === "" ? undefined : dayFrom(Number(year), Number(month), Number(date));
}
const day = z
  .preprocess(filled, z.string(fault("import.bad.day")).nullable())
  .transform((said, context): Day | null => {
    if (said === null) return null;
    const read = readFileDay(said);
    if (!read) context.addIssue({ code: "custom", message: fault("import.bad.day") });
    return read ?? null;
  })
  .optional();

const count = (min: number, max: number) =>
  z
    .preprocess((value) => {
      const said = filled(value);
      return typeof said === "string" && /^\d{1,9}$/.test(said) ? Number(said) : said;
    }, z
      .number(fault("import.bad.number", { min, max }))
      .int(fault("import.bad.number", { min, max }))
      .min(min, fault("import.bad.number", { min, max }))
      .max(max, fault("import.bad.number", { min, max }))
      .nullable())
    .optional();

const one = <const V extends string>(...values: readonly V[]) =>
  z
    .preprocess((value) => {
      const said = filled(value);
      return typeof said === "string" ? said.toLowerCase() : said;
    }, z.enum(values as readonly [V, ...V[]], fault("import.bad.one", { list: values.join(", ") })).nullable())
    .optional();

/** In one cell the parts stand between "|"; a part that holds the sign itself has a backslash before it. */
function splitList(cell: string): readonly string[] {
  const parts = [""];
  for (let n = 0; n < cell.length; n++) {
    const sign = cell[n] ?? "";
    if (sign === "\\" && /[\\|]/.test(cell[n + 1] ?? "")) parts[parts.length - 1] += cell[++n] ?? "";
    else if (sign === "|") parts.push("");
    else parts[parts.length - 1] += sign;
  }
  return parts.map(clean);
}
export const joinList = (parts: readonly string[]): string => parts.map((part) => part.replace(/[\\|]/g, "\\$&")).join(" | ");

const list = (max: number, gaps?: "gaps") =>
  z
    .preprocess(
      (value) => {
        const parts = Array.isArray(value) ? value.map(words) : typeof value === "string" ? splitList(value) : value === null ? [] : value;
        if (!Array.isArray(parts) || gaps) return parts;
        return parts.filter((part) => part !== "" && part !== null);
      },
      z
        .array(
          z.preprocess((part) => part ?? "", text(max)),
          fault("import.bad.list"),
        )
        .max(200, fault("import.bad.tooMany", { max: 200 })),
    )
    .optional();

const categories = [
  "lead",
  "administration",
  "business",
  "education",
  "union",
  "labour_admin",
  "politics_council",
  "politics_council_group",
  "politics_state",
  "other",
] as const;
export const fileRoles = ["holder", "substitute", "guest", "organiser", "lead", "spokesperson"] as const;

const address = z
  .preprocess(filled, text(254).nullable())
  .transform((said) => said?.toLowerCase() ?? null)
  .refine((said) => said === null || /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]{2,}$/.test(said), fault("import.bad.email"))
  .optional();
const slug = needed(60)
  .transform((said) => said.toLowerCase())
  .refine((said) => /^[a-z0-9][a-z0-9_-]*$/.test(said), fault("import.bad.slug"));

const organisation = z.strictObject({
  slug,
  name: needed(200),
  name_en: optionalText(200),
  aliases: list(120),
  category: one(...categories),
  status: one("confirmed", "pending_decision", "to_verify", "not_admitted"),
  seats: count(0, 1000),
  seats_basis: one("explicit", "assumed"),
  bound_to: one("office", "organisation", "mandate"),
  documented: list(120, "gaps"),
  present: truth,
  ask: truth,
  answer: truth,
  review_on: day,
  note: optionalText(1000),
});
const person = z.strictObject({
  organisation: z.preprocess((value) => filled(typeof value === "string" ? value.toLowerCase() : value), text(60).nullable()).optional(),
  name: needed(120),
  name_en: optionalText(120),
  email: address,
  language: one("de", "en"),
  role: list(40)
    .transform((said) => said?.flatMap((part) => part.toLowerCase().split(/[\s,;]+/)).filter((part) => part !== ""))
    .pipe(z.array(z.enum(fileRoles, fault("import.bad.one", { list: fileRoles.join(", ") }))).optional()),
  seat: count(1, 1000),
  order: count(1, 1000),
  verified: truth,
  valid_from: day,
  valid_to: day,
  answers_for: list(320),
  id: z
    .preprocess(
      filled,
      text(100)
        .regex(/^[\w.:-]+$/, fault("import.bad.id"))
        .nullable(),
    )
    .optional(),
});

export type OrganisationLine = z.output<typeof organisation> & { readonly line: number };
export type PersonLine = z.output<typeof person> & { readonly line: number };
export interface RosterFile {
  readonly organisations: readonly OrganisationLine[];
  readonly people: readonly PersonLine[];
}

/** The columns in the order in which they are written. */
export const organisationFields = Object.keys(organisation.shape);
export const personFields = Object.keys(person.shape);

/** The lines that can be read as values, and every fault of the others, in the order of their columns. */
export function readForm({ organisations, people }: RawFile): { readonly file: RosterFile; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const read = <S extends z.ZodObject>(schema: S, lines: readonly RawLine[]) =>
    lines.flatMap(({ line, fields }): (z.output<S> & { line: number })[] => {
      const result = schema.safeParse(fields);
      if (result.success) return [{ ...result.data, line } as z.output<S> & { line: number }];
      const order = Object.keys(schema.shape);
      const found = result.error.issues.map((issue) => faultOf(line, issue));
      faults.push(...found.sort((a, b) => order.indexOf(a.field ?? "") - order.indexOf(b.field ?? "")));
      return [];
    });
  return { file: { organisations: read(organisation, organisations), people: read(person, people) }, faults };
}

function faultOf(line: number, issue: z.core.$ZodIssue): Fault {
  if (issue.code === "unrecognized_keys") return { line, key: "import.bad.field", values: { field: issue.keys.join(", ") } };
  const [key = "import.bad.text", values] = issue.message.split(/\|(.*)/s);
  const known = key.startsWith("import.bad.") ? (key as Key) : "import.bad.text";
  return { line, field: String(issue.path[0] ?? ""), key: known, ...(values ? { values: JSON.parse(values) } : {}) };
}
