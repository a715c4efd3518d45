// The form in which words are compared here: lower case, umlauts written or not, sharp s as s; offsets are not kept.

export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[äæ]|ae/g, "a")
    .replace(/ö|oe/g, "o")
    .replace(/ü|ue/g, "u")
    .replace(/ß|ss/g, "s")
    .replace(/[’`´‘]/g, "'");

/** A pattern for plain text, its source written as people write; it holds no upper case, so a letter is \\p{l} in it. */
export const says = (source: string): RegExp => new RegExp(plain(source).replaceAll("\\p{l}", "\\p{L}"), "u");
