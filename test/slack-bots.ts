// Bots for tests of the Slack adapter: one that hears and keeps silent, one that answers as it was told.
import type { Slack } from "../adapters/slack/index.ts";
import type { Bot } from "../src/bot.ts";
import type { Incoming } from "../src/incoming.ts";
import type { Outcome } from "../src/outcome.ts";

export interface Listening extends Bot {
  readonly heard: Incoming[];
  /** What the next gestures get. */
  answers(outcome: Outcome | (() => Promise<Outcome>)): void;
}

export function silentBot(): Listening {
  const heard: Incoming[] = [];
  let next: Outcome | (() => Promise<Outcome>) = { silent: "test" };
  return {
    heard,
    answers: (outcome) => {
      next = outcome;
    },
    async handle(incoming) {
      heard.push(incoming);
      return typeof next === "function" ? next() : next;
    },
  };
}

export async function untilReady(slack: Slack): Promise<void> {
  for (let tries = 0; !slack.ready() && tries < 200; tries++) await new Promise((resolve) => setTimeout(resolve, 10));
  if (!slack.ready()) throw new Error("Slack was not reached.");
}
