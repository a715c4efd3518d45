// The documents for administrators name only what exists: every setting, file and permission in them.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { neededScopes, optionalScopes, slashCommand, socketScope } from "../slack/scopes.ts";

const root = path.join(import.meta.dirname, "../..");
const read = (name: string) => readFileSync(path.join(root, name), "utf8");
const documents = ["README.md", "docs/slack.md", "docs/teams.md"];

test.each(documents)("every setting that %s names stands in .env.example", (name) => {
  const settings = [...read(name).matchAll(/`([A-Z]+(?:_[A-Z]+)+)(?:=[^`]*)?`/g)].map(([, setting]) => setting ?? "");
  const known = new Set([...read(".env.example").matchAll(/^#([A-Z_]+)=/gm)].map(([, setting]) => setting));
  expect(settings.length).toBeGreaterThan(3);
  expect(settings.filter((setting) => !known.has(setting))).toEqual([]);
});

test.each(documents)("every file that %s points to is there", (name) => {
  const text = read(name);
  const files = [...text.matchAll(/`(manifest\/[\w./-]+)`/g), ...text.matchAll(/\]\(((?:docs\/)?[\w-]+\.md)\)/g)].map(([, file]) => file ?? "");
  const missing = files.filter((file) => ![root, path.join(root, path.dirname(name))].some((folder) => existsSync(path.join(folder, file))));
  expect(missing).toEqual([]);
});

test("the permissions and the command are what the manifest asks Slack for", () => {
  const text = read("docs/slack.md");
  const scopes = [...text.matchAll(/`([a-z_]+:[a-z.]+)`/g)].map(([, scope]) => scope ?? "");
  expect(scopes.filter((scope) => ![...neededScopes, ...optionalScopes, socketScope].includes(scope))).toEqual([]);
  for (const scope of optionalScopes) expect(text).toContain(scope);
  expect(text).toContain(slashCommand);
});
