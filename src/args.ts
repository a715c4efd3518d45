// One argument of a command: how it is read from what people type or press, and which input asks for it.
import type { Key, Language } from "../locales/index.ts";
import type { Calendar } from "./calendar.ts";
import type { FieldKind } from "./form.ts";
import { type Clock, type Day, showDay } from "./time.ts";
import { readClock, readDay } from "./words/dates.ts";

/** What reading may depend on. */
export interface Reading {
  readonly today: Day;
  readonly calendar: Calendar;
  readonly lang: Language;
  /** Typed by hand: a day without a year is asked back. */
  readonly typed: boolean;
}

export interface Bad {
  readonly bad: Key;
  readonly values?: Readonly<Record<string, string | number>>;
}
/** `unsure`: a day that should be echoed before it counts. */
export type Reads<T> = { readonly value: T } | Bad | { readonly unsure: Day };

export interface Arg<T> {
  readonly optional: boolean;
  readonly kind: FieldKind;
  read(raw: string, reading: Reading): Reads<T>;
}

/** Absent or empty is undefined. */
export const optional = <T>(arg: Arg<T>): Arg<T | undefined> => ({ ...arg, optional: true });

/** Controls and direction marks have no place in what people write; they break lists, calendars and logs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are exactly what is taken out
const invisible = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
export const clean = (text: string): string => text.normalize("NFC").replace(invisible, " ").replace(/ {2,}/g, " ").trim();

const segments = new Intl.Segmenter("de", { granularity: "grapheme" });
/** What a person would count as one character. */
const lengthOf = (text: string): number => [...segments.segment(text)].length;

export const text = (max: number, lines?: "many"): Arg<string> => ({
  optional: false,
  kind: { type: "text", max, ...(lines ? { lines } : {}) },
  read(raw) {
    const value = clean(raw);
    const length = lengthOf(value);
    return length > max ? { bad: "bad.tooLong", values: { n: length, max } } : { value };
  },
});

/** An id of ours, as a button carries it. */
export const id = (): Arg<string> => ({
  optional: false,
  kind: { type: "text", max: 100 },
  read: (raw) => (/^[\w:.-]{1,100}$/.test(raw) ? { value: raw } : { bad: "bad.unknown" }),
});

export const number = (min: number, max: number): Arg<number> => ({
  optional: false,
  kind: { type: "number", min, max },
  read(raw) {
    const value = /^-?\d{1,9}$/.test(raw.trim()) ? Number(raw) : Number.NaN;
    return value >= min && value <= max ? { value } : { bad: "bad.number", values: { min, max } };
  },
});

export const one = <const V extends string>(...values: readonly V[]): Arg<V> => ({
  optional: false,
  kind: { type: "one", options: values.map((value) => ({ value, label: value })) },
  read: (raw) => (values.includes(raw as V) ? { value: raw as V } : { bad: "bad.unknown" }),
});

/** Several values of ours, joined by ",". */
export const many = (): Arg<readonly string[]> => ({
  optional: false,
  kind: { type: "many", options: [] },
  read: (raw) => ({
    value: raw
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  }),
});

/** A day to come, or with `past` any day, in any of the ways people write one. */
export const day = (past?: "past"): Arg<Day> => ({
  optional: false,
  kind: { type: "day" },
  read(raw, { today, calendar, lang, typed }) {
    const read = readDay(raw, { today, calendar, ...(past ? { past: "allowed" } : {}) });
    if ("error" in read) return read.error === "past" ? { bad: "bad.past", values: { day: showDay(read.day, lang) } } : { bad: "bad.day" };
    return typed && !read.certain ? { unsure: read.day } : { value: read.day };
  },
});

export const clock = (): Arg<Clock> => ({
  optional: false,
  kind: { type: "clock" },
  read(raw) {
    const value = readClock(raw);
    return value === undefined ? { bad: "bad.clock" } : { value };
  },
});
