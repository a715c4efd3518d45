// Text and markup: where Adaptive Cards would read Markdown, signs are made mere signs; where Teams writes HTML, the text is read out of it.

/**
 * Markdown's signs as mere signs, for titles and boxes; all other text of people stands in TextRuns, which read none. Some clients know the backslash, others do not and still take "[x](y)" for a link:
 * for those an invisible word joiner stands between the brackets.
 */
export const escaped = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>~|]/g, "\\$&")
    .replaceAll("\\](", "\\]\u2060(")
    .replace(/^(\s*)([#+-]|\d+(?=[.)]))/gm, "$1\u2060$2")
    .replace(/\s*[\r\n]+\s*/g, " ");

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** The words of a message as Teams hands it to an action: without tags, on one line. What is no entity of HTML's own stays as it is. */
export const plainOf = (html: string): string =>
  html
    .replace(/<\/?(?:br|p|div|li|ul|ol|tr|table|h[1-6]|blockquote|hr)\b[^<>]*>/gi, " ")
    .replace(/<[^<>]*>/g, "")
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,5}));/gi, (entity, decimal?: string, hex?: string, name?: string) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
      if (code === undefined) return named[name?.toLowerCase() ?? ""] ?? entity;
      return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
    })
    .replace(/\s+/g, " ")
    .trim();
