// The arguments of an ICU message, read from its text by the compiler.

/** The type a value must have, by the ICU type written behind its name. */
type Kind<T extends string> = T extends "number" | "plural" | "selectordinal" ? number : string;
type Trim<S extends string> = S extends ` ${infer R}` | `\n${infer R}` ? Trim<R> : S extends `${infer R} ` | `${infer R}\n` ? Trim<R> : S;
/** The next brace: which one it is, the text before it, the rest behind it. */
type Brace<S extends string> = S extends `${infer A}{${infer B}`
  ? A extends `${infer C}}${infer D}`
    ? ["}", C, `${D}{${B}`]
    : ["{", A, B]
  : S extends `${infer A}}${infer B}`
    ? ["}", A, B]
    : null;
/** What stands behind an opening brace: name, value type, whether options follow, the rest. */
type Head<S extends string> =
  Brace<S> extends [infer E, infer H extends string, infer R extends string]
    ? H extends `${infer N},${infer T},${string}`
      ? [Trim<N>, Kind<Trim<T>>, E extends "}" ? "simple" : "options", E extends "}" ? R : `{${R}`]
      : H extends `${infer N},${infer T}`
        ? [Trim<N>, Kind<Trim<T>>, "simple", R]
        : [Trim<H>, string, "simple", R]
    : null;
/** Stack: "m" inside a message, "o" between the options of a plural or select. */
type Scan<S extends string, Stack extends string, Found> =
  Brace<S> extends [infer B, string, infer R extends string]
    ? B extends "}"
      ? Stack extends `${string}${infer Below}`
        ? Scan<R, Below, Found>
        : Found
      : Stack extends `o${string}`
        ? Scan<R, `m${Stack}`, Found>
        : Head<R> extends [infer N extends string, infer V, infer K, infer Rest extends string]
          ? K extends "simple"
            ? Scan<Rest, Stack, Found | [N, V]>
            : Scan<Rest, `o${Stack}`, Found | [N, V]>
          : Found
    : Found;
type Pairs<S extends string> = Scan<S, "m", never>;

/** `{ name: string; n: number }` for "{name} bringt {n, plural, one {# Gast} other {# Gäste}}". */
export type Arguments<S extends string> = { [P in Pairs<S> as P[0]]: P[1] };

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** A catalogue with exactly the keys of the source, each message taking exactly the source's arguments. */
export type TranslationOf<Source extends Record<string, string>, T extends Record<string, string>> = {
  [K in keyof Source]: K extends keyof T
    ? Same<Pairs<Source[K]>, Pairs<T[K]>> extends true
      ? T[K]
      : { "arguments differ from the German text": Arguments<Source[K]> }
    : string;
} & { [K in Exclude<keyof T, keyof Source>]: never };
