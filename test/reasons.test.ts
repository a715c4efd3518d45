// Every reason for which a message falls away has words: those the composers and the worker name are found in their sources.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { translator } from "../locales/index.ts";
import { reasonText } from "../src/outbox/words.ts";

const root = path.join(import.meta.dirname, "..");
const read = (folder: string, ending: RegExp) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => ending.test(file) && !/\.test\.ts$|^world\.ts$|(?:^|\/)(?:testing|generated)\//.test(file))
    .map((file) => readFileSync(path.join(root, folder, file), "utf8"));

test("no reason is left without words", () => {
  const composed = [...read("src", /\.ts$/), ...read("adapters/jobs", /\.ts$/)].flatMap((source) => [
    ...source.matchAll(/\bskip: "(\w+)"|\b(?:skip|fail)\(postman, \w+, "(\w+)"\)/g),
  ]);
  const ended = read("prisma/migrations", /\.sql$/).flatMap((source) => [
    ...source.matchAll(/(?:THEN|ELSE) '(late|unconfirmed|superseded|no_account|gave_up)'/g),
  ]);
  const reasons = new Set([...composed, ...ended].map(([, one, other]) => one ?? other ?? ""));
  expect(reasons.size).toBeGreaterThan(20);
  const t = translator("de");
  const unworded = [...reasons].filter((reason) => reasonText(t, reason) === t("outbox.reason.unknown") && reason !== "unknown_kind");
  expect(unworded).toEqual([]);
});
