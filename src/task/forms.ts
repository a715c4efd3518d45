// The forms for a new task: what, who leads, until when, objective; and everything at once behind „Ändern“.
import type { Choice, Field, Form } from "../form.ts";
import { clip } from "../help/pieces.ts";
import type { Meeting } from "../meeting/model.ts";
import { byPosition, organisationName, type Reader } from "../reader.ts";
import type { Objective } from "../roster/model.ts";
import { meetingName } from "../rsvp/parts.ts";
import { wish } from "../wish.ts";
import { type Lead, leadName, leadsOf, type Possible, writeLead } from "./lead.ts";

export const longestTitle = 120;
export const longestNote = 300;
export const longestDue = 80;
/** Organisations beside the one that leads: what a card names and a button carries. */
export const mostInvolved = 10;
/** The choice of no meeting or no objective. */
export const none = "none";

/** What is known of the task so far; the form shows it again. */
export interface Wanted {
  readonly title?: string | undefined;
  readonly lead?: Lead | undefined;
  /** As it was written, or as the chosen day is read. */
  readonly until?: string | undefined;
  readonly objective?: string | undefined;
  readonly involved?: readonly string[] | undefined;
  readonly source?: string | undefined;
  readonly question?: string | undefined;
  readonly note?: string | undefined;
}

export interface Offered {
  readonly possible: Possible;
  readonly objectives: readonly Objective[];
  /** The likeliest first. */
  readonly meetings: readonly Meeting[];
}

const longestOption = 75;

/** An objective in few words: its short name in German, its English wording otherwise. */
export const objectiveName = ({ lang }: Pick<Reader, "lang">, { labelDe, textDe, textEn }: Objective): string =>
  clip(lang === "de" ? labelDe || textDe : textEn, longestOption);

/** The main objective first, then in the order of the resolution (D7). */
export const mainFirst = (objectives: readonly Objective[]): readonly Objective[] =>
  [...objectives].sort((a, b) => Number(b.main) - Number(a.main) || byPosition(a, b));

export const objectiveChoices = (reader: Pick<Reader, "lang">, objectives: readonly Objective[]): readonly Choice[] =>
  mainFirst(objectives).map((it) => ({ value: it.id, label: objectiveName(reader, it) }));

export const organisationChoices = (reader: Pick<Reader, "lang">, { organisations }: Pick<Possible, "organisations">): readonly Choice[] =>
  organisations.map((it) => ({ value: it.id, label: clip(organisationName(reader, it), longestOption) }));

const field = (name: string, label: string, kind: Field["kind"], more: Partial<Pick<Field, "hint" | "required" | "initial">> = {}): Field => ({
  name,
  label,
  kind,
  required: false,
  ...Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined && value !== "")),
});

const dueField = ({ t }: Reader, until: string | undefined): Field =>
  field(
    "until",
    t("task.form.due"),
    { type: "text", max: longestDue },
    { required: true, hint: t("task.form.due.hint"), ...(until ? { initial: until } : {}) },
  );

const common = ({ t }: Reader) => ({ submit: t("task.form.submit"), cancel: t("label.cancel") });

/** `carried` is everything said so far, so that the form opens again as it was; what is sent with it takes its place. */
export function newTaskForm(reader: Reader, wanted: Wanted, offered: Offered, carried: Readonly<Record<string, string>>): Form {
  return {
    name: "task.form",
    title: reader.t("task.form.title"),
    ...common(reader),
    wish: wish("task.new", carried),
    fields: firstFields(reader, wanted, offered),
  };
}

function firstFields(reader: Reader, wanted: Wanted, { possible, objectives }: Offered): readonly Field[] {
  const { t } = reader;
  const leads = leadsOf(possible).map((lead) => ({ value: writeLead(lead), label: clip(leadName(reader, lead), longestOption) }));
  const chosen = wanted.lead ? writeLead(wanted.lead) : "";
  const options = [...objectiveChoices(reader, objectives), { value: none, label: t("task.form.noObjective") }];
  return [
    field("title", t("task.form.what"), { type: "text", max: longestTitle }, { required: true, ...(wanted.title ? { initial: wanted.title } : {}) }),
    field("lead", t("task.form.lead"), { type: "one", options: leads }, { required: true, hint: t("task.form.lead.hint"), initial: chosen }),
    dueField(reader, wanted.until),
    field("objective", t("task.form.objective"), { type: "one", options }, { initial: wanted.objective ?? none }),
  ];
}

export function wholeTaskForm(reader: Reader, wanted: Wanted, offered: Offered, carried: Readonly<Record<string, string>>): Form {
  const { t } = reader;
  const meetings = [...offered.meetings.map((it) => ({ value: it.id, label: meetingName(reader, it) })), { value: none, label: t("task.form.noMeeting") }];
  return {
    name: "task.form.whole",
    title: t("task.form.title"),
    ...common(reader),
    wish: wish("task.new", carried),
    fields: [
      ...firstFields(reader, wanted, offered),
      field(
        "involved",
        t("task.form.involved"),
        { type: "many", options: organisationChoices(reader, offered.possible) },
        {
          hint: t("task.form.involved.hint", { n: mostInvolved }),
          initial: (wanted.involved ?? []).join(","),
        },
      ),
      field("source", t("task.form.source"), { type: "one", options: meetings }, { initial: wanted.source ?? none }),
      field("question", t("task.form.question"), { type: "text", max: 8 }, { hint: t("task.form.question.hint"), initial: wanted.question ?? "" }),
      field("note", t("task.form.note"), { type: "text", max: longestNote, lines: "many" }, { initial: wanted.note ?? "" }),
    ],
  };
}

/** Only the day; everything else stays as it was. */
export const dayForm = (reader: Reader, until: string | undefined, carried: Readonly<Record<string, string>>): Form => ({
  name: "task.form.day",
  title: reader.t("task.form.dayTitle"),
  ...common(reader),
  wish: wish("task.new", carried),
  fields: [dueField(reader, until)],
});
