// What manifests are made of: the words people type, the menus, the texts of the directories, and where the bot is installed.
import { readFileSync } from "node:fs";
import path from "node:path";
import { type Language, translator, wordLists } from "../locales/index.ts";
import type { TypedName, WordEntry, Words } from "../locales/words.ts";
import { type Menus, menus } from "../src/menus.ts";

export interface Source {
  readonly words: { readonly [L in Language]: Pick<Words, "entries"> };
  readonly menus: Menus;
  readonly texts: { readonly [L in Language]: Texts };
  /** Of the bot; Teams takes a changed package only with a higher one. */
  readonly version: string;
  readonly place: Place;
}

interface Texts {
  readonly name: string;
  readonly short: string;
  readonly long: string;
  /** Beside Slack's one command. */
  readonly slash: string;
  /** In the menu of a message, and what it does. */
  readonly ask: string;
  readonly askAbout: string;
}

/** What differs from one installation to another. */
export interface Place {
  /** Where the messengers reach the bot: https and a host, without a slash at the end. */
  readonly origin: string;
  readonly teamsAppId: string;
  /** Who answers for the bot, with their pages; Teams shows them to everybody who installs it. */
  readonly operator: { readonly name: string; readonly website: string; readonly privacy: string; readonly terms: string };
}

/** Stands in the checked-in files, so that nobody takes them for their own. */
export const nowhere: Place = {
  origin: "https://BOT.EXAMPLE.ORG",
  teamsAppId: "00000000-0000-0000-0000-000000000000",
  operator: { name: "EXAMPLE", website: "https://BOT.EXAMPLE.ORG", privacy: "https://BOT.EXAMPLE.ORG/privacy", terms: "https://BOT.EXAMPLE.ORG/terms" },
};

/** Something a messenger would refuse; every fault names the command or field and the reason. */
export class ManifestError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`These manifests would be refused:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
    this.faults = faults;
  }
}

export function sourceOf(place: Place): Source {
  const { version } = JSON.parse(readFileSync(path.join(import.meta.dirname, "../package.json"), "utf8")) as { version: string };
  return { words: wordLists, menus, texts: { de: textsOf("de"), en: textsOf("en") }, version, place };
}

function textsOf(language: Language): Texts {
  const t = translator(language);
  const word = wordLists[language].entries["help.show"].word;
  return { name: t("app.name"), short: t("app.short"), long: t("app.long", { word }), slash: t("app.slash"), ask: t("app.ask"), askAbout: t("app.ask.about") };
}

/** The words of a command as they are typed. */
export const titleOf = ({ word, activity }: WordEntry): string => [word, activity].filter((part) => part).join(" ");

/**
 * The place an administrator's settings describe, or undefined where there are none.
 * @throws ManifestError naming every setting that is wrong
 */
export function placeOf(env: Readonly<Record<string, string | undefined>>): Place | undefined {
  const of = (name: string): string | undefined => env[name]?.trim() || undefined;
  const address = of("PUBLIC_URL")?.replace(/\/+$/, "");
  // An address on this machine is for trying the bot, and no messenger's.
  const origin = address && isHere(address) ? undefined : address;
  const id = of("TEAMS_APP_ID");
  if (!origin && !id) return undefined;
  const pages = ["OPERATOR_URL", "PRIVACY_URL", "TERMS_URL"];
  const faults = [
    ...(origin && !isHttps(origin) ? ["PUBLIC_URL must begin with https:// and name a host others can reach: Slack and Teams call no other address"] : []),
    ...(id && !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id) ? ["TEAMS_APP_ID must be the application (client) ID from the Azure portal"] : []),
    ...pages.flatMap((name) => (of(name) && !isHttps(of(name) ?? "") ? [`${name} must be a page that begins with https://`] : [])),
  ];
  if (faults.length > 0) throw new ManifestError(faults);
  const home = origin ?? nowhere.origin;
  const website = of("OPERATOR_URL") ?? home;
  return {
    origin: home,
    teamsAppId: id ?? nowhere.teamsAppId,
    operator: {
      name: of("OPERATOR_NAME") ?? (origin ? new URL(origin).hostname : nowhere.operator.name),
      website,
      privacy: of("PRIVACY_URL") ?? website,
      terms: of("TERMS_URL") ?? website,
    },
  };
}

const isHttps = (text: string): boolean => URL.canParse(text) && new URL(text).protocol === "https:";
const isHere = (text: string): boolean => URL.canParse(text) && /^(127\.|localhost$|\[::1\]$)/.test(new URL(text).hostname);

/** The command a fault is about, as its title and name. */
export const about = (name: TypedName, entry: WordEntry): string => `„${titleOf(entry)}“ (${name})`;
