// Settings, address and folder: every fault with what to do about it.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { examineAddress, examineFolder, examineSettings } from "./settings.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "doctor-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("every fault of the settings is a line of its own", () => {
  const findings = examineSettings({ PORT: "many", LOG_LEVEL: "loud", SLACK_BOT_TOKEN: "xoxb-1", TEAMS_APP_ID: "id" }, folder);
  for (const name of ["PORT", "LOG_LEVEL", "SLACK_SIGNING_SECRET", "TEAMS_APP_PASSWORD", "TEAMS_TENANT_ID"])
    expect(findings).toContainEqual({ state: "wrong", about: "Settings", text: expect.stringContaining(name) });
  expect(examineSettings({}, folder)).toEqual([{ state: "ok", about: "Settings", text: "complete" }]);
});

const slack = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s" };
const addresses: readonly (readonly [what: string, env: Record<string, string>, state: string | undefined, says: string])[] = [
  ["an https address is well", { ...slack, PUBLIC_URL: "https://bot.krefeld.example/" }, "ok", "bot.krefeld.example"],
  ["Slack calls no http address", { ...slack, PUBLIC_URL: "http://bot.krefeld.example" }, "wrong", "does not begin with https://"],
  ["Slack cannot call this machine by a name only it knows", { ...slack, PUBLIC_URL: "https://localhost" }, "wrong", "names this machine only"],
  ["a path behind the host is too much", { ...slack, PUBLIC_URL: "https://bot.krefeld.example/bot" }, "wrong", "has more than a host"],
  ["an installation by OAuth comes back under https", { SLACK_CLIENT_ID: "1.2", PUBLIC_URL: "http://bot.krefeld.example" }, "wrong", "https://"],
  ["without an address there are no calendar links", slack, "note", "no calendar links"],
  ["in Socket Mode no address is needed", { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" }, undefined, ""],
  ["for trying the bot http will do", { PUBLIC_URL: "http://127.0.0.1:3000" }, "note", "only for trying"],
];
test.each(addresses)("%s", (_, env, state, says) => {
  const findings = examineAddress(env);
  expect(findings.map((it) => it.state)).toEqual(state ? [state] : []);
  expect(findings.map(({ text }) => text).join()).toContain(says);
});

test("the data folder is tried by writing, and nothing stays behind", () => {
  expect(examineFolder({}, path.join(folder, "not/there/yet"))).toMatchObject([{ state: "ok" }]);
  expect(examineFolder({}, folder)).toMatchObject([{ state: "ok" }]);
  expect(readdirSync(folder)).toEqual([]);
  expect(examineFolder({ DATABASE_URL: "postgresql://db/bot" }, folder)).toEqual([]);
});

test("a data folder below a file is a fault", () => {
  const file = path.join(folder, "file");
  writeFileSync(file, "");
  expect(examineFolder({}, path.join(file, "data"))).toMatchObject([{ state: "wrong", text: expect.stringContaining("DATA_DIR") }]);
});
