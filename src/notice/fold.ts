// Several messages about tasks for one person on one day become one.
import type { Day } from "../time.ts";
import type { Notice } from "./notice.ts";

/**
 * `all` go out, each on the day `sentOn` gives. In place of several, or of one whose own day is over, stands one message (K32.3), whose key
 * follows from theirs; they themselves are skipped as folded, so that none of them can come again.
 */
export function fold(all: readonly Notice[], sentOn: (notice: Notice) => Day): readonly Notice[] {
  const groups = new Map<string, Notice[]>();
  for (const notice of all) {
    const name = notice.tasks.length === 0 ? notice.key : `${notice.personId} ${sentOn(notice)}`;
    groups.set(name, [...(groups.get(name) ?? []), notice]);
  }
  return [...groups.values()].flatMap((group) => foldGroup(group, sentOn));
}

function foldGroup(group: readonly Notice[], sentOn: (notice: Notice) => Day): readonly Notice[] {
  const [first] = [...group].sort((a, b) => (a.key < b.key ? -1 : 1));
  const last = [...group].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime()).at(-1);
  const tasks = [...new Set(group.flatMap((notice) => notice.tasks))];
  if (!first || !last || tasks.length === 0) return group;
  const overdue = group.some((notice) => notice.late === "fold" && notice.about !== null && notice.about < sentOn(notice));
  // One task, about which the last word says it all.
  if (tasks.length === 1 && (!overdue || last.late !== "fold")) return group.map((notice) => (notice === last ? notice : folded(notice)));
  const resting = [...new Set(group.flatMap((notice) => notice.inPlaceOf ?? []))];
  const digest: Notice = {
    ...last,
    key: `task.digest.person:${first.key}`,
    kind: "task.digest.person",
    matter: null,
    args: { tasks: tasks.join(","), ...(resting.length > 0 ? { inPlaceOf: resting.join(",") } : {}) },
    tasks,
    usefulUntil: latest(group),
  };
  return [digest, ...group.map(folded)];
}

const folded = (notice: Notice): Notice => ({ ...notice, skip: "folded" });

/** As long as one of them is of use. */
const latest = (group: readonly Notice[]): Date | null =>
  group.some(({ usefulUntil }) => usefulUntil === null) ? null : new Date(Math.max(...group.map(({ usefulUntil }) => usefulUntil?.getTime() ?? 0)));
