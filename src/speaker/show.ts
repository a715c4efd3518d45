// The programme for everybody: who speaks when, once it is released; and who speaks now.
import { id, optional } from "../args.ts";
import { type Button, type Card, card } from "../card.ts";
import { command, isAmongAll, type Known } from "../command.ts";
import { act, clip } from "../help/pieces.ts";
import type { OpenComposer } from "../notice/composer.ts";
import { show } from "../outcome.ts";
import type { Member } from "../reader.ts";
import type { Organisation } from "../roster/model.ts";
import { calendarButton, meetingFact } from "../rsvp/parts.ts";
import { clockOf, dayOf, showClock, showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { isPublic } from "./capacity.ts";
import { programmeDay, registerButton } from "./cards.ts";
import { lineHeld } from "./held.ts";
import { type Line, lineOf, programmeMatter } from "./line.ts";
import type { Talk } from "./model.ts";
import { canStepBack, upNext } from "./programme.ts";
import { looks } from "./register.ts";
import { byPlace, nameOf, programmeRow } from "./rows.ts";

/** The speakers' plan for a spreadsheet; nothing where the bot knows no public address. */
export function fileButton({ t, links, person }: Known, meeting: string): Button | undefined {
  const url = links.file("talks", { meeting, person: person.id });
  return url ? { label: t("label.asFile"), url } : undefined;
}

const showProgramme = command({
  who: "linked",
  opens: looks,
  opensNew: true,
  args: { meeting: optional(id()) },
  async run(context) {
    const line = await lineHeld(context);
    if ("outcome" in line) return line.outcome;
    const open = isAmongAll(context) ? ({ open: true } as const) : {};
    if (line.programme.edition === 0) return { show: noneYetCard(context, line, "open" in open), ...open };
    const organisations = await context.desk.find("Organisation", {});
    return { show: publicCard(context, line, organisations, "open" in open), ...open };
  },
});

function noneYetCard(context: Known, line: Line, channel: boolean): Card {
  const { t, may } = context;
  const day = programmeDay(context, line);
  return card("programme.none", t("programme.none.title"), {
    text: day ? t("programme.none.text", { day }) : t("programme.none.soon"),
    buttons: channel
      ? []
      : [may("talk.new") ? registerButton(context, line.meeting.id) : undefined, may("programme.draft") ? act(context, "programme.draft") : undefined],
  });
}

function publicCard(context: Known, line: Line, organisations: readonly Organisation[], channel: boolean): Card {
  const { t, lang, alliance, person } = context;
  const { programme, meeting, draft } = line;
  const rows = draft.talks
    .filter(isPublic)
    .sort(byPlace)
    .map((talk) => programmeRow(context, organisations, talk));
  const released = programme.releasedAt ? showDay(dayOf(programme.releasedAt, alliance.zone), lang) : "";
  return card("programme.public", clip(t("programme.title", { day: showDay(meeting.day, lang) }), 60), {
    facts: [{ label: t("fact.state"), value: t("programme.edition", { edition: String(programme.edition), day: released }) }],
    rows: rows.length > 0 ? rows : [t("programme.empty")],
    buttons: channel
      ? []
      : [calendarButton(context, meeting, person.id), fileButton(context, meeting.id), act(context, "meeting.show"), act(context, "programme.now")],
  });
}

/** Minutes left of the time that is equal for all; below zero they are minutes longer. */
function minutesLeft(talk: Pick<Talk, "minutes">, startedAt: Date | null, now: Date): number {
  return startedAt ? talk.minutes - Math.floor((now.getTime() - startedAt.getTime()) / 60_000) : talk.minutes;
}

/** "noch 4 von 10 Minuten", "10 von 10 Minuten, 2 Minuten länger" */
function timeWords({ t, now }: Pick<Member, "t" | "now">, talk: Talk, startedAt: Date | null): string {
  const left = minutesLeft(talk, startedAt, now);
  return left >= 0 ? t("programme.left", { left: String(left), minutes: talk.minutes }) : t("programme.over", { minutes: talk.minutes, over: -left });
}

const showNow = command({
  who: "linked",
  opens: looks,
  opensNew: true,
  args: { meeting: optional(id()) },
  async run(context) {
    const line = await lineHeld(context);
    if ("outcome" in line) return line.outcome;
    const organisations = await context.desk.find("Organisation", {});
    // Nobody reads of a draft among all.
    if (isAmongAll(context) && line.meeting.state === "invited")
      return { show: liveCard(context, line, organisations), open: true, matter: programmeMatter(line.meeting.id) };
    return show(context.may("programme.step") ? controlCard(context, line, organisations) : liveCard(context, line, organisations));
  },
});

function liveCard(context: Member, line: Line, organisations: readonly Organisation[]): Card {
  const { t, lang, now, alliance } = context;
  const { programme, draft, meeting } = line;
  const talk = draft.talks.find((it) => it.id === programme.currentId);
  const next = upNext(draft.talks, programme.currentId);
  if (!talk)
    return card("programme.live.none", t("programme.live.none"), {
      facts: [meetingFact(context, meeting), nextFact(context, organisations, next)],
    });
  const at = t("rsvp.when", { day: showDay(dayOf(now, alliance.zone), lang), span: showClock(clockOf(now, alliance.zone), lang) });
  return card("programme.live", clip(t("programme.live.title", { organisation: nameOf(context, organisations, talk) }), 60), {
    facts: [
      { label: t("talk.topic"), value: talk.title },
      { label: t("programme.time"), value: timeWords(context, talk, programme.startedAt) },
      nextFact(context, organisations, next),
      { label: t("fact.state"), value: at },
    ],
  });
}

/** K19.1 in a channel, as it is now. */
const live: OpenComposer = async (it) => {
  const { view, alliance, args } = it;
  const [meeting] = await view.find("Meeting", { id: args["meeting"] ?? "", state: "invited" });
  const line = meeting && (await lineOf(view, meeting, alliance.zone));
  return line ? liveCard(it, line, await view.find("Organisation", {})) : { skip: "gone" };
};

export const programmeBoards = { "programme.live": live } as const satisfies Readonly<Record<string, OpenComposer>>;

const nextFact = (reader: Pick<Member, "t" | "lang">, organisations: readonly Organisation[], next: Talk | undefined) =>
  next && { label: reader.t("programme.next"), value: reader.t("programme.nextOne", { organisation: nameOf(reader, organisations, next), title: next.title }) };

/** K19.2: for the office and the chair, in their direct chat. */
export function controlCard(context: Known, line: Line, organisations: readonly Organisation[]): Card {
  const { t } = context;
  const { programme, draft, meeting } = line;
  const all = draft.talks.filter(isPublic);
  const talk = all.find((it) => it.id === programme.currentId);
  const done = all.filter(({ state }) => state === "held" || state === "missed").length;
  const next = upNext(all, programme.currentId);
  const step = (what: string, label: string) => ({
    label,
    wish: { command: "programme.step", args: { meeting: meeting.id, what, current: programme.currentId ?? "none" } } as const,
  });
  const started = talk !== undefined;
  const over = !started && done > 0 && !next;
  return card(
    over ? "programme.live.done" : "programme.live.control",
    over ? t("programme.control.done") : t("programme.control.title", { n: String(Math.min(done + 1, all.length)), all: String(all.length) }),
    {
      facts: [
        talk && {
          label: t("programme.current"),
          value: t("programme.currentOne", { organisation: nameOf(context, organisations, talk), time: timeWords(context, talk, programme.startedAt) }),
        },
        nextFact(context, organisations, next),
      ],
      text: all.length === 0 ? t("programme.control.empty") : undefined,
      buttons: started
        ? [
            step("held", t("programme.do.held")),
            step("later", t("programme.do.later")),
            step("missed", t("programme.do.missed")),
            step("back", t("programme.do.back")),
          ]
        : [
            next ? step("begin", t("programme.do.begin")) : undefined,
            canStepBack(programme) ? step("back", t("programme.do.back")) : undefined,
            all.length === 0 && context.may("programme.draft")
              ? { label: t("programme.do.draft"), wish: wish("programme.draft", { meeting: meeting.id }) }
              : undefined,
            act(context, "programme.show"),
          ],
    },
  );
}

export const showCommands = { "programme.show": showProgramme, "programme.now": showNow };
