// The generated files as a whole: what an installation's settings make of them, and how a stale one is found.
import { manifestFiles, own, stale } from "./files.ts";
import { nowhere, placeOf, sourceOf } from "./source.ts";

const id = "22222222-2222-4222-8222-222222222222";
const text = (files: ReadonlyMap<string, Buffer>, name: string) => files.get(name)?.toString() ?? "";

test("without settings the files carry placeholders that nobody takes for their own", () => {
  expect(placeOf({})).toBeUndefined();
  expect(placeOf({ PUBLIC_URL: "http://127.0.0.1:3000" })).toBeUndefined();
  const files = manifestFiles(sourceOf(nowhere));
  expect(text(files, "slack.http.json")).toContain("https://BOT.EXAMPLE.ORG/slack/events");
  expect(text(files, "teams/manifest.json")).toContain('"botId": "00000000-0000-0000-0000-000000000000"');
});

test("an administrator's settings end up in the files of that installation", () => {
  const place = placeOf({
    PUBLIC_URL: "https://bot.krefeld.example/",
    TEAMS_APP_ID: id,
    OPERATOR_NAME: "Stadt Krefeld",
    PRIVACY_URL: "https://krefeld.example/datenschutz",
  });
  const files = manifestFiles(sourceOf(place ?? nowhere));
  expect(text(files, "slack.http.json").match(/https:\/\/bot\.krefeld\.example\/slack\/events/g)).toHaveLength(3);
  expect(JSON.parse(text(files, "teams/manifest.json"))).toMatchObject({
    id,
    bots: [{ botId: id }],
    developer: {
      name: "Stadt Krefeld",
      websiteUrl: "https://bot.krefeld.example",
      privacyUrl: "https://krefeld.example/datenschutz",
      termsOfUseUrl: "https://bot.krefeld.example",
    },
  });
  expect([...own(files, place ?? nowhere).keys()]).toEqual(["slack.http.json", "slack.socket.json", "teams.zip"]);
});

test("nothing is made for an installation of which too little is known", () => {
  const files = manifestFiles(sourceOf(nowhere));
  expect([...own(files, { ...nowhere, teamsAppId: id }).keys()]).toEqual(["slack.socket.json", "teams.zip"]);
  expect([...own(files, { ...nowhere, origin: "https://bot.krefeld.example" }).keys()]).toEqual(["slack.http.json", "slack.socket.json"]);
});

test("wrong settings are named together", () => {
  const wrong = { PUBLIC_URL: "http://bot.krefeld.example", TEAMS_APP_ID: "bot", PRIVACY_URL: "krefeld.example" };
  for (const name of ["PUBLIC_URL", "TEAMS_APP_ID", "PRIVACY_URL"]) expect(() => placeOf(wrong)).toThrow(name);
});

test("a file that was changed by hand or is missing is named", () => {
  const files = manifestFiles(sourceOf(nowhere));
  const kept = new Map(files).set("slack.http.json", Buffer.from("{}"));
  kept.delete("teams.zip");
  expect(stale(files, (name) => kept.get(name))).toEqual(["slack.http.json", "teams.zip"]);
  expect(stale(files, (name) => files.get(name))).toEqual([]);
});
