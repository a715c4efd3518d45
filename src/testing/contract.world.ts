// The small worlds that the contract of a Store plays in.
import { type Card, card } from "../card.ts";
import { ask, show } from "../outcome.ts";
import type { Opening } from "../ports.ts";
import type { Reply } from "../rsvp/model.ts";
import type { Equal } from "./contract.ts";
import * as a from "./examples.ts";
import type { SomeRows } from "./store.ts";

export const plain = (title = "stored"): Card => card("test", title);
export const stored = show(plain());
/** A form that exists in a window only. */
export const inWindow = ask({ name: "form", title: "f", window: true, submit: "s", cancel: "c", wish: { command: "question.new", args: {} }, fields: [] });
export const sorted = (texts: readonly string[]) => [...texts].sort();

/** Holds that something goes wrong. */
export async function fails(equal: Equal, work: Promise<unknown>): Promise<void> {
  const failed = await work.then(
    () => false,
    () => true,
  );
  equal(failed, true);
}

/** A gesture of a person of alliance x. */
export const by = (personId: string, it: Partial<Opening>): Opening => ({ key: "k", from: a.sender("x", personId), at: a.noon, hold: "seats", ...it });

export const invited = (n: number): Reply => a.reply({ meetingId: "m1", personId: `p${n}`, allianceId: "x", organisationId: "o" });

/** An alliance with one organisation, a meeting and as many invited people. */
export function many(people: number, seats: number): SomeRows {
  const numbers = Array.from({ length: people }, (_, n) => n);
  return {
    Alliance: [a.alliance({ id: "x" })],
    Organisation: [a.organisation({ id: "o", allianceId: "x" })],
    Person: numbers.map((n) => a.person({ id: `p${n}`, allianceId: "x", organisationId: "o" })),
    Account: numbers.map((n) => a.account({ allianceId: "x", personId: `p${n}` })),
    Meeting: [a.meeting({ id: "m1", allianceId: "x" })],
    Quota: [a.quota({ meetingId: "m1", organisationId: "o", allianceId: "x", seats })],
    Reply: numbers.map(invited),
  };
}

/** Two people of one alliance, invited to a meeting, and somebody of another alliance. */
export function two(seats: number): SomeRows {
  const both = ["p1", "p2"];
  return {
    Alliance: [a.alliance({ id: "x" }), a.alliance({ id: "y" })],
    Organisation: [a.organisation({ id: "o", allianceId: "x" })],
    Person: [...both.map((id) => a.person({ id, allianceId: "x", organisationId: "o" })), a.person({ id: "q", allianceId: "y" })],
    Account: [...both.map((personId) => a.account({ allianceId: "x", personId })), a.account({ allianceId: "y", personId: "q" })],
    Meeting: [a.meeting({ id: "m1", allianceId: "x" })],
    Quota: [a.quota({ meetingId: "m1", organisationId: "o", allianceId: "x", seats })],
    Reply: [invited(1), invited(2)],
  };
}
