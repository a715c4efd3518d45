// What the bot will send, what is on its way and what it did not send, as lines: alike messages of one moment stand together.
import type { Translate } from "../../locales/index.ts";
import type { Delivery } from "../notice/model.ts";
import type { Outlook } from "../notice/outlook.ts";
import { kindText, reasonText } from "./words.ts";

/** planned: will go out · under way: owed, on its way · failed: did not arrive · skipped: fell away. */
export type Fate = "planned" | "underWay" | "failed" | "skipped";

export interface Line {
  readonly fate: Fate;
  /** When it goes out; null for what does not, and for what is on its way. */
  readonly at: Date | null;
  readonly kind: string;
  /** Why it goes out at another time or to somebody else, or not at all, in words. */
  readonly why: string | undefined;
  readonly people: readonly string[];
  /** In whose place somebody else gets it. */
  readonly inPlaceOf: readonly string[];
}

interface Single extends Omit<Line, "people" | "inPlaceOf"> {
  readonly personId: string;
  readonly inPlaceOf: string | null;
  readonly sortAt: Date;
}

const order: readonly Fate[] = ["planned", "underWay", "failed", "skipped"];

/** `single`: every message on a line of its own. What nobody is to read is left out: repaints of cards, answers to gestures. */
export function linesOf(t: Translate, ahead: readonly Outlook[], owed: readonly Delivery[], now: Date, single: boolean): readonly Line[] {
  const all = [...ahead.map((it) => foreseen(t, it)), ...owed.flatMap((it) => stored(t, it, now) ?? [])];
  all.sort((a, b) => order.indexOf(a.fate) - order.indexOf(b.fate) || a.sortAt.getTime() - b.sortAt.getTime() || compared(a, b));
  const groups = new Map<string, Single[]>();
  for (const [n, it] of all.entries()) {
    const name = single ? String(n) : JSON.stringify([it.fate, it.at, it.kind, it.why]);
    groups.set(name, [...(groups.get(name) ?? []), it]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const inPlaceOf = group.flatMap((it) => it.inPlaceOf ?? []);
    return first ? [{ ...first, people: [...new Set(group.map(({ personId }) => personId))], inPlaceOf: [...new Set(inPlaceOf)] }] : [];
  });
}

/** Rows come in no order of their own; pages need one. */
const compared = (a: Single, b: Single): number => {
  const [one, other] = [`${a.kind} ${a.personId}`, `${b.kind} ${b.personId}`];
  return one < other ? -1 : one > other ? 1 : 0;
};

function foreseen(t: Translate, { kind, at, personId, inPlaceOf, moved, skip }: Outlook): Single {
  const common = { kind: kindText(t, kind), personId, inPlaceOf, sortAt: at };
  if (skip !== null) return { ...common, fate: "skipped", at: null, why: reasonText(t, skip) };
  return { ...common, fate: "planned", at, why: moved === null ? undefined : t("outbox.moved", { moved }) };
}

function stored(t: Translate, it: Delivery, now: Date): Single | undefined {
  const { personId, mode, state, reason, notBefore, createdAt } = it;
  if (personId === null || mode !== "post" || it.kind === "answer" || state === "sent") return undefined;
  const common = { kind: kindText(t, it.kind), personId, inPlaceOf: it.args["inPlaceOf"] ?? null, sortAt: notBefore ?? createdAt };
  if (state === "failed" || state === "skipped") return { ...common, fate: state, at: null, why: reasonText(t, reason) };
  if (notBefore !== null && notBefore > now) return { ...common, fate: "planned", at: notBefore, why: t("outbox.moved", { moved: "quiet" }) };
  return { ...common, fate: "underWay", at: null, why: state === "uncertain" ? t("outbox.uncertain") : undefined };
}
