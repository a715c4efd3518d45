// HTML as a value: whatever is put into a template is escaped, unless it is HTML already.

export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What a template takes: text is escaped, lists are joined, nothing is nothing. */
export type Part = Html | string | number | undefined | readonly Part[];

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? "");

function written(part: Part): string {
  if (part === undefined) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "object") return part.map(written).join("");
  return escaped(String(part));
}

/** Attributes stand in double quotes in the template: `<a href="${address}">`. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(texts.map((text, n) => text + written(parts[n])).join(""));
}

/** An attribute that is left out where it has no value: ` name="value"`. */
export const attribute = (name: string, value: string | undefined): Html => new Html(value === undefined ? "" : ` ${name}="${escaped(value)}"`);

/** An attribute that is either there or not: ` name`. */
export const flag = (name: string, on: boolean): Html => new Html(on ? ` ${name}` : "");
