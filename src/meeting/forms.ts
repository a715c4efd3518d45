// The forms of the meeting commands: what is asked, and what is filled in beforehand.
import type { Field, Form } from "../form.ts";
import type { Member } from "../reader.ts";
import { type Clock, type Day, showDay } from "../time.ts";
import { wish } from "../wish.ts";
import type { AgendaItem, Meeting, MeetingKind } from "./model.ts";
import { type Deadlines, deadlineNames } from "./rules.ts";

/** Places people meet at have no longer names; a button's value must hold one. */
export const longestPlace = 120;
export const longestNote = 300;
export const longestReason = 300;
/** More items than any agenda of ours; each is an argument of the command. */
export const mostItems = 12;

interface Known {
  readonly kind?: MeetingKind | undefined;
  readonly day?: Day | undefined;
  readonly start?: Clock | undefined;
  readonly place?: string | undefined;
}

const dayField = ({ t }: Member, day: Day | undefined): Field => ({
  name: "day",
  label: t("meeting.new.day"),
  required: true,
  kind: { type: "day" },
  ...(day ? { initial: day } : {}),
});
const startField = ({ t }: Member, start: string): Field => ({
  name: "start",
  label: t("meeting.new.start"),
  hint: t("meeting.new.startHint"),
  required: true,
  kind: { type: "clock" },
  initial: start,
});
const placeField = ({ t }: Member, place: string): Field => ({
  name: "place",
  label: t("meeting.new.place"),
  required: true,
  kind: { type: "text", max: longestPlace },
  initial: place,
});

export function newForm(reader: Member, known: Known): Form {
  const { t, alliance } = reader;
  const kinds = (["regular", "workshop"] as const).map((kind) => ({ value: kind, label: t("meeting.kind", { kind }) }));
  return {
    name: "meeting.form",
    title: t("do.meeting.new"),
    submit: t("meeting.label.createDraft"),
    cancel: t("label.cancel"),
    wish: wish("meeting.new"),
    fields: [
      { name: "kind", label: t("meeting.new.kind"), required: true, kind: { type: "one", options: kinds }, initial: known.kind ?? "regular" },
      dayField(reader, known.day),
      startField(reader, known.start ?? alliance.usualStart),
      placeField(reader, known.place ?? alliance.usualPlace),
    ],
  };
}

export function changeForm(reader: Member, meeting: Meeting): Form {
  const { t } = reader;
  return {
    name: "meeting.change.form",
    title: t("meeting.change.form"),
    submit: t("meeting.change.submit"),
    cancel: t("label.cancel"),
    wish: wish("meeting.change", { meeting: meeting.id, part: "when" }),
    fields: [dayField(reader, meeting.day), startField(reader, meeting.start), placeField(reader, meeting.place)],
  };
}

/** Once people are invited, the day of the invitation is no longer asked. */
export const deadlinesAsked = (meeting: Pick<Meeting, "state">): readonly (keyof Deadlines)[] =>
  deadlineNames.filter((name) => name !== "invitationOn" || meeting.state === "draft");

export function deadlinesForm(reader: Member, meeting: Meeting): Form {
  const { t } = reader;
  return {
    name: "meeting.deadlines.form",
    title: t("meeting.deadlines.form"),
    note: t("meeting.deadlines.formNote"),
    submit: t("label.save"),
    cancel: t("label.cancel"),
    wish: wish("meeting.deadlines", { meeting: meeting.id }),
    fields: deadlinesAsked(meeting).map((name) => ({
      name,
      label: t(`meeting.deadlines.${name}`),
      required: true,
      kind: { type: "day" },
      initial: meeting[name],
    })),
  };
}

export const minutesName = (item: Pick<AgendaItem, "position">): string => `m${item.position}`;

export function agendaForm(reader: Member, meeting: Meeting, agenda: readonly AgendaItem[]): Form {
  const { t, lang } = reader;
  return {
    name: "meeting.agenda.form",
    title: t("meeting.agenda.form"),
    note: t("meeting.agenda.formNote"),
    submit: t("label.save"),
    cancel: t("label.cancel"),
    wish: wish("meeting.agenda", { meeting: meeting.id }),
    fields: agenda.slice(0, mostItems).map((item) => ({
      name: minutesName(item),
      label: [item.number, lang === "de" ? item.titleDe : item.titleEn].filter((part) => part !== "").join(" · "),
      required: true,
      kind: { type: "number", min: 1, max: 480 },
      initial: String(item.minutes),
    })),
  };
}

export function reasonForm(reader: Member, meeting: Meeting, state: string): Form {
  const { t } = reader;
  return {
    name: "meeting.consult.override",
    title: t("consult.override"),
    note: t("consult.overrideNote", { state }),
    submit: t("consult.overrideSubmit"),
    cancel: t("label.cancel"),
    wish: wish("meeting.invite", { meeting: meeting.id }),
    fields: [
      {
        name: "reason",
        label: t("consult.reason"),
        hint: t("consult.overrideHint"),
        required: true,
        kind: { type: "text", max: longestReason, lines: "many" },
      },
    ],
  };
}

/** Stands inside the preview: the note is optional, sending the form is the confirmation. */
export function cancelForm(reader: Member, meeting: Meeting, told: number): Form {
  const { t } = reader;
  return {
    name: "meeting.cancel.form",
    title: t("meeting.cancel.form"),
    note: t("meeting.cancel.title", { meeting: t("meeting.on", { kind: meeting.kind, day: showDay(meeting.day, reader.lang) }) }),
    submit: t("meeting.cancel.submit", { n: told }),
    cancel: t("label.cancel"),
    wish: wish("meeting.cancelNow", { meeting: meeting.id, sequence: String(meeting.sequence) }),
    fields: [
      {
        name: "note",
        label: t("meeting.cancel.note"),
        hint: t("meeting.cancel.noteHint"),
        required: false,
        kind: { type: "text", max: longestNote, lines: "many" },
      },
    ],
  };
}
