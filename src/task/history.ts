// The history of a task as people read it: who changed what and when, the newest first.

import { type Card, card } from "../card.ts";
import type { Known } from "../command.ts";
import type { Trail } from "../notice/model.ts";
import { nameIn, organisationName } from "../reader.ts";
import type { Organisation, Person } from "../roster/model.ts";
import { clockOf, dayOf, showClock, showDay } from "../time.ts";
import { openButton } from "./cards-new.ts";
import type { Task } from "./model.ts";
import { stateOf, taskCode } from "./parts.ts";
import { type Differences, differencesIn, linesOf } from "./trail.ts";

/** Lines a card holds; older ones are counted. */
const most = 15;

interface Named {
  readonly people: readonly Person[];
  readonly organisations: readonly Organisation[];
}

export async function historyCard(context: Known, task: Task): Promise<Card> {
  const { t, desk } = context;
  const lines = [...(await linesOf(desk, task))].reverse();
  const named = { people: await desk.find("Person", {}), organisations: await desk.find("Organisation", {}) };
  const rows = lines.slice(0, most).map((line) => rowOf(context, line, named));
  const left = lines.length - rows.length;
  return card("task.history", t("work.history.title", { task: taskCode(task) }), {
    facts: [{ label: t("work.what"), value: task.title }],
    rows: left > 0 ? [...rows, t("list.more", { n: left })] : rows,
    text: lines.length === 0 ? t("work.history.empty") : undefined,
    buttons: [openButton(context, task)],
  });
}

function rowOf(context: Known, line: Trail, named: Named): string {
  const { t, lang, alliance } = context;
  const at = t("work.history.at", { day: showDay(dayOf(line.at, alliance.zone), lang), clock: showClock(clockOf(line.at, alliance.zone), lang) });
  const what = t("work.history.what", { what: line.what.replace(/^task\./, "") });
  const after = differencesIn(line.after);
  const details = [...detailsOf(context, differencesIn(line.before), after, named), standOf(context, line.what, after)].filter((part) => part !== "");
  return t("work.history.row", { at, person: nameIn(context, named, line.actorId), what: [what, ...details].join(", ") });
}

/** What has changed by it, as far as its name does not say so. */
function detailsOf({ t, lang }: Known, before: Differences, after: Differences, named: Named): readonly string[] {
  const lead = named.organisations.find(({ id }) => id === after.organisationId);
  return [
    after.due && before.due ? t("work.history.due", { day: showDay(after.due, lang), before: showDay(before.due, lang) }) : "",
    after.askedDue ? t("work.history.asked", { day: showDay(after.askedDue, lang) }) : "",
    after.offeredToId ? t("work.history.to", { person: nameIn({ lang }, named, after.offeredToId) }) : "",
    lead && before.organisationId ? t("work.history.lead", { organisation: organisationName({ lang }, lead) }) : "",
  ];
}

/** Most names tell the state that follows; these do not. */
const telling = ["task.progress", "task.undoDone", "task.reopen"];

function standOf({ t }: Known, what: string, { state, percent }: Differences): string {
  if (!telling.includes(what)) return "";
  if (state) return stateOf({ t }, { state, percent: percent ?? null });
  return percent === undefined || percent === null ? "" : t("work.history.percent", { percent });
}
