// Reads a roster file, CSV or JSON, into lines with their numbers; what cannot be read is named with its line.
import { CsvError, parse } from "csv-parse/sync";
import { type Fault, organisationFields, personFields, type RawFile, type RawLine } from "../../src/roster/file/form.ts";

/** What could be read, and what could not. */
interface Read {
  readonly raw: RawFile;
  readonly faults: readonly Fault[];
}
const wrong = (...faults: readonly Fault[]): Read => ({ raw: { organisations: [], people: [] }, faults });

/** `bytes` as they are on the disk: UTF-8, with or without its mark. */
export function readFile(bytes: Uint8Array): Read {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return wrong({ line: 1, key: "import.file.encoding" });
  }
  const read = text.trimStart().startsWith("{") ? readJson(text) : readCsv(text);
  const { organisations, people } = read.raw;
  return read.faults.length + organisations.length + people.length === 0 ? wrong({ line: 1, key: "import.file.empty" }) : read;
}

function readJson(text: string): Read {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const position = Number(/position (\d+)/.exec(String(error))?.[1] ?? 0);
    return wrong({ line: text.slice(0, position).split("\n").length, key: "import.file.json" });
  }
  const lists = data as Readonly<Record<string, unknown>>;
  const names = ["organisations", "people"] as const;
  const isList = (value: unknown): boolean =>
    value === undefined || (Array.isArray(value) && value.every((it) => typeof it === "object" && it !== null && !Array.isArray(it)));
  if (Object.keys(lists).some((name) => !(names as readonly string[]).includes(name)) || !names.every((name) => isList(lists[name])))
    return wrong({ line: 1, key: "import.file.shape" });
  const lines = linesOf(text);
  const read = (name: (typeof names)[number]): RawLine[] =>
    ((lists[name] ?? []) as readonly Readonly<Record<string, unknown>>[]).map((fields, n) => ({ line: lines.get(name)?.[n] ?? 1, fields }));
  return { raw: { organisations: read("organisations"), people: read("people") }, faults: [] };
}

/** On which line of valid JSON each object of each list begins. */
function linesOf(text: string): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  let line = 1;
  let depth = 0;
  let list = "";
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]\n]/g)) {
    if (token === "\n") line++;
    else if (token === "{" || token === "[") {
      if (++depth === 3 && token === "{") found.set(list, [...(found.get(list) ?? []), line]);
    } else if (token === "}" || token === "]") depth--;
    else if (depth === 1) list = JSON.parse(token);
  }
  return found;
}

/** Where a value begins like a formula, a spreadsheet is kept from calculating by a leading apostrophe; it is no part of the value. */
export const disarmed = /^'*[=+\-@\t\r＝＋－＠]/;
const armed = (cell: string): string => (cell.startsWith("'") && disarmed.test(cell) ? cell.slice(1) : cell);

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function readCsv(text: string): Read {
  const head = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  let records: readonly Parsed[];
  try {
    records = parse(text, {
      delimiter: head.includes(";") ? ";" : ",",
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as readonly Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return wrong({ line: Number(error["lines"] ?? 1), key: "import.file.csv" });
  }
  const [first, ...rest] = records;
  const columns =
    first?.record.map((name) =>
      name
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, "_"),
    ) ?? [];
  const strange = headFaults(columns);
  if (strange.length > 0) return wrong(...strange);
  const faults: Fault[] = [];
  const lines = { organisation: [] as RawLine[], person: [] as RawLine[] };
  for (const { record, info } of rest) {
    if (record.every((cell) => cell.trim() === "")) continue;
    // The count is that of the last line of a record whose cells may hold line breaks.
    const line = info.lines - record.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
    const extra = record.slice(columns.length).some((cell) => cell.trim() !== "");
    const kind = record[columns.indexOf("kind")]?.trim().toLowerCase();
    if (extra || record.length < columns.length) faults.push({ line, key: "import.bad.columns", values: { n: record.length, columns: columns.length } });
    else if (kind !== "organisation" && kind !== "person") faults.push({ line, field: "kind", key: "import.bad.kind" });
    else lines[kind].push({ line, fields: fieldsOf(columns, record, kind) });
  }
  return { raw: { organisations: lines.organisation, people: lines.person }, faults };
}

const own = { organisation: organisationFields, person: personFields };

function headFaults(columns: readonly string[]): Fault[] {
  const known = ["kind", ...organisationFields, ...personFields];
  const faults: Fault[] = columns
    .filter((column) => !known.includes(column))
    .map((column) => ({ line: 1, key: "import.file.column", values: { column: column || "–" } }));
  for (const column of new Set(columns.filter((it, n) => columns.indexOf(it) < n)))
    faults.push({ line: 1, key: "import.file.columnTwice", values: { column } });
  return columns.includes("kind") ? faults : [{ line: 1, key: "import.file.kind" }, ...faults];
}

/** The columns of the other kind are there too and must be empty. */
function fieldsOf(columns: readonly string[], record: readonly string[], kind: keyof typeof own): Readonly<Record<string, string>> {
  const cells = columns.map((column, n) => [column, armed(record[n] ?? "")] as const);
  return Object.fromEntries(cells.filter(([column, cell]) => column !== "kind" && (own[kind].includes(column) || cell.trim() !== "")));
}
