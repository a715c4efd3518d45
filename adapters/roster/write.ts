// Writes the lines of a roster as CSV or JSON, in the form that is read again.
import { stringify } from "csv-stringify/sync";
import { joinList, organisationFields, personFields, type RawFile, type RawLine } from "../../src/roster/file/form.ts";
import { disarmed } from "./read.ts";

export function writeJson({ organisations, people }: RawFile): string {
  const plain = (lines: readonly RawLine[]) => lines.map(({ fields }) => fields);
  return `${JSON.stringify({ organisations: plain(organisations), people: plain(people) }, undefined, 2)}\n`;
}

const columns = ["kind", ...new Set([...organisationFields.slice(0, 1), ...personFields.slice(0, 1), ...organisationFields, ...personFields])];

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = Array.isArray(value) ? joinList(value.map(String)) : typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
  return disarmed.test(text) ? `'${text}` : text;
}

/** German spreadsheets expect a semicolon, a byte order mark and CRLF. */
export function writeCsv({ organisations, people }: RawFile): string {
  const rows = (kind: string, lines: readonly RawLine[]) =>
    lines.map(({ fields }) => columns.map((column) => (column === "kind" ? kind : cellOf(fields[column]))));
  return stringify([columns, ...rows("organisation", organisations), ...rows("person", people)], { delimiter: ";", bom: true, record_delimiter: "windows" });
}
