// Whatever people press, say and fill in, in whatever order: no fault, no seat too many, always a way forward, and nothing twice.
import fc from "fast-check";
import { languages, wordLists } from "../../locales/index.ts";
import type { Field } from "../form.ts";
import { isOnce, type Outcome } from "../outcome.ts";
import { takesSeat } from "../rsvp/rules.ts";
import { type Table, tables } from "../tables.ts";
import { at } from "../time.ts";
import { type Wish, writeWish } from "../wish.ts";
import { walk } from "./gallery.ts";
import { krefeld } from "./roster.ts";
import { withSecretariat } from "./tour-members.ts";
import { brokenLimits, leadsOn } from "./wording.ts";
import { World, wishesOf } from "./world.ts";

/** Three delegates share two seats, one of them and somebody without an account have a secretariat, one has a substitute, one account is nobody's. */
const people = ["office", "cdu-1", "cdu-2", "cdu-3", "desk", "ihk-1", "ihk-s", "dgb-1", "nobody"] as const;
const roster = withSecretariat("cdu-3", "verdi-1")(krefeld());

const examples = languages.flatMap((language) => Object.values(wordLists[language].entries).flatMap(({ example, word }) => [example, word]));
const others = [
  "Hallo",
  "Danke",
  "absagen",
  "ja",
  "nein",
  "/",
  "/sitzung neu am 07.10.2026",
  "sitzung neu workshop am 21.10.2026 ab 10:00",
  "sitzung ändern am 15.10.2026",
  "Ich komme",
  "vertretung Stellvertretung 1",
  "vertretung Vertretung Muster",
  "zusage ab 15:00 bis 16:00",
  "unklar bis 01.10.2026",
  "rückmeldung für CDU zusage per Telefon",
  "rückmeldung für SPD vertretung Muster per Brief",
  "mitglied zugang DGB",
  "Z-A234-5678",
  "sprache EN",
  "sprache DE",
  "einstellungen ruhezeit bis 18.09.2026",
  "Bin bis 18.9. weg",
  "versand CDU",
  "datenschutz löschen",
  "Kommt darauf an, was dort besprochen wird",
  "frage neu Wie viele Plätze gibt es? an die Arbeitsagentur",
  "Q-A234-5678",
];
const words = [...examples, ...others];

/** One thing somebody does; the numbers choose among what is there. */
const step = fc.record({
  who: fc.nat(people.length - 1),
  act: fc.constantFrom("press", "press", "press", "press", "say", "say", "fill", "fill", "wait", "strange"),
  n: fc.nat(10_000),
  text: fc.string({ maxLength: 40 }),
});
type Step = { readonly who: number; readonly act: string; readonly n: number; readonly text: string };

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

function answerTo({ kind, initial }: Field, n: number, text: string): string {
  if (n % 3 === 0) return initial ?? "";
  switch (kind.type) {
    case "one":
      return pick(kind.options, n)?.value ?? "";
    case "many":
      return kind.options
        .filter((_, index) => (n >> index) % 2 === 1)
        .map(({ value }) => value)
        .join(",");
    case "day":
      return pick(["2026-09-30", "2026-10-08", "2026-10-14", "2026-11-05", "2025-01-01", "kein Tag"], n) ?? "";
    case "clock":
      return pick(["14:00", "15:30", "23:30", "25:00", ""], n) ?? "";
    case "number":
      return pick(["10", "0", "480", "viel"], n) ?? "";
    default:
      return pick(["Vertretung Muster", "Stellvertretung 1", "Delegierte Person 2", "x".repeat(500), "Wie viele Plätze gibt es?", text], n) ?? "";
  }
}

async function take(world: World, { who: index, act, n, text }: Step): Promise<Outcome | undefined> {
  const who = people[index] ?? "office";
  switch (act) {
    case "press": {
      const messages = world.messages(who).filter((it) => wishesOf(it.card).length > 0);
      // The newest card is the likeliest, the old ones are pressed too.
      const message = n % 4 === 0 ? pick(messages, n >> 2) : messages.at(-1);
      const wish = message && pick(wishesOf(message.card), n >> 4);
      return wish ? world.gesture(who, { pressed: writeWish(wish) }, { card: { id: message.id } }) : undefined;
    }
    case "fill": {
      const form = world.formOf(who);
      return form ? world.fill(who, Object.fromEntries(form.fields.map((field, place) => [field.name, answerTo(field, n >> place, text)]))) : undefined;
    }
    case "say":
      return world.say(who, n % 7 === 0 ? text : (pick(words, n) ?? ""));
    case "wait":
      await world.clock(new Date(world.now.getTime() + (1 + (n % 72)) * 3_600_000));
      return undefined;
    default: {
      // Somebody else's button, or one with its arguments mixed up.
      const wishes = people.flatMap((it) => world.messages(it).flatMap(({ card }) => wishesOf(card)));
      const wish = pick(wishes, n);
      const args = pick(wishes, n >> 3)?.args ?? {};
      return wish ? world.gesture(who, { pressed: writeWish(n % 2 === 0 ? wish : ({ ...wish, args } as Wish)) }) : undefined;
    }
  }
}

const allRows = (world: World): string => JSON.stringify((Object.keys(tables) as Table[]).map((table) => world.store.rows(table)));

function check(world: World): void {
  for (const { meetingId, organisationId, seats } of world.store.rows("Quota")) {
    const replies = world.store.rows("Reply").filter((it) => it.meetingId === meetingId && it.organisationId === organisationId);
    const taken = replies.filter(takesSeat).length;
    if (taken > seats) throw new Error(`${taken} of ${seats} seats of ${organisationId} are taken.`);
    const meeting = world.store.rows("Meeting").find((it) => it.id === meetingId);
    const counts = meeting?.state === "invited" && world.now < meeting.startsAt;
    if (counts && taken < seats && replies.some((it) => it.state === "waiting"))
      throw new Error(`Somebody of ${organisationId} waits although a seat is free.`);
  }
  for (const who of people) {
    const card = world.newest(who)?.card;
    if (card && !leadsOn(card)) throw new Error(`${who} is left with ${card.name}: ${card.title}`);
  }
}

type Start = (world: World) => Promise<unknown>;

const invited: Start = async (world) => {
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.tap("office", "meeting.invite");
  await world.tap("office", "meeting.inviteNow");
};
const answered: Start = async (world) => {
  await invited(world);
  for (const who of ["cdu-1", "cdu-2", "cdu-3"]) await world.tap(who, "rsvp.accept");
  await world.tap("ihk-1", "substitute.pick");
  await world.tap("ihk-1", "substitute.name", { person: "ihk-s" });
};
const starts: readonly (readonly [string, Start])[] = [
  ["before anybody is invited", async () => undefined],
  ["after an invitation round", invited],
  ["when seats are short", answered],
  [
    "on the eve of the meeting",
    async (world) => {
      await answered(world);
      await world.clock(at("2026-10-06", "16:00"));
    },
  ],
  [
    "after the meeting was moved",
    async (world) => {
      await answered(world);
      await world.say("office", "sitzung ändern am 14.10.2026");
      await world.tap("office", "meeting.move");
    },
  ],
];

async function live(steps: readonly Step[], start: Start): Promise<void> {
  const world = new World(at("2026-09-09", "10:00"), roster);
  await start(world);
  for (const step of steps) {
    const before = world.heard.length;
    const outcome = await take(world, step);
    check(world);
    const incoming = world.heard[before];
    if (!outcome || !incoming) continue;
    const rows = allRows(world);
    const again = await world.bot.handle(incoming);
    // Only a refused form keeps no key: its corrected copy counts.
    if (isOnce(outcome)) expect(again).toMatchObject({ once: true, show: { name: "once.again" } });
    else if (!("refuse" in outcome && outcome.fields)) expect(JSON.stringify(again)).toBe(JSON.stringify(outcome));
    expect(allRows(world)).toBe(rows);
    if ("ask" in outcome)
      expect(await world.bot.handle({ ...incoming, key: `${incoming.key}-form`, said: { pressed: writeWish(outcome.ask.wish) }, window: true })).toMatchObject({
        ask: { name: outcome.ask.name },
      });
  }
  expect(world.faults).toEqual([]);
  expect([...new Set(world.shown.flatMap((card) => brokenLimits(card).map((what) => `${card.name}: ${what}`)))]).toEqual([]);
}

/** Where a messenger has no inputs in its cards, or no window opens in time, one button with the form's own wish must open it. */
class Reopening extends World {
  readonly lost = new Set<string>();
  override async gesture(...[who, said, more]: Parameters<World["gesture"]>): Promise<Outcome> {
    const outcome = await super.gesture(who, said, more);
    const incoming = this.heard.at(-1);
    if (!("ask" in outcome) || !incoming) return outcome;
    const again = await this.bot.handle({ ...incoming, key: `${incoming.key}-form`, said: { pressed: writeWish(outcome.ask.wish) }, window: true });
    if (!("ask" in again) || again.ask.name !== outcome.ask.name) this.lost.add(outcome.ask.name);
    return outcome;
  }
}

test("every form opens again from its own wish", async () => {
  const worlds = await walk("de", "usual", (now, rows) => new Reopening(now, rows));
  expect([...new Set(worlds.flatMap(({ lost }) => [...lost]))]).toEqual([]);
});

const runs = Number(process.env["RUNS"] ?? 10);
test.each(starts)(
  "people do whatever they like, %s",
  async (_, start) => {
    const anything = fc.array(step, { minLength: 10, maxLength: 60, size: "max" });
    await fc.assert(
      fc.asyncProperty(anything, (steps) => live(steps, start)),
      { numRuns: runs },
    );
  },
  600_000,
);
