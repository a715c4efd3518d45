// The table of commands for the README, read from the registry and both word lists.
import { wordLists } from "../locales/index.ts";
import { type TypedName, typed } from "../locales/words.ts";
import { registry } from "../src/registry.ts";

const who = { anyone: "anyone", linked: "everybody linked", delegate: "delegates", organiser: "the office", chair: "the office and the chair" } as const;

function row(name: TypedName): string {
  const de = wordLists.de.entries[name];
  const en = wordLists.en.entries[name];
  const german = [de.word, de.activity, de.usage].filter((part) => part).join(" ");
  const english = [en.word, en.activity].filter((part) => part).join(" ");
  return `| \`${german}\` | \`${english}\` | ${en.help} | ${who[registry[name].who]} |`;
}

export const commandTable = (): string => ["| German | English | What it does | Who |", "|---|---|---|---|", ...typed.map(row), ""].join("\n");
