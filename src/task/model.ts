// What was agreed: tasks with somebody in charge and a date, and the measures that serve the alliance's objectives.
import type { Day } from "../time.ts";

/**
 * open: offered, nobody has taken it · accepted, inProgress, blocked: somebody is in charge · reported: said to be done, the office has not confirmed ·
 * confirmed: done · rejected: nobody wants it, the office finds somebody else · closed: ended by the office without being done.
 */
export type TaskState = "open" | "accepted" | "inProgress" | "blocked" | "reported" | "confirmed" | "rejected" | "closed";

/** A task belongs to the alliance, never to whoever typed it; its history stands in `Trail`. */
export interface Task {
  readonly id: string;
  readonly allianceId: string;
  /** Shown as A-3; counted within the alliance. */
  readonly number: number;
  readonly title: string;
  /** Who leads (federführend); a task for an organisation goes to all its members. */
  readonly organisationId: string;
  /** Who is in charge: named by the office, or the first to accept; null while nobody is. */
  readonly personId: string | null;
  /** Ids of the other organisations involved (D9). */
  readonly involved: readonly string[];
  readonly due: Day;
  readonly objectiveId: string | null;
  /** Where it was agreed: a meeting, and the key of its agenda item. */
  readonly meetingId: string | null;
  readonly item: string | null;
  /** The question (F-7) it answers. */
  readonly question: string | null;
  readonly note: string | null;
  readonly state: TaskState;
  /** 0 to 100, as whoever is in charge reported last. */
  readonly percent: number | null;
  /** The note that came with the last report. */
  readonly standing: string | null;
  /** Why it takes longer (Verzögerungsgrund); never anything about a person. */
  readonly delay: string | null;
  /** The note of completion (Erledigungsvermerk). */
  readonly outcome: string | null;
  /** What the office said when it reopened the task or kept its date. */
  readonly hint: string | null;
  /** More time asked for and not decided yet. */
  readonly askedDue: Day | null;
  readonly askedById: string | null;
  /** Offered to somebody else, who has not answered; the task stays where it is until then. */
  readonly offeredToId: string | null;
  readonly offeredById: string | null;
  readonly createdAt: Date;
  readonly acceptedAt: Date | null;
  readonly reportedAt: Date | null;
  readonly confirmedAt: Date | null;
}

/** What the alliance does about its objectives, wider than a task (D10). */
export interface Measure {
  readonly id: string;
  readonly allianceId: string;
  readonly title: string;
  readonly objectives: readonly string[];
  readonly organisations: readonly string[];
  readonly state: "running" | "ended";
  readonly createdAt: Date;
}
