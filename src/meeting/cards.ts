// What the office and the delegates see of a meeting: drafts with hints, the invited meeting, the agenda, the list.
import { type Button, type Card, card, type Fact } from "../card.ts";
import { byPosition, type Member, organisationName, type Reader } from "../reader.ts";
import { meetingEnd, meetingName } from "../rsvp/parts.ts";
import type { ItemLines } from "../speaker/agenda.ts";
import { followUpButton, followUpFact, followUpRows } from "../task/agenda.ts";
import { clockOf, dayOf, showClock, showDay, showSpan } from "../time.ts";
import { type Wish, wish } from "../wish.ts";
import { agreed, answerOf, canBeAsked, type Group, hasBegun, silentGroups } from "./consult.ts";
import type { Hint } from "./dates.ts";
import type { AgendaItem, ConsentAnswer, Meeting } from "./model.ts";
import { timed } from "./rules.ts";

export type AnyHint = Hint | { readonly hint: "sameDay" };

/** Everything the office's card of a meeting shows. */
export interface Sight {
  readonly meeting: Meeting;
  readonly agenda: readonly AgendaItem[];
  readonly hints: readonly AnyHint[];
  /** The council groups; empty where nobody is to be asked. */
  readonly groups: readonly Group[];
  /** How many seats have an answer, of how many. */
  readonly answered: { readonly n: number; readonly seats: number };
  /** Guests without a seat, each with their items; they count nowhere. */
  readonly guests: readonly string[];
  /** Unfinished tasks, with which the meeting begins. */
  readonly followUps: number;
}

export function press(reader: Reader, meeting: Meeting, label: string, it: Wish, style?: "primary" | "danger"): Button {
  return { label, hears: reader.t("button.hears", { label, meeting: meetingName(reader, meeting) }).slice(0, 75), wish: it, ...(style ? { style } : {}) };
}

export const cancelButton = ({ t }: Reader): Button => ({ label: t("label.cancel"), wish: wish("step.cancel") });
export const openButton = (reader: Reader, meeting: Meeting): Button =>
  press(reader, meeting, reader.t("meeting.label.open"), wish("meeting.open", { meeting: meeting.id }));
export const repliesButton = (reader: Reader, meeting: Meeting): Button =>
  press(reader, meeting, reader.t("label.replies"), wish("reply.list", { meeting: meeting.id }));
export const listButton = ({ t }: Pick<Reader, "t">): Button => ({ label: t("do.meeting.list"), wish: wish("meeting.list") });

/** "14:00–17:55 Uhr, Rathaus Krefeld" */
export const spanAndPlace = (reader: Member, meeting: Meeting): string =>
  reader.t("meeting.span", { span: showSpan(meeting.start, meetingEnd(reader, meeting), reader.lang), place: meeting.place });

/** Names up to a number that a line can hold; the rest is counted. */
export function few({ t }: Pick<Reader, "t">, names: readonly string[], most = 5): string {
  const list = names.slice(0, most).join(", ");
  return names.length > most ? t("meeting.more", { list, n: names.length - most }) : list;
}

function hintText({ t, lang }: Reader, it: AnyHint): string {
  switch (it.hint) {
    case "afterDecidedDeadline":
      return t("meeting.hint.afterDecidedDeadline", { deadline: showDay(it.deadline, lang) });
    case "publicHoliday":
      return t("meeting.hint.publicHoliday", { name: it.name });
    case "schoolHoliday":
      return it.from === it.to
        ? t("meeting.hint.schoolDay", { name: it.name })
        : t("meeting.hint.schoolHoliday", { season: it.season, from: showDay(it.from, lang), to: showDay(it.to, lang) });
    case "notBeforeSummerBreak":
      return t("meeting.hint.notBeforeSummerBreak", { until: showDay(it.until, lang) });
    case "shortNotice":
      return t("meeting.hint.shortNotice", { days: it.days, usual: it.usual });
    case "weekend":
      return t("meeting.hint.weekend", { weekday: String(it.weekday) });
    case "calendarUnknown":
      return t("meeting.hint.calendarUnknown", { until: showDay(it.until, lang) });
    case "sameDay":
      return t("meeting.hint.sameDay");
  }
}

export const hintFacts = (reader: Reader, hints: readonly AnyHint[]): readonly Fact[] =>
  hints.map((hint) => ({ label: reader.t("fact.hint"), value: hintText(reader, hint) }));

export const placeFact = (reader: Member, meeting: Meeting): Fact => ({ label: reader.t("fact.timeAndPlace"), value: spanAndPlace(reader, meeting) });

export function deadlineFacts({ t, lang }: Reader, meeting: Meeting): readonly Fact[] {
  const day = (name: "invitationOn" | "replyBy" | "talksBy" | "questionsBy" | "documentsBy"): string => showDay(meeting[name], lang);
  const together = meeting.talksBy === meeting.questionsBy;
  const rest = { talks: day("talksBy"), documents: day("documentsBy") };
  return [
    { label: t("meeting.draft.invitation"), value: t("meeting.draft.invitationValue", { invitation: day("invitationOn"), reply: day("replyBy") }) },
    together
      ? { label: t("meeting.draft.talksAndQuestions"), value: t("meeting.draft.talksAndQuestionsValue", rest) }
      : { label: t("meeting.draft.talks"), value: t("meeting.draft.talksValue", { ...rest, questions: day("questionsBy") }) },
  ];
}

/** How far the consultation is: the count, then who has not agreed, by answer. */
function consultFacts(reader: Reader, groups: readonly Group[]): readonly Fact[] {
  const { t } = reader;
  if (groups.length === 0) return [];
  if (!hasBegun(groups)) return [{ label: t("consult.fact"), value: t("consult.notBegun", { n: groups.length }) }];
  const named = (label: string, those: readonly Group[]): Fact[] =>
    those.length > 0
      ? [
          {
            label,
            value: few(
              reader,
              those.map(({ organisation }) => organisationName(reader, organisation)),
            ),
          },
        ]
      : [];
  const answering = (answer: ConsentAnswer): readonly Group[] => groups.filter((it) => it.consent !== undefined && answerOf(it) === answer);
  return [
    { label: t("consult.fact"), value: t("consult.count", { yes: agreed(groups).length, n: groups.length }) },
    ...named(t("consult.silent"), answering("none")),
    ...named(t("consult.unclear"), answering("unclear")),
    ...named(t("consult.no"), answering("no")),
    ...named(
      t("consult.unreachable"),
      groups.filter((it) => it.consent === undefined && !canBeAsked(it)),
    ),
  ];
}

/** The follow-up list stands before the first item, without number and minutes; `below` are the talks of an item. */
export function agendaRows(reader: Member, meeting: Meeting, agenda: readonly AgendaItem[], followUps: number, below: ItemLines = {}): readonly string[] {
  const { t, lang, alliance } = reader;
  const rows = timed(meeting, agenda, alliance.zone).flatMap(({ item, at }) => {
    const title = lang === "de" ? item.titleDe : item.titleEn;
    const row = item.number ? t("meeting.agenda.row", { number: item.number, clock: at, title }) : t("meeting.agenda.plainRow", { clock: at, title });
    return [row, ...(below[item.key] ?? [])];
  });
  return [...followUpRows(reader, followUps), ...rows];
}

const guestFact = ({ t }: Reader, { guests }: Sight): readonly Fact[] => (guests.length > 0 ? [{ label: t("guest.fact"), value: few({ t }, guests, 8) }] : []);

/** A meeting for the office, whatever its state. */
export function officeCard(reader: Member, sight: Sight): Card {
  if (sight.meeting.state === "draft") return draftCard(reader, sight);
  return sight.meeting.state === "invited" ? invitedCard(reader, sight) : goneCard(reader, sight.meeting);
}

function draftCard(reader: Member, sight: Sight): Card {
  const { t } = reader;
  const { meeting, agenda, groups, hints } = sight;
  const consulting = groups.length > 0;
  const begun = hasBegun(groups);
  const name = consulting ? (begun ? "meeting.draft.consult" : "meeting.draft.beforeConsult") : hints.length > 0 ? "meeting.draft.warnings" : "meeting.draft";
  const missing = begun && agreed(groups).length < groups.length;
  const sentences = [
    missing ? t("meeting.draft.reasonPossible") : begun ? "" : t("meeting.draft.nobodyTold"),
    hints.length > 0 ? t("meeting.draft.youDecide") : "",
  ];
  const args = { meeting: meeting.id };
  const prepare = press(reader, meeting, t("do.meeting.invite"), wish("meeting.invite", args));
  const change = press(reader, meeting, t("label.change"), wish("meeting.change", args));
  const remove = press(reader, meeting, t("meeting.label.delete"), wish("meeting.delete", args));
  const middle = !consulting ? press(reader, meeting, t("label.agenda"), wish("meeting.agenda", args)) : remindButton(reader, sight);
  return card(name, t("meeting.draft.title", { meeting: meetingName(reader, meeting) }), {
    facts: [
      placeFact(reader, meeting),
      { label: t("label.agenda"), value: t("meeting.draft.agenda", { n: agenda.length, kind: meeting.kind }) },
      followUpFact(reader, sight.followUps),
      ...guestFact(reader, sight),
      ...consultFacts(reader, groups),
      ...deadlineFacts(reader, meeting),
      ...hintFacts(reader, hints),
    ],
    text: sentences.filter((sentence) => sentence !== "").join(" "),
    buttons: consulting
      ? begun
        ? [prepare, middle, change, remove]
        : [press(reader, meeting, t("do.meeting.consult"), wish("meeting.consult", args)), prepare, change, remove]
      : [prepare, change, middle, remove],
  });
}

/** Only who was asked and can be reached is reminded; a button for nobody is not shown. */
function remindButton(reader: Member, { meeting, groups }: Sight): Button | undefined {
  const { t } = reader;
  const silent = silentGroups(groups).filter(canBeAsked);
  const [only] = silent;
  if (only === undefined) return undefined;
  const names = [organisationName(reader, only.organisation), ...only.organisation.aliases].map((name) => t("consult.remindOne", { name }));
  const label = silent.length > 1 ? undefined : names.find((it) => it.length <= 28);
  return press(reader, meeting, label ?? t("consult.remindMany", { n: silent.length }), wish("meeting.consult", { meeting: meeting.id, remind: "1" }));
}

function invitedCard(reader: Member, sight: Sight): Card {
  const { meeting, groups, answered } = sight;
  const { t, lang, now, alliance } = reader;
  const held = meeting.endsAt <= now;
  const args = { meeting: meeting.id };
  const invitedOn = meeting.invitedAt ? showDay(dayOf(meeting.invitedAt, alliance.zone), lang) : "–";
  return card(held ? "meeting.held" : "meeting.invited", meetingName(reader, meeting), {
    facts: [
      placeFact(reader, meeting),
      { label: t("fact.state"), value: held ? t("meeting.state", { state: "held" }) : t("meeting.invited.on", { day: invitedOn }) },
      { label: t("label.replies"), value: t("meeting.invited.replies", answered) },
      followUpFact(reader, sight.followUps),
      ...guestFact(reader, sight),
      ...(meeting.consultReason === null ? [] : [...consultFacts(reader, groups), { label: t("consult.reason"), value: meeting.consultReason }]),
    ],
    buttons: held
      ? [repliesButton(reader, meeting), listButton(reader)]
      : [
          repliesButton(reader, meeting),
          meeting.startsAt > now ? press(reader, meeting, t("do.meeting.invite"), wish("meeting.invite", args)) : undefined,
          meeting.startsAt > now ? press(reader, meeting, t("label.change"), wish("meeting.change", args)) : undefined,
          meeting.startsAt > now ? press(reader, meeting, t("do.meeting.cancel"), wish("meeting.cancel", args)) : undefined,
        ],
  });
}

/** A cancelled meeting, for whoever asks, or for everybody in a channel. */
export function goneCard(reader: Member, meeting: Meeting, to: "one" | "everybody" = "one"): Card {
  const { t } = reader;
  return card("meeting.gone", t("meeting.gone.title", { meeting: meetingName(reader, meeting) }), {
    facts: [meeting.cancelNote ? { label: t("meeting.gone.note"), value: meeting.cancelNote } : undefined],
    text: t("meeting.gone.text", { kind: meeting.kind }),
    buttons: [to === "everybody" ? { label: t("do.help.show"), wish: wish("help.show") } : listButton(reader)],
  });
}

export function agendaCard(reader: Member, meeting: Meeting, agenda: readonly AgendaItem[], changed: boolean, followUps: number, below: ItemLines): Card {
  const { t, lang, alliance } = reader;
  return card("meeting.agenda", t("meeting.agenda.title", { meeting: meetingName(reader, meeting) }), {
    rows: [
      ...agendaRows(reader, meeting, [...agenda].sort(byPosition), followUps, below),
      t("meeting.agenda.ends", { clock: showClock(clockOf(meeting.endsAt, alliance.zone), lang) }),
    ],
    text: changed && meeting.state === "invited" ? t("meeting.agenda.notice") : undefined,
    buttons: [
      press(reader, meeting, t("meeting.label.minutes"), wish("meeting.agenda", { meeting: meeting.id })),
      ...followUpButton(reader, followUps),
      openButton(reader, meeting),
    ],
  });
}
