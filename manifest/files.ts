// Every file the manifests become, by its name: Slack's for HTTP and Socket Mode, Teams' parts and the package made of them.
import { type Zippable, zipSync } from "fflate";
import { type IconName, iconFaults, iconFile, icons } from "./icons.ts";
import { slackManifest } from "./slack.ts";
import { slackFaults } from "./slack-limits.ts";
import { ManifestError, nowhere, type Source } from "./source.ts";
import { teamsEnglish, teamsManifest } from "./teams.ts";
import { teamsFaults } from "./teams-limits.ts";

type Files = ReadonlyMap<string, Buffer>;

const json = (content: object): Buffer => Buffer.from(`${JSON.stringify(content, null, 2)}\n`);

/**
 * All files for one place. `before` gives a file as it is now, for pictures that need not be written anew.
 * @throws ManifestError naming everything a messenger would refuse
 */
export function manifestFiles(source: Source, before: (name: string) => Buffer | undefined = () => undefined): Files {
  const [http, socket] = [slackManifest(source, "http"), slackManifest(source, "socket")];
  const [teams, english] = [teamsManifest(source), teamsEnglish(source)];
  const pictures = (Object.keys(icons) as IconName[]).map((name) => [name, iconFile(name, before(`teams/${name}`))] as const);
  const faults = [
    ...slackFaults(http).map((fault) => `Slack over HTTP, ${fault}`),
    ...slackFaults(socket).map((fault) => `Slack in Socket Mode, ${fault}`),
    ...teamsFaults(source, teams, english).map((fault) => `Teams, ${fault}`),
    ...pictures.flatMap(([name, file]) => iconFaults(name, file)).map((fault) => `Teams, ${fault}`),
  ];
  if (faults.length > 0) throw new ManifestError([...new Set(faults)]);
  const parts: readonly (readonly [string, Buffer])[] = [["manifest.json", json(teams)], ["en.json", json(english)], ...pictures];
  return new Map([
    ["slack.http.json", json(http)],
    ["slack.socket.json", json(socket)],
    ...parts.map(([name, file]) => [`teams/${name}`, file] as const),
    ["teams.zip", packed(parts)],
  ]);
}

/** The same bytes each time: the order is ours, and every file is as old as any other. */
function packed(parts: readonly (readonly [string, Buffer])[]): Buffer {
  const flat: Zippable = Object.fromEntries(parts.map(([name, file]) => [name, new Uint8Array(file)]));
  return Buffer.from(zipSync(flat, { level: 9, mtime: new Date(2026, 0, 1), os: 0 }));
}

/** Of the files for a place only those it is really known for: without its id the Teams app is nobody's. */
export function own(files: Files, { origin, teamsAppId }: Source["place"]): Files {
  const known = (name: string) => (name.startsWith("slack.http") ? origin !== nowhere.origin : name !== "teams.zip" || teamsAppId !== nowhere.teamsAppId);
  return new Map([...files].filter(([name]) => known(name) && !name.startsWith("teams/")));
}

/** The names of files that are not, or not any more, what they should be. */
export const stale = (files: Files, read: (name: string) => Buffer | undefined): string[] =>
  [...files].filter(([name, file]) => !read(name)?.equals(file)).map(([name]) => name);
