// A storm of 429: one workspace of Slack refuses calls and names a time to wait, while others and Teams have messages too.
import type { Post } from "./post.ts";
import { type Call, remember } from "./slack-double.ts";

/** A call that was on its way when the workspace asked for its pause, milliseconds. */
const underway = 1000;

export interface Storm {
  /** Of each workspace. */
  readonly messages: number;
  /** Every so many-eth call of the stormy workspace is refused; 0: none. */
  readonly every: number;
  /** Seconds to wait, as the workspace names them, in turn. */
  readonly after: readonly number[];
}

interface Weather {
  /** Refused calls. */
  readonly refused: number;
  /** Calls that came although the pause had long begun. */
  readonly early: number;
  /** Messages that arrived twice. */
  readonly doubled: number;
  /** Milliseconds from the beginning until each message of a workspace arrived, in their order. */
  readonly arrived: Readonly<Record<string, readonly number[]>>;
}

export const stormy = "T1";
export const calm = "T2";
export const tenant = "M1";

/** Owes the same number of messages in every workspace and waits until all have ended. */
export async function storm(post: Post, { messages, every, after }: Storm, patience = 30_000): Promise<Weather> {
  const begun = Date.now();
  const arrived: Record<string, number[]> = { [stormy]: [], [calm]: [], [tenant]: [] };
  const texts: string[] = [];
  let [calls, refused, early, saidAt, until] = [0, 0, 0, 0, 0];
  const workspaceOf = ({ token = "" }: Call) => token.replace("Bearer ", "");
  remember(post.slack, {
    first(call) {
      const workspace = workspaceOf(call);
      const now = Date.now();
      if (workspace === stormy) {
        if (now < until && now > saidAt + underway) early++;
        if (every > 0 && ++calls % every === 0) {
          const seconds = after[refused++ % after.length] ?? 1;
          // The client adds nothing to what it was told; a timer may be a moment early.
          [saidAt, until] = [now < until ? saidAt : now, Math.max(until, now + seconds * 1000 - 20)];
          return { status: 429, retryAfter: seconds };
        }
      }
      arrived[workspace]?.push(now - begun);
      texts.push(call.args["text"] ?? "");
      return undefined;
    },
  });
  post.teams.replies(async ({ what }) => {
    if (what.endsWith("/activities")) arrived[tenant]?.push(Date.now() - begun);
    return undefined;
  });
  const keys = Array.from({ length: messages }, (_, n) => `${begun}:${n}`);
  for (const workspace of [stormy, calm, tenant])
    await post.owe(
      workspace,
      keys.map((key, n) => ({ key: `${workspace}:${key}`, personId: `${workspace}-p${n}` })),
    );
  await post.settled(patience);
  return { refused, early, doubled: texts.length - new Set(texts).size, arrived };
}

/** Milliseconds until the last message of a workspace arrived. */
export const lastOf = ({ arrived }: Weather, workspace: string): number => Math.max(0, ...(arrived[workspace] ?? []));
