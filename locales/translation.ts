// Holds a catalogue against the German one while it compiles.
import type { TranslationOf } from "./icu.ts";

export const translation =
  <Source extends Record<string, string>>() =>
  <const T extends Record<string, string>>(texts: T & TranslationOf<Source, T>): T =>
    texts;
