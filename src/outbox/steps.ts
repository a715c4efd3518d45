// Which days of the ladder belong together, what they usually are, and which of them cannot stand beside one another; pure.
import type { Ladder } from "../roster/model.ts";

/** As many as a form asks for on one page. */
export const ladderParts = {
  round: ["consult", "invitation", "reply", "minutes"],
  material: ["talks", "questions", "documents"],
  nudges: ["firstNudge", "lastNudge"],
  tasks: ["taskFirst", "taskLast", "taskOverdue"],
} as const satisfies Readonly<Record<string, readonly (keyof Ladder)[]>>;
export type LadderPart = keyof typeof ladderParts;

/** The days of the alliance's rules of procedure, offered wherever they are changed. */
export const usualLadder: Ladder = {
  consult: 42,
  invitation: 28,
  firstNudge: 10,
  lastNudge: 4,
  reply: 7,
  talks: 14,
  questions: 14,
  documents: 7,
  taskFirst: 14,
  taskLast: 3,
  taskOverdue: 7,
  minutes: 14,
};

/** later: the rung has to come after the other · least: it has at least one day. */
interface LadderFault {
  readonly rung: keyof Ladder;
  readonly than: keyof Ladder;
  readonly fault: "later" | "least";
}

/** The first comes at least as early as the second; strictly, where the two would be one message. */
const earlier: readonly (readonly [keyof Ladder, keyof Ladder, boolean])[] = [
  ["consult", "invitation", false],
  ["invitation", "reply", true],
  ["invitation", "talks", true],
  ["invitation", "questions", true],
  ["invitation", "documents", true],
  ["invitation", "firstNudge", true],
  ["firstNudge", "lastNudge", true],
  ["taskFirst", "taskLast", true],
];
const atLeastOne: readonly (keyof Ladder)[] = ["lastNudge", "taskLast", "taskOverdue", "minutes"];

export function faultsOf(ladder: Ladder): readonly LadderFault[] {
  return [
    ...earlier.flatMap(([rung, than, strictly]): readonly LadderFault[] =>
      ladder[rung] < ladder[than] || (strictly && ladder[rung] === ladder[than]) ? [{ rung: than, than: rung, fault: "later" }] : [],
    ),
    ...atLeastOne.flatMap((rung): readonly LadderFault[] => (ladder[rung] < 1 ? [{ rung, than: rung, fault: "least" }] : [])),
  ];
}
