// The check of Slack payloads itself: it takes what Slack takes and finds each thing Slack refuses.
import { faults, live } from "./slack-schema.ts";

const text = (length: number) => ({ type: "plain_text", text: "x".repeat(length), emoji: false });
const button = (it: object = {}) => ({ type: "button", action_id: "a", text: text(5), ...it });
const actions = (...elements: object[]) => ({ type: "actions", elements });
const message = (...blocks: object[]) => faults("message", { text: "x", blocks });
const options = (count: number, value = "v") => Array.from({ length: count }, (_, index) => ({ text: text(3), value: `${index}${value}` }));
const select = (it: object) => ({ type: "section", text: text(3), accessory: { type: "static_select", action_id: "s", ...it } });
const input = (it: object = {}) => ({ type: "input", block_id: "f", label: text(3), element: { type: "plain_text_input", action_id: "i" }, ...it });
const modal = (it: object = {}) => faults("modal", { type: "modal", title: text(24), submit: text(24), close: text(24), blocks: [input()], ...it } as never);

test("good payloads pass", () => {
  expect(
    message(
      { type: "header", text: text(150) },
      actions(button({ text: text(75), value: "v".repeat(2000), accessibility_label: "h".repeat(75), style: "danger" })),
      select({ options: options(100) }),
    ),
  ).toEqual([]);
  expect(modal()).toEqual([]);
});

test.each<[string, string[]]>([
  ["an unknown block", message({ type: "banner" })],
  ["a misspelt field", message(actions(button({ valeu: "x" })))],
  ["a bad style", message(actions(button({ style: "green" })))],
  ["mrkdwn in a button", message(actions(button({ text: { type: "mrkdwn", text: "x" } })))],
  ["a button of 76", message(actions(button({ text: text(76) })))],
  ["a value of 2001", message(actions(button({ value: "v".repeat(2001) })))],
  ["a spoken label of 76", message(actions(button({ accessibility_label: "h".repeat(76) })))],
  ["an action_id of 256", message(actions(button({ action_id: "a".repeat(256) })))],
  ["an address of 3001", message(actions(button({ url: "u".repeat(3001) })))],
  ["26 buttons", message(actions(...Array.from({ length: 26 }, (_, index) => button({ action_id: `${index}` }))))],
  ["a header of 151", message({ type: "header", text: text(151) })],
  ["a section of 3001", message({ type: "section", text: text(3001) })],
  ["11 fields", message({ type: "section", fields: Array.from({ length: 11 }, () => text(1)) })],
  ["101 options", message(select({ options: options(101) }))],
  ["an option's value of 76", message(select({ options: options(1, "v".repeat(75)) }))],
  ["11 boxes", modal({ blocks: [input({ element: { type: "checkboxes", action_id: "i", options: options(11) } })] })],
  ["a label of 2001", modal({ blocks: [input({ label: text(2001) })] })],
  ["51 blocks", message(...Array.from({ length: 51 }, () => ({ type: "divider" })))],
  ["an input in a message", message(input())],
  ["an empty text", message({ type: "section", text: text(0) })],
  ["the same action twice", message(actions(button(), button()))],
  ["the same block twice", message({ type: "divider", block_id: "b" }, { type: "divider", block_id: "b" })],
  ["no text beside the blocks", faults("message", { blocks: [] })],
  ["13,000 characters", message(...Array.from({ length: 6 }, () => ({ type: "section", text: text(2900) })))],
  ["a title of 25", modal({ title: text(25) })],
  ["no submit", modal({ submit: undefined })],
  ["a memory of 3001", modal({ private_metadata: "m".repeat(3001) })],
])("%s is found", (_, found) => {
  expect(found).not.toEqual([]);
});

test("markup people wrote is found", () => {
  expect(live({ text: "<!channel>" })).toHaveLength(1);
  expect(live({ text: "Q&A" })).toHaveLength(1);
  expect(live({ text: "Q&amp;A" })).toEqual([]);
  expect(live({ blocks: [{ type: "mrkdwn", text: "https://evil.example" }] })).toHaveLength(1);
});
