// How many questions a seat has left, without any row that says which questions were its own.
import type { Known } from "../command.ts";
import type { Token } from "./model.ts";

/** Tokens that are looked for: a limit that has become smaller does not forget what was asked under the larger one. */
const mostTokens = 20;

/** The tokens of a seat, each under a keyed hash: without the installation's secret nobody can tell whose they are. */
const tokensOf = ({ seal, alliance }: Pick<Known, "seal" | "alliance">, meetingId: string, seatId: string, n: number): readonly Token[] =>
  Array.from({ length: n }, (_, index) => ({ hash: seal(`question ${meetingId} ${seatId} ${index + 1}`), allianceId: alliance.id, meetingId }));

/** Tokens used up and still left. Named and unnamed questions use them alike, so that what is missing says nothing about either. */
export async function tokensLeft(
  context: Known,
  meetingId: string,
  seatId: string,
  perSeat: number,
): Promise<{ readonly used: readonly Token[]; readonly left: readonly Token[] }> {
  const all = tokensOf(context, meetingId, seatId, Math.max(perSeat, mostTokens));
  const found = new Set((await context.desk.find("Token", { hash: all.map(({ hash }) => hash) })).map(({ hash }) => hash));
  const used = all.filter(({ hash }) => found.has(hash));
  const free = all.filter(({ hash }) => !found.has(hash));
  return { used, left: free.slice(0, Math.max(0, perSeat - used.length)) };
}

/**
 * Uses up a token. All of the meeting are written anew, in the order of their hashes: the database's own columns tell which rows were written together,
 * and would else lead from a question without a name to the one token that came with it.
 */
export async function useUp({ desk }: Pick<Known, "desk">, token: Token): Promise<void> {
  const all = [...(await desk.find("Token", { meetingId: token.meetingId })), token];
  for (const it of all.sort((a, b) => (a.hash < b.hash ? -1 : 1))) desk.put("Token", it);
}
