// What Teams would refuse in the app's manifest: Microsoft's own schemas, and the limits that stand in none of them.
import { readFileSync } from "node:fs";
import path from "node:path";
import type { ErrorObject, ValidateFunction } from "ajv";
import AjvDraft4 from "ajv-draft-04";
import { type Language, languages } from "../locales/index.ts";
import { about, type Source, titleOf } from "./source.ts";
import { lists, type TeamsManifest, teamsSchema } from "./teams.ts";

/** Commands in one list (learn: resources/schema/manifest-schema, bots.commandLists). */
const mostCommands = 12;
/** Characters of a title: older clients show no more. */
const longestTitle = 32;
/** Characters of a help text, so that it fits beside its word on a phone. */
const longestHelp = 58;

const schemas = path.join(import.meta.dirname, "../node_modules/@microsoft/app-manifest/build/json-schemas/teams", `v${teamsSchema}`);

/** Everything Teams would refuse, each with the command or field and the reason; empty when all is well. */
export function teamsFaults(source: Source, manifest: TeamsManifest, english: Readonly<Record<string, string>>): string[] {
  return [
    ...languages.flatMap((language) => menuFaults(source, language)),
    ...shapeFaults("MicrosoftTeams.schema.json", manifest).map((error) => worded(source, error)),
    ...shapeFaults("MicrosoftTeams.Localization.schema.json", english).map((error) => `en.json: ${worded(source, error)}`),
    ...(/^\d+\.\d+\.\d+$/.test(manifest.version) ? [] : [`version: ${manifest.version} must be three numbers, such as 1.0.0`]),
    ...Object.entries(manifest.developer).flatMap(([field, value]) =>
      field.endsWith("Url") && !value.startsWith("https://") ? [`developer.${field}: ${value} must begin with https://`] : [],
    ),
  ];
}

/** The commands themselves, told by their words: a schema would only name a number. */
function menuFaults({ words, menus }: Source, language: Language): string[] {
  const { entries } = words[language];
  return lists.flatMap(({ menu, scopes }) => {
    const names = menus[menu];
    const where = `${scopes.join(" and ")}, ${language}`;
    const told = (name: (typeof names)[number]) => `${where}: ${about(name, entries[name])}`;
    return [
      ...names.slice(mostCommands).map((name) => `${told(name)} is one command too many, Teams lists ${mostCommands}`),
      ...names.flatMap((name, at) => {
        const title = titleOf(entries[name]);
        const { help } = entries[name];
        const first = names.slice(0, at).find((other) => titleOf(entries[other]).toLowerCase() === title.toLowerCase());
        return [
          ...(first ? [`${told(name)} has the same title as ${about(first, entries[first])}`] : []),
          ...(title.length > longestTitle ? [`${told(name)}: the title has ${title.length} characters, ${longestTitle} are allowed`] : []),
          ...(/^[\p{L}\d][\p{L}\d -]*$/u.test(title) ? [] : [`${told(name)}: the title may hold letters, digits, spaces and hyphens only`]),
          ...(help.length > longestHelp ? [`${told(name)}: the help text has ${help.length} characters, ${longestHelp} are allowed`] : []),
          ...(help.trim() === "" ? [`${told(name)}: the help text is empty`] : []),
        ];
      }),
    ];
  });
}

const checks = new Map<string, ValidateFunction>();

/** Microsoft's regular expressions are not valid in Unicode mode. */
function shapeFaults(file: string, content: object): readonly ErrorObject[] {
  const schema = () => JSON.parse(readFileSync(path.join(schemas, file), "utf8")) as object;
  const check = checks.get(file) ?? new AjvDraft4.default({ strict: false, unicodeRegExp: false, allErrors: true, validateFormats: false }).compile(schema());
  checks.set(file, check);
  return check(content) ? [] : (check.errors ?? []);
}

function worded({ menus, words }: Source, { instancePath, message, params }: ErrorObject): string {
  const [, list, at] = /commandLists(?:\/|\[)(\d+)\]?(?:\/|\.)commands(?:\/|\[)(\d+)/.exec(instancePath) ?? [];
  const menu = lists[Number(list)]?.menu;
  const name = menu && menus[menu][Number(at)];
  const field = instancePath.slice(1).replaceAll("/", ".") || "the manifest";
  const detail = "additionalProperty" in params ? ` (${params["additionalProperty"]})` : "";
  return `${name ? `${about(name, words.de.entries[name])}: ` : ""}${field} ${message}${detail}`;
}
