// The parts that cards about talks share: state in words, times, what is still missing.
import type { Fact } from "../card.ts";
import type { Meeting } from "../meeting/model.ts";
import type { Member } from "../reader.ts";
import { type Day, showClock, showDay } from "../time.ts";
import { isInProgramme, waitingPlace } from "./capacity.ts";
import type { Line } from "./line.ts";
import type { Talk } from "./model.ts";

/** What whoever speaks still owes; asked for until the deadline for documents. */
export type Owing = "confirmation" | "slides" | "link";

/** Owed only once the talk is in the programme: before that, nobody has to prepare anything. */
export function owingOf(talk: Talk): readonly Owing[] {
  if (!isInProgramme(talk)) return [];
  return [
    ...(talk.state === "programmed" ? (["confirmation"] as const) : []),
    ...(talk.slides === null ? (["slides"] as const) : []),
    ...(talk.slides === "yes" && !talk.link ? (["link"] as const) : []),
  ];
}

export const owingWords = ({ t }: Pick<Member, "t">, owing: readonly Owing[]): string => owing.map((it) => t(`talk.owing.${it}`)).join(", ");

export const titleFact = ({ t }: Pick<Member, "t">, { title }: Pick<Talk, "title">): Fact => ({ label: t("talk.title"), value: title });

/** "Mi, 07.10.2026, etwa 14:50 Uhr, 10 Minuten" */
export function whenWords({ t, lang }: Pick<Member, "t" | "lang">, meeting: Pick<Meeting, "day">, talk: Pick<Talk, "start" | "minutes">): string {
  return t("talk.when", { day: showDay(meeting.day, lang), at: talk.start ? showClock(talk.start, lang) : "", minutes: talk.minutes });
}

/** The state in words, with the place on the waiting list or the start. */
export function stateWords(reader: Pick<Member, "t" | "lang">, talk: Talk, line: Pick<Line, "draft" | "programme">): string {
  const { t, lang } = reader;
  if (talk.state === "waiting") {
    const place = String(waitingPlace(line.draft.talks, talk.id) ?? 1);
    return talk.late ? t("talk.state.late") : t("talk.state.waiting", { place, provisional: line.programme.edition === 0 ? "yes" : "no" });
  }
  if (isInProgramme(talk))
    return t("talk.state.programmed", { confirmed: talk.state === "confirmed" ? "yes" : "no", at: talk.start ? showClock(talk.start, lang) : "" });
  return t("talk.state.other", { state: talk.state });
}

/** The last day on which whoever speaks changes title and needs by themselves. */
export const frozenAfter = ({ documentsBy }: Pick<Meeting, "documentsBy">): Day => documentsBy;
