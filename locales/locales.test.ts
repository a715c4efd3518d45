// Every text of every language can be formed, in every variant; nothing is left in German, and the variants answer one another.
import { IntlMessageFormat } from "intl-messageformat";
import { catalogues, type Key, type Language, languages, wordLists } from "./index.ts";
import { typed } from "./words.ts";

type Part = ReturnType<IntlMessageFormat["getAst"]>[number];

const keys = Object.keys(catalogues.de) as Key[];
const parsed = (language: Language, key: Key) => new IntlMessageFormat(catalogues[language][key], language, undefined, { ignoreTag: true });
/** As a number and as text it is told apart from everything a text says itself. */
const sample = "77";

/** All a text can say, over every option of every choice. */
function variants(parts: readonly Part[]): readonly string[] {
  return parts.reduce<readonly string[]>((said, part) => said.flatMap((before) => variantsOf(part).map((it) => before + it)), [""]);
}
function variantsOf(part: Part): readonly string[] {
  if ("options" in part) return Object.values(part.options).flatMap(({ value }) => variants(value));
  return "value" in part && part.type === 0 ? [part.value] : [sample];
}

/** "kind: workshop, other" for every choice in a text; of plurals only the name, because languages count differently. */
function choices(parts: readonly Part[]): readonly string[] {
  return parts.flatMap((part) => {
    if (!("options" in part)) return [];
    const own = part.type === 5 ? `${part.value}: ${Object.keys(part.options).sort().join(", ")}` : part.value;
    return [own, ...Object.values(part.options).flatMap(({ value }) => choices(value))];
  });
}

/** Texts that are the same in both languages, because they are names, signs or words of both. */
const alike: readonly string[] = [
  "access.code",
  "answer.asked.choose",
  "behalf.whom.label",
  "do.keynote.show",
  "do.round.pause",
  "keynote.fact",
  "member.status",
  "notice.unreachable.person",
  "outbox.kind.keynote",
  "page.chat",
  "settings.languageName",
  "task.list.organisation",
];
const onlySigns = (text: string): boolean => !/\p{L}/u.test(text.replace(/\{\w+\}/g, ""));

test.each(languages)("every text can be formed in %s", (language) => {
  const faulty = keys.flatMap((key) => {
    try {
      const said = variants(parsed(language, key).getAst());
      return said.some((it) => /[{}]/.test(it) || it.trimEnd() !== it) ? [`${key}: ${said.join(" | ")}`] : [];
    } catch (error) {
      return [`${key}: ${error instanceof Error ? error.message : error}`];
    }
  });
  expect(faulty).toEqual([]);
});

test("no text is empty, and no English one was forgotten in German", () => {
  expect(keys.filter((key) => languages.some((language) => (catalogues[language][key] as string) === ""))).toEqual([]);
  const same = keys.filter((key) => catalogues.de[key] === (catalogues.en[key] as string) && !onlySigns(catalogues.de[key]) && !alike.includes(key));
  expect(same).toEqual([]);
  const translated = keys.filter((key) => alike.includes(key) && catalogues.de[key] !== (catalogues.en[key] as string));
  expect(translated).toEqual([]);
  const german = keys.filter((key) => /[äöüß]|\b(?:Sie|Ihre?n?|nicht|und|der|die|das|ist|wurde|noch)\b/.test(catalogues.en[key]));
  expect(german).toEqual([]);
});

test("a choice offers the same in both languages", () => {
  const different = keys.filter((key) => {
    const [de, en] = [parsed("de", key), parsed("en", key)].map((it) => [...new Set(choices(it.getAst()))].sort().join("; "));
    return de !== en;
  });
  expect(different).toEqual([]);
});

test("every typed word has its help and its example in both languages, and begins its own example", () => {
  for (const language of languages) {
    const { entries } = wordLists[language];
    const strange = typed.filter((name) => {
      const { word, activity, example, help } = entries[name];
      // A task's number may stand before what is to be done with it.
      const said = example.replace(/^(\S+) A-\d+ /, "$1 ");
      return help === "" || !said.startsWith(activity ? `${word} ${activity}` : word);
    });
    expect(strange).toEqual([]);
  }
});

test("no word, accepted spelling or label means two things, in whatever language it is typed", () => {
  const meanings = languages.flatMap((language) => {
    const { entries, labels } = wordLists[language];
    const words = typed.flatMap((name) => {
      const { word, activity, accepted } = entries[name];
      return [activity ? `${word} ${activity}` : word, ...accepted].map((it) => [it.toLowerCase(), name] as const);
    });
    return [...words, ...labels.map(([label, name]) => [label.toLowerCase(), name] as const)];
  });
  expect(meanings.filter(([said, name]) => meanings.some(([other, another]) => other === said && another !== name))).toEqual([]);
});
