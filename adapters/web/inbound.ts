// Reads what the browser sends: gestures for the bot, and movements of the clock.
import { z } from "zod";
import type { Incoming } from "../../src/incoming.ts";
import type { Sender } from "../../src/ports.ts";
import { type Clock, type Day, isClock, isDay } from "../../src/time.ts";
import { readWish } from "../../src/wish.ts";
import { limits } from "./limits.ts";
import { numberOf } from "./send.ts";

/** Made in the browser once for each gesture, and sent again unchanged when no answer came. */
const key = z.uuid();
/** A person's id or a guest's name. */
const who = z.string().min(1).max(100);
/** The number of the message a button or form stands in. */
const card = z
  .string()
  .refine((value) => numberOf(value) !== undefined)
  .optional();

const bodies = {
  meet: z.object({ who }),
  say: z.object({ who, key, words: z.string().max(limits.body) }),
  press: z.object({ who, key, card, value: z.string().max(limits.wish) }),
  "send-form": z.object({ who, key, card, wish: z.string().max(limits.wish), answers: z.record(z.string().max(60), z.string().max(limits.body)) }),
};
export type Road = keyof typeof bodies;
export type Body<R extends Road> = z.output<(typeof bodies)[R]>;

export const isRoad = (name: string): name is Road => Object.hasOwn(bodies, name);

/** Who acts, before anything else is believed. */
export const readWho = (body: unknown): string | undefined => z.object({ who }).safeParse(body).data?.who;

/** One gesture, or undefined for a body this page does not send. */
export function readIncoming(road: Road, body: unknown, from: Sender): Incoming | undefined {
  const base = { from, place: "direct", answer: "posted" } as const;
  const named = (gesture: string): string => `page:${from.user}:${gesture}`;
  const on = (message: string | undefined): Pick<Incoming, "card"> => (message === undefined ? {} : { card: { id: message } });
  switch (road) {
    // The first sight of each other happens once, however often the page is opened.
    case "meet":
      return bodies.meet.safeParse(body).success ? { ...base, key: named("met"), said: { met: true }, window: false } : undefined;
    case "say": {
      const { data } = bodies.say.safeParse(body);
      return data && { ...base, key: named(data.key), said: { words: data.words, command: data.words.trimStart().startsWith("/") }, window: false };
    }
    case "press": {
      const { data } = bodies.press.safeParse(body);
      return data && { ...base, key: named(data.key), said: { pressed: data.value }, ...on(data.card), window: true };
    }
    case "send-form": {
      const { data } = bodies["send-form"].safeParse(body);
      const wish = data && readWish(data.wish);
      return wish && { ...base, key: named(data.key), said: { sent: wish, answers: data.answers }, ...on(data.card), window: true };
    }
  }
}

const movement = z.object({ to: z.union([z.enum(["hour", "day", "next"]), z.object({ day: z.custom<Day>(isDay), clock: z.custom<Clock>(isClock) })]) });
export type Movement = z.output<typeof movement>["to"];

/** Where the clock is to go, or undefined where day or time cannot be read. */
export const readMovement = (body: unknown): Movement | undefined => movement.safeParse(body).data?.to;
