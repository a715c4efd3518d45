// Makes training examples of the corpus: details are filled in, contexts spread, and spelling varied the way people type. Seeded, so always the same.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Asked, asked, type Intent, intents } from "../../src/understanding/meaning.ts";
import { hashOf } from "./examples.ts";

export interface Seed {
  readonly intent: Intent;
  readonly contexts: readonly Asked[];
  readonly lang: "de" | "en";
  readonly text: string;
}

export interface Trained {
  readonly intent: Intent;
  readonly context: Asked;
  readonly text: string;
  /** Variants of one phrase share it, so that none is measured by a classifier that saw another. */
  readonly group: number;
}

const folder = path.join(import.meta.dirname, "corpus");
const linesOf = (name: string) =>
  readFileSync(path.join(folder, name), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("# "));

export function readCorpus(): readonly Seed[] {
  const found: Seed[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith(".txt") || name === "fillings.txt") continue;
    let head: Omit<Seed, "text"> | undefined;
    for (const line of linesOf(name)) {
      if (line.startsWith("@ ")) head = readHead(line, name);
      else if (head) found.push({ ...head, text: line });
      else throw new Error(`${name}: the line "${line}" stands under no heading "@ intent | contexts | language".`);
    }
  }
  return found;
}

function readHead(line: string, name: string): Omit<Seed, "text"> {
  const [intent = "", contexts = "", lang = ""] = line.slice(2).split(" | ");
  const inContexts = contexts === "*" ? asked : asked.filter((context) => contexts.split(",").includes(context));
  if (!intents.includes(intent as Intent) || inContexts.length === 0 || (lang !== "de" && lang !== "en"))
    throw new Error(`${name}: a heading is "@ intent | contexts | language"; got "${line}".`);
  return { intent: intent as Intent, contexts: inContexts, lang };
}

function readFillings(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  let into: string[] = [];
  for (const line of linesOf("fillings.txt")) {
    if (line.startsWith("= ")) {
      into = [];
      found.set(line.slice(2).trim(), into);
    } else into.push(line);
  }
  return found;
}

type Chance = () => number;

/** Mulberry32: small, and the same on every machine. */
export function chances(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = <T>(list: readonly T[], chance: Chance): T => list[Math.floor(chance() * list.length)] as T;

const starts = {
  de: [
    "Guten Tag, ",
    "Hallo, ",
    "Hallo zusammen, ",
    "Moin, ",
    "Sehr geehrte Damen und Herren,\n",
    "Hi, ",
    "Also ",
    "so, ",
    "Liebes Team, ",
    "Sorry, ",
    "Danke der Nachfrage, ",
    "kurz: ",
    "äh ",
    "Liebe Geschäftsstelle, ",
  ],
  en: ["Hi, ", "Hello, ", "Dear all,\n", "Good morning, ", "hey ", "Dear Sir or Madam,\n", "Thanks, ", "well, ", "so "],
} as const;
const ends = {
  de: [
    " Danke!",
    " VG",
    "\nMit freundlichen Grüßen\nK. Meier",
    " LG Petra",
    " Viele Grüße",
    " danke",
    " MfG",
    " Gruß Jens",
    " 😊",
    "!!",
    " Beste Grüße, A. Schulz",
    " bitte",
    " :)",
    "\nViele Grüße aus dem Rathaus\nS. Peters",
  ],
  en: [" Thanks!", "\nBest regards\nJane", " cheers", " Kind regards, T. Smith", " :)", "!!", " thanks", "\nBest wishes\nProf. A. Lee"],
} as const;

const spelled = (text: string): string =>
  text.replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue").replace(/Ä/g, "Ae").replace(/Ö/g, "Oe").replace(/Ü/g, "Ue").replace(/ß/g, "ss");

/** One slip of the fingers in a longer word. */
function slip(text: string, chance: Chance): string {
  const words = text.split(" ");
  const long = words.map((word, at) => ({ word, at })).filter(({ word }) => /^[\p{L}]{4,}$/u.test(word));
  if (long.length === 0) return text;
  const { word, at } = pick(long, chance);
  const place = 1 + Math.floor(chance() * (word.length - 2));
  const kind = chance();
  if (kind < 0.35) words[at] = word.slice(0, place) + word.slice(place + 1);
  else if (kind < 0.7) words[at] = word.slice(0, place) + (word[place + 1] ?? "") + (word[place] ?? "") + word.slice(place + 2);
  else words[at] = word.slice(0, place) + (word[place] ?? "") + word.slice(place);
  return words.join(" ");
}

/** So many other ways to type a text, the same for the same seed. */
export function vary(text: string, lang: "de" | "en", seed: number, count: number): readonly string[] {
  const chance = chances(seed);
  return Array.from({ length: count }, () => varied(text, lang, chance));
}

function varied(text: string, lang: "de" | "en", chance: Chance): string {
  let said = text;
  const kind = chance();
  if (kind < 0.22) said = said.toLowerCase();
  else if (kind < 0.38) said = said.replace(/[.,;:!?]+(?=\s|$)/g, "").toLowerCase();
  else if (kind < 0.5) said = spelled(said);
  else if (kind < 0.7) said = slip(said, chance);
  else if (kind < 0.78) said = slip(slip(said.toLowerCase(), chance), chance);
  const around = chance();
  if (around < 0.16) said = pick(starts[lang], chance) + said;
  else if (around < 0.34) said = said.replace(/[.!]$/, ".") + pick(ends[lang], chance);
  else if (around < 0.4) said = pick(starts[lang], chance) + said + pick(ends[lang], chance);
  return said;
}

/** All examples the classifier learns from. */
export function expand(seeds: readonly Seed[]): readonly Trained[] {
  const fillings = readFillings();
  const found: Trained[] = [];
  for (const { intent, contexts, lang, text } of seeds) {
    const group = hashOf(`${lang}${text}`);
    const chance = chances(group);
    const fill = (said: string) =>
      said.replace(/\{(\w+)\}/g, (_, kind: string) => {
        const list = (lang === "en" ? fillings.get(`${kind}en`) : undefined) ?? fillings.get(kind) ?? fillings.get(kind.replace(/2$/, ""));
        if (!list) throw new Error(`The corpus asks for {${kind}} in "${text}"; fillings.txt has no "= ${kind}".`);
        return pick(list, chance);
      });
    const rounds = contexts.length > 2 ? 1 : /\{/.test(text) ? 4 : 3;
    for (const context of contexts)
      for (let round = 0; round < rounds; round++) {
        const said = fill(text);
        found.push({ intent, context, group, text: round === 0 && chance() < 0.8 ? said : varied(said, lang, chance) });
      }
  }
  return found;
}
