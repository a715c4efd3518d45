// Turns a key and its arguments into a text of the reader's language.
import { IntlMessageFormat } from "intl-messageformat";
import { de } from "./de/index.ts";
import { words as deWords } from "./de/words.ts";
import { en } from "./en/index.ts";
import { words as enWords } from "./en/words.ts";
import type { Arguments } from "./icu.ts";
import type { Words } from "./words.ts";

/** Every language the bot speaks; German is the source. */
export const catalogues = { de, en };
export const wordLists: { readonly [L in Language]: Words } = { de: deWords, en: enWords };
export const languages = ["de", "en"] as const;
export type Language = keyof typeof catalogues;
export type Key = keyof typeof de;

/** No second parameter where the text takes no arguments. */
type Rest<K extends Key> = [keyof Arguments<(typeof de)[K]>] extends [never] ? [] : [values: Arguments<(typeof de)[K]>];
export type Translate = <K extends Key>(key: K, ...values: Rest<K>) => string;

/** Parsing a message costs far more than filling it in, so each is parsed once. */
const parsed = new Map<string, IntlMessageFormat>();

export function format(language: Language, key: Key, values?: Readonly<Record<string, string | number>>): string {
  const name = `${language}:${key}`;
  let message = parsed.get(name);
  if (!message) {
    // Markup does not exist in our texts: "<" is just a sign.
    message = new IntlMessageFormat(catalogues[language][key], language, undefined, { ignoreTag: true });
    parsed.set(name, message);
  }
  return String(message.format(values));
}

export const translator =
  (language: Language): Translate =>
  (key, ...values) =>
    format(language, key, values[0] as Readonly<Record<string, string | number>> | undefined);
