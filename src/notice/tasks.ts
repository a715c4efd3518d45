// What the bot says by itself about tasks: to those in charge around the date, to the organisation that leads, to the office every week.
import { usualHourOn } from "../calendar.ts";
import type { Task } from "../task/model.ts";
import { taskMatter } from "../task/parts.ts";
import { active } from "../task/rules.ts";
import { addDays, type Day, dayOf, weekday } from "../time.ts";
import { type Notice, type NoticeState, noticeOf, type OpenTask, type Times } from "./notice.ts";
import { friday, remembered, steps } from "./plan.ts";

/** Still to be done, so that somebody is reminded. */
const isOpen = ({ state }: Task): boolean => active.includes(state);

/** Who is in charge, or while nobody is whoever could be. */
const charged = ({ members }: NoticeState, { personId, organisationId }: Task): readonly string[] => (personId === null ? members(organisationId) : [personId]);

const aboutTask = (task: Task): Pick<Notice, "args" | "matter" | "tasks"> => ({
  args: { task: task.id, due: task.due },
  matter: taskMatter(task.id),
  tasks: [task.id],
});

/** A new date makes new keys: what was said of the old one says nothing of the new. */
const nameOf = ({ id, due }: Task, personId: string): string => `${id}:${due}:${personId}`;

/** Whoever has just dealt with the task, or been told of it, needs no message that was planned before. */
const fresh = ({ zone }: Times, { touchedAt }: OpenTask, notice: Notice): Notice =>
  dayOf(notice.dueAt, zone) <= dayOf(touchedAt, zone) ? { ...notice, skip: "tooSoon" } : notice;

export const taskNotices = (times: Times, state: NoticeState): readonly Notice[] =>
  state.tasks
    .filter(({ task }) => isOpen(task))
    .flatMap((it) =>
      [...repeatFor(times, state, it), ...remindersFor(times, state, it), ...escalationFor(times, state, it)].map((one) => fresh(times, it, one)),
    );

/** A task from a meeting that was given before the meeting had ended, and that nobody has accepted. */
function repeatFor(times: Times, state: NoticeState, { task }: OpenTask): readonly Notice[] {
  const found = state.meetings.find(({ meeting }) => meeting.id === task.meetingId && meeting.state === "invited");
  if (!found || task.state !== "open" || dayOf(task.createdAt, times.zone) > found.meeting.day) return [];
  return charged(state, task).map((personId) =>
    noticeOf(
      times,
      steps["task.repeat"],
      { task, meeting: found.meeting },
      { key: `task.repeat:${task.id}:${found.meeting.day}:${personId}`, kind: "task.new", personId, ...aboutTask(task) },
    ),
  );
}

const reminders = ["task.first", "task.last", "task.due"] as const;

function remindersFor(times: Times, state: NoticeState, { task }: OpenTask): readonly Notice[] {
  return charged(state, task).flatMap((personId) =>
    reminders.map((step) => {
      const it = noticeOf(times, steps[step], task, { key: `${step}:${nameOf(task, personId)}`, kind: "task.remind.before", personId, ...aboutTask(task) });
      // What had to come earlier than the day says so.
      return step === "task.due" && dayOf(it.dueAt, times.zone) === task.due ? { ...it, kind: "task.remind.due" } : it;
    }),
  );
}

const escalationFor = (times: Times, { members }: NoticeState, { task }: OpenTask): readonly Notice[] =>
  members(task.organisationId).map((personId) =>
    noticeOf(times, steps["task.escalation"], task, {
      key: `task.escalation:${nameOf(task, personId)}`,
      kind: "task.escalation",
      personId,
      ...aboutTask(task),
    }),
  );

/** The first day on which a task stands in the office's digest; undefined where it does not. A day whose hour was over before the change is not made up for. */
function concernsOfficeFrom({ zone }: Times, { task, touchedAt }: OpenTask): Day | undefined {
  const day = dayOf(touchedAt, zone);
  const touched = touchedAt < usualHourOn(day, zone) ? day : addDays(day, 1);
  if (task.state === "reported" || (isOpen(task) && task.askedDue !== null)) return touched;
  const overdue = addDays(task.due, 1);
  return isOpen(task) ? (overdue > touched ? overdue : touched) : undefined;
}

/** The office's digest on every Friday until a day. */
export function digestsFor(times: Times, { tasks, organisers }: NoticeState, until: Day): readonly Notice[] {
  const [first] = tasks.flatMap((it) => concernsOfficeFrom(times, it) ?? []).sort();
  if (first === undefined) return [];
  const oldest = addDays(times.today, -remembered);
  const from = first > oldest ? first : oldest;
  const found: Notice[] = [];
  for (let on = addDays(from, (friday - weekday(from) + 7) % 7); on <= until; on = addDays(on, 7))
    for (const personId of organisers)
      found.push(
        noticeOf(times, steps["task.digest.office"], on, { key: `task.digest.office:${on}:${personId}`, kind: "task.digest.office", personId, args: { on } }),
      );
  return found;
}
