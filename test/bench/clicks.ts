// Clicks as Slack sends them, signed, and how long their answers take.
import { Agent, request } from "node:http";
import { fixture } from "../../adapters/slack/fixtures/index.ts";
import { wish, writeWish } from "../../src/wish.ts";
import { encoded, now, signature } from "../slack-requests.ts";
import { meetingOf, messageOf, personOf, type Shape } from "./alliances.ts";

export interface Took {
  readonly ms: number;
  /** 0 where the connection broke. */
  readonly status: number;
}

export type Answer = "rsvp.accept" | "rsvp.decline";

const kept = new Agent({ keepAlive: true });
let count = 0;

/** One click of the nth delegate of an alliance on an answer of their own card; `keep`: on a connection that is open already. */
export function click(port: number, shape: Shape, n: number, answer: Answer, keep = true): Promise<Took> {
  const payload = fixture("press-direct");
  const [channel, ts, serial] = [`D${n}`, messageOf(n), ++count];
  payload.user.id = `U${n}`;
  payload.team.id = shape.id;
  payload.message.team = shape.id;
  payload.message.bot_profile = undefined;
  payload.channel.id = channel;
  payload.message.ts = ts;
  payload.trigger_id = `${serial}.${process.pid}`;
  payload.actions[0].action_id = `${answer}#0`;
  payload.actions[0].value = writeWish(wish(answer, { meeting: meetingOf(shape), for: personOf(shape, n), edition: "1" }));
  return post(port, payload, keep ? kept : false);
}

function post(port: number, payload: Readonly<Record<string, unknown>>, agent: Agent | false): Promise<Took> {
  const { body, type } = encoded(payload);
  const time = now();
  const headers = {
    "content-type": type,
    "content-length": Buffer.byteLength(body),
    "x-slack-request-timestamp": time,
    "x-slack-signature": signature(body, time),
  };
  const start = performance.now();
  return new Promise((resolve) => {
    const end = (status: number) => resolve({ ms: performance.now() - start, status });
    const it = request({ host: "127.0.0.1", port, path: "/slack/events", method: "POST", agent, headers }, (response) => {
      response.resume().on("end", () => end(response.statusCode ?? 0));
    });
    it.on("error", () => end(0));
    it.end(body);
  });
}

/** The smallest value that is not below the share `p` of all. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;
}
