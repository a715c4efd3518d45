// A list as a spreadsheet opens it.
import { stringify } from "csv-stringify/sync";

/** German spreadsheets expect a semicolon, a byte order mark and CRLF; formulas are disarmed. */
export const spreadsheet = (rows: readonly (readonly string[])[]): { readonly type: string; readonly text: string } => ({
  type: "text/csv; charset=utf-8",
  text: stringify([...rows], { delimiter: ";", bom: true, record_delimiter: "windows", escape_formulas: true }),
});
