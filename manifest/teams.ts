// The Teams app's manifest in German and what of it is said in English; the menus come from the words people type.
import type { TeamsManifestV1D29 } from "@microsoft/app-manifest";
import { questionAction } from "../adapters/teams/message-action.ts";
import type { Language } from "../locales/index.ts";
import type { TypedName } from "../locales/words.ts";
import { type Source, titleOf } from "./source.ts";

/** The oldest version of the manifest that knows commands after a slash. */
export const teamsSchema = "1.29";

export type TeamsManifest = TeamsManifestV1D29.TeamsManifestV1D29;
type CommandList = TeamsManifestV1D29.CommandList;
type ComposeExtensionCommand = TeamsManifestV1D29.ComposeExtensionCommand;

/** The lists of the manifest in their order, each with the menu it shows. Commands after a slash exist in groups only, where Teams keeps them private. */
export const lists: readonly (Omit<CommandList, "commands"> & { readonly menu: "direct" | "shared" })[] = [
  { menu: "direct", scopes: ["personal"] },
  { menu: "shared", scopes: ["team", "groupChat"], triggers: ["mention", "slash"] },
];

export function teamsManifest(source: Source): TeamsManifest {
  const { texts, place, version } = source;
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${teamsSchema}/MicrosoftTeams.schema.json`,
    manifestVersion: teamsSchema,
    version,
    id: place.teamsAppId,
    localizationInfo: { defaultLanguageTag: "de", additionalLanguages: [{ languageTag: "en", file: "en.json" }] },
    developer: {
      name: place.operator.name,
      websiteUrl: place.operator.website,
      privacyUrl: place.operator.privacy,
      termsOfUseUrl: place.operator.terms,
    },
    name: { short: texts.de.name },
    description: { short: texts.de.short, full: texts.de.long },
    icons: { color: "color.png", outline: "outline.png" },
    accentColor: "#1F4E79",
    bots: [
      {
        botId: place.teamsAppId,
        scopes: ["personal", "team", "groupChat"],
        supportsTargetedMessages: true,
        commandLists: lists.map(({ menu, ...list }) => ({ ...list, commands: source.menus[menu].map((name) => commandOf(source, "de", name)) })),
      },
    ],
    composeExtensions: [{ botId: place.teamsAppId, commands: [questionOf(source)] }],
    defaultInstallScope: "personal",
  };
}

/** In the menu of a message, answered by a dialog. */
const questionOf = (source: Source): ComposeExtensionCommand => ({
  id: questionAction,
  type: "action",
  context: ["message"],
  fetchTask: true,
  ...actionOf(source, "de"),
});

const actionOf = ({ texts }: Source, language: Language) => ({ title: texts[language].ask, description: texts[language].askAbout });

const commandOf = ({ words }: Source, language: Language, name: TypedName): { readonly title: string; readonly description: string } => ({
  title: titleOf(words[language].entries[name]),
  description: words[language].entries[name].help,
});

/** What of the manifest is said in English, by its place in it. */
export function teamsEnglish(source: Source): Readonly<Record<string, string>> {
  const { name, short, long } = source.texts.en;
  const commands = lists.flatMap(({ menu }, list) =>
    source.menus[menu].flatMap((command, at) => {
      const { title, description } = commandOf(source, "en", command);
      const place = `bots[0].commandLists[${list}].commands[${at}]`;
      return [
        [`${place}.title`, title],
        [`${place}.description`, description],
      ];
    }),
  );
  const action = actionOf(source, "en");
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${teamsSchema}/MicrosoftTeams.Localization.schema.json`,
    "name.short": name,
    "description.short": short,
    "description.full": long,
    ...Object.fromEntries(commands),
    "composeExtensions[0].commands[0].title": action.title,
    "composeExtensions[0].commands[0].description": action.description,
  };
}
