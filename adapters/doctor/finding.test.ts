// What the doctor prints: one line for each finding, and never a secret.
import { note, ok, report, wrong } from "./finding.ts";
import { secretsOf } from "./index.ts";

test("each finding is one line, faults say what to do, and the end counts them", () => {
  const said = report([ok("Clock", "agrees"), note("Slack", "no\n  addresses"), wrong("Teams", "no token", "Make one.")], []);
  expect(said.split("\n")).toEqual(["ok    Clock: agrees", "note  Slack: no addresses", "WRONG Teams: no token. Make one.", "1 thing is wrong."]);
  expect(report([ok("Clock", "agrees")], [])).toContain("Nothing is wrong.");
});

test("a secret that found its way into a line is blotted out", () => {
  const env = {
    SLACK_BOT_TOKEN: "xoxb-canary-token",
    SLACK_SIGNING_SECRET: "canary-signing",
    SLACK_APP_TOKEN: "xapp-canary",
    TEAMS_APP_PASSWORD: "canary~password",
    SLACK_CLIENT_SECRET: "canary-client",
    TOKEN_KEYS: "2027:canary+new=, 2026:canary+old=",
    DATABASE_URL: "postgresql://bot:canary%2Fdb@db.example/bot",
  };
  const told =
    "canary-client canary+new= 2026:canary+old= xoxb-canary-token canary-signing xapp-canary canary~password postgresql://bot:canary%2Fdb@db.example/bot canary%2Fdb canary/db";
  expect(report([wrong("All", told, told)], secretsOf(env))).not.toContain("canary");
});
