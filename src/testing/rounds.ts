// A meeting with questions for the round: what its tests and its tour begin with.
import type { Question } from "../question/model.ts";
import { at } from "../time.ts";
import type { Wish } from "../wish.ts";
import { question } from "./questions.ts";
import { krefeld } from "./roster.ts";
import { invited, newestMeeting, type Open } from "./tour.ts";
import { World, wishesOf } from "./world.ts";

/** Four admitted questions, one of them without a name and one that stands for another as well, one answered beforehand and one not decided. */
const rows = (meetingId: string): readonly Question[] =>
  (
    [
      { number: 1, personId: "cdu-1", organisationId: "cdu", text: "Welche Angebote gibt es für Beschäftigte in Schichtarbeit?" },
      { number: 2, personId: "spd-1", organisationId: "spd", text: "Wie viele Teilzeitausbildungen sind geplant?" },
      { number: 3, named: false, text: "Wie lange dauert es bis zum ersten Gespräch?" },
      { number: 4, personId: "cdu-2", organisationId: "cdu", toId: "ihk", text: "Wie erreichen Sie Betriebe ohne Ausbildung?" },
      { number: 5, personId: "spd-2", organisationId: "spd", state: "merged", intoId: "q2", text: "Wie entwickelt sich die Teilzeitausbildung?" },
      { number: 6, personId: "spd-2", organisationId: "spd", state: "answeredBefore", text: "Welche Förderung gibt es für Umschulungen?" },
      { number: 7, personId: "cdu-3", organisationId: "cdu", state: "received", text: "Was kostet das?" },
    ] as const
  ).map((it) => question({ id: `q${it.number}`, meetingId, state: "admitted", seatId: null, ...it }));

const plain: Open = (now, change = (all) => all) => new World(now, change(krefeld()));

/** On 7 October 2026, shortly before the round; called are F-1, F-2, F-3 and F-4. */
export async function atTheRound(open: Open = plain, questions = rows): Promise<World> {
  const world = await invited(open);
  world.store.seed({ Question: questions(newestMeeting(world)) });
  world.now = at("2026-10-07", "15:45");
  return world;
}

/** The numbers of the questions by their state. */
export const inState = (world: World, ...states: readonly Question["state"][]): readonly number[] =>
  world.store
    .rows("Question")
    .flatMap(({ number, state }) => (states.includes(state) ? [number] : []))
    .sort((a, b) => a - b);

/** The same, begun by the office, and the steps it has typed since. */
export async function running(...steps: readonly string[]): Promise<World> {
  const world = await atTheRound();
  for (const step of ["start", ...steps]) await world.say("office", `runde ${step}`);
  return world;
}

/** Words addressed to the bot in a channel. */
export const inChannel = (world: World, who: string, words: string, channel = "C1") =>
  world.gesture(who, { words, command: true }, { place: "channel", room: { channel } });

/** What the newest button for a command carries. */
export function wishFor(world: World, who: string, command: Wish["command"]): Wish {
  const all = world.messages(who).flatMap(({ card }) => wishesOf(card));
  const found = all.filter((it) => it.command === command).at(-1);
  if (!found) throw new Error(`${who} has no button for ${command}`);
  return found;
}
