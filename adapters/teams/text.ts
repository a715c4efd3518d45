// Text where Adaptive Cards would read Markdown: titles and boxes. All other text of people stands in TextRuns, which read none.

/**
 * Markdown's signs as mere signs. Some clients know the backslash, others do not and still take "[x](y)" for a link:
 * for those an invisible word joiner stands between the brackets.
 */
export const escaped = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>~|]/g, "\\$&")
    .replaceAll("\\](", "\\]\u2060(")
    .replace(/^(\s*)([#+-]|\d+(?=[.)]))/gm, "$1\u2060$2")
    .replace(/\s*[\r\n]+\s*/g, " ");
