// The gallery is complete: every card and form named in the code is shown in it, in both languages, and every text is used.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { catalogues, languages } from "../locales/index.ts";
import { gallery } from "../src/testing/gallery.ts";

const root = path.join(import.meta.dirname, "..");

/** The program's own sources below these folders: no tests, no fixtures. */
const sources = (...folders: readonly string[]): readonly string[] =>
  folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(?:ts|mjs)$/.test(file) && !/\.test\.ts$|(?:^|\/)(?:testing|fixtures|generated)\/|^roster\/example\.ts$/.test(file))
      .map((file) => readFileSync(path.join(root, folder, file), "utf8")),
  );

/** The first argument of every call of card(...): a text, a choice between texts, a template, or a constant or a typed parameter of the same file. */
function cardNames(source: string): readonly string[] {
  return [...source.matchAll(/\bcard\(\s*([^,;]+?),\s/g)].flatMap(([, first = ""]) => {
    const constant = /^\w+$/.test(first)
      ? new RegExp(`(?:const ${first} = ([^;]+);|\\b${first}: ("\\w+\\.[^,)]+))`)
          .exec(source)
          ?.slice(1)
          .find((it) => it)
      : first;
    return [...(constant ?? "").matchAll(/"([^"]+)"|`([^`]+)`/g)].map(([, text, template]) => text ?? template ?? "");
  });
}
/** A text, or a choice between texts. */
const formNames = (source: string): readonly string[] =>
  [...source.matchAll(/name: ((?:\w+ \? "[\w.]+" : )?"[\w.]+"),\s*title:/g)].flatMap(([, name = ""]) =>
    [...name.matchAll(/"([^"]+)"/g)].map(([, text = ""]) => text),
  );
/** "${told.name}.substitute" stands for every name that ends so. */
const asPattern = (name: string): RegExp =>
  new RegExp(
    `^${name
      .split(/\$\{[^}]*\}/)
      .map((part) => part.replaceAll(".", "\\."))
      .join(".+")}$`,
  );

const code = sources("src");
const named = [...new Set(code.flatMap((source) => [...cardNames(source), ...formNames(source)]))].sort();

test("the code names its cards in a way this test can read", () => {
  expect(named.length).toBeGreaterThan(150);
  const calls = code.flatMap((source) => [...source.matchAll(/\bcard\(/g)]).length;
  const read = code.flatMap(cardNames).length;
  // The definition itself is a call to nobody; choices between names are read more than once.
  expect(read).toBeGreaterThanOrEqual(calls - 1);
});

test.each(languages)("every card and form of the code is in the gallery, and no other, in %s", async (language) => {
  const { cards, forms } = await gallery(language);
  const shown = [...new Set([...cards.map(({ name }) => name), ...forms.map(({ name }) => name)])];
  expect(named.filter((name) => !shown.some((it) => asPattern(name).test(it)))).toEqual([]);
  expect(shown.filter((it) => !named.some((name) => asPattern(name).test(it)))).toEqual([]);
});

test("every text of the catalogue is used somewhere", () => {
  const all = sources("src", "adapters", "manifest", "scripts").join("\n");
  const templates = [...all.matchAll(/`(\w+\.[\w.]*\$\{[^`]+)`/g)].map(([, it = ""]) => asPattern(it));
  const unused = Object.keys(catalogues.de).filter((key) => !all.includes(`"${key}"`) && !templates.some((it) => it.test(key)));
  expect(unused).toEqual([]);
});
