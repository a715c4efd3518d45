// The same gestures in English: every answer is held against the wording rules by the example itself.
import { codeFor, example, nameOf, people, saidBy, slack, wrongCode } from "../roster/example.ts";

const words = [
  "help",
  "help substitute",
  "help meeting",
  "help member",
  "help qwertz",
  "status",
  "settings",
  "privacy",
  "hello",
  "thanks",
  "cancel",
  "member",
  "member CDU",
  "member Chamber of Craft",
  "member nobody",
  "member access IHK",
  "member access CDU",
  "member access Person",
  "member access nobody",
  "meeting invite",
  "reply remind",
  "attend",
  "undecided by 31 February 2027",
  "undecided by 30 September",
  "attand",
  "mebmer",
  "nobody understands this sentence at all",
  "and this one is no better, I fear",
  "link",
];
const presses = ["help.callback", "link.second", "step.cancel", "link.enter", "rsvp.accept", "member.revoke", "meeting.move"] as const;

it.each([slack.office, slack.cdu, slack.guest, "U-new"])("keeps the rules whoever asks: %s", async (user) => {
  const at = example();
  at.store.seed({ Person: Object.values(people).map((it) => ({ ...it, language: "en" as const })) });
  const language = { language: "en" as const };
  for (const said of words) {
    // A German word in an English answer would be a key forgotten in translation.
    expect(saidBy(await at.words(user, said, language), "en")).not.toMatch(/\b(Sie|Ihre|Ihren|nicht|Hilfe|noch)\b/);
  }
  for (const command of presses) await at.press(user, { command, args: { person: "p-cdu-1", meeting: "gone" } }, language);
  if (user !== "U-new") return;
  const code = await codeFor(at, "IHK");
  for (const n of [1, 2, 3]) expect(nameOf(await at.words(user, wrongCode(n), language))).toBe("link.wrong");
  expect(saidBy(await at.words(user, code, language))).toContain("Privacy: I store what you enter here, but never reasons for absence.");
  await at.press(user, { command: "link.notMe", args: {} });
});
