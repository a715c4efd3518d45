// The office's draft of the programme: who is in, in which order, with how many minutes; nobody else sees it.
import { id, number, one, optional } from "../args.ts";
import { type Card, card, type Option } from "../card.ts";
import { command, type Known } from "../command.ts";
import { clip } from "../help/pieces.ts";
import { show } from "../outcome.ts";
import type { Organisation } from "../roster/model.ts";
import { showDay } from "../time.ts";
import { type Wish, wish } from "../wish.ts";
import { waitingList } from "./capacity.ts";
import { put } from "./change.ts";
import { lineHeld, talkHeld } from "./held.ts";
import { type Line, withTalks } from "./line.ts";
import type { Talk, TalkOrder } from "./model.ts";
import { owingOf, owingWords, stateWords } from "./parts.ts";
import { lineUp, minutesOf } from "./programme.ts";
import { holds } from "./register.ts";
import { nameOf } from "./show.ts";

const filters = ["all", "existing", "new", "owing", "late", "waiting"] as const;
type Filter = (typeof filters)[number];
const orders = ["rotation", "request", "balanced", "hand"] as const satisfies readonly TalkOrder[];
/** Lines on a page: few enough for a phone. */
const pageLength = 8;

const matches = (filter: Filter, talk: Talk): boolean => {
  if (filter === "all") return true;
  if (filter === "owing") return owingOf(talk).length > 0;
  if (filter === "late") return talk.late;
  if (filter === "waiting") return talk.state === "waiting";
  return talk.kind === filter;
};

const draftCommand = command({
  who: "organiser",
  opens: { meeting: "wanted", hold: "none" },
  args: { meeting: optional(id()), filter: optional(one(...filters)), page: optional(number(1, 999)) },
  async run(context, args) {
    const line = await lineHeld(context);
    return "outcome" in line ? line.outcome : show(await draftCard(context, line, args));
  },
});

interface View {
  readonly filter?: Filter | undefined;
  readonly page?: number | undefined;
}

export async function draftCard(context: Known, line: Line, { filter = "all", page: wanted = 1 }: View = {}): Promise<Card> {
  const { t, lang, desk } = context;
  const { meeting, draft } = line;
  const organisations = await desk.find("Organisation", {});
  const planned = lineUp(draft);
  const inLine = new Set(planned.map(({ talk }) => talk.id));
  const others = [...waitingList(draft.talks), ...draft.talks.filter(({ state }) => state !== "waiting" && state !== "withdrawn")].filter(
    ({ id: it }) => !inLine.has(it),
  );
  const entries = [
    ...planned.map((it) => ({ talk: it.talk, row: plannedRow(context, organisations, it) })),
    ...others.map((talk) => ({ talk, row: otherRow(context, line, organisations, talk) })),
  ].filter(({ talk }) => matches(filter, talk));
  const pages = Math.max(1, Math.ceil(entries.length / pageLength));
  const page = Math.min(wanted, pages);
  const { planned: minutes, excess } = minutesOf(draft);
  const waiting = waitingList(draft.talks).filter(({ id: it }) => !inLine.has(it)).length;
  const again = (more: Readonly<Record<string, string>>): Wish => wish("programme.draft", { meeting: meeting.id, filter, ...more });
  const options: Option[] = filters.map((it) => ({ label: t("programme.filter", { filter: it }), wish: again({ filter: it }) }));
  const shown = entries.slice((page - 1) * pageLength, page * pageLength);
  return card(excess > 0 ? "programme.draft.over" : "programme.draft", clip(t("programme.draft.title", { day: showDay(meeting.day, lang) }), 60), {
    facts: [
      {
        label: t("programme.minutes"),
        value:
          excess > 0
            ? t("programme.minutes.over", { minutes: String(minutes), budget: String(draft.budget), excess })
            : t("programme.minutes.fit", { minutes: String(minutes), budget: String(draft.budget), waiting: String(waiting) }),
      },
      { label: t("programme.order"), value: t("programme.orderOf", { order: draft.order }) },
      excess > 0 ? { label: t("programme.possible"), value: t("programme.possible.over") } : undefined,
    ],
    choice: { type: "choice", label: t("programme.show"), options, chosen: filters.indexOf(filter) },
    rows: shown.length > 0 ? [...shown.map(({ row }) => row), ...(pages > 1 ? [t("list.page", { page, pages })] : [])] : [t("programme.draft.empty")],
    open:
      shown.length > 0
        ? {
            type: "choice",
            label: t("programme.decide"),
            options: [
              { label: t("talk.list.all"), wish: again({}) },
              ...shown.map(({ talk }) => ({ label: clip(`${nameOf(context, organisations, talk)}: ${talk.title}`, 75), wish: decideWish(talk) })),
            ],
            chosen: 0,
          }
        : undefined,
    buttons: [
      { label: t("programme.do.preview"), wish: wish("programme.publish", { meeting: meeting.id }) },
      { label: t("programme.do.order"), wish: wish("programme.order", { meeting: meeting.id }) },
      excess > 0
        ? { label: t("programme.do.agenda"), wish: wish("meeting.agenda", { meeting: meeting.id }) }
        : { label: t("programme.do.enter"), wish: wish("talk.for", { meeting: meeting.id }) },
      pages > 1 ? { label: t(page < pages ? "label.nextPage" : "label.firstPage"), wish: again({ page: String(page < pages ? page + 1 : 1) }) } : undefined,
    ],
  });
}

/** "1 · 14:40 · Jobcenter · 10 Min. · sprach zuletzt nicht · Folien fehlen" */
function plannedRow(reader: Known, organisations: readonly Organisation[], { talk, reason, start, place }: ReturnType<typeof lineUp>[number]): string {
  const { t } = reader;
  const owing = owingOf(talk);
  const parts = [
    String(place),
    start ?? "",
    nameOf(reader, organisations, talk),
    t("programme.min", { minutes: String(talk.minutes) }),
    t("programme.reason", { reason }),
  ];
  if (owing.length > 0) parts.push(t("programme.owing", { what: owingWords(reader, owing) }));
  return parts.join(" · ");
}

const otherRow = (reader: Known, line: Line, organisations: readonly Organisation[], talk: Talk): string =>
  [
    nameOf(reader, organisations, talk),
    talk.title,
    reader.t("programme.min", { minutes: String(talk.minutes) }),
    talk.draft === "out" ? reader.t("programme.out") : stateWords(reader, talk, line),
  ].join(" · ");

const decideWish = (talk: Talk): Wish => wish("programme.decide", { meeting: talk.meetingId, talk: talk.id });

const decide = command({
  who: "organiser",
  opens: holds,
  args: { meeting: optional(id()), talk: optional(id()), draft: optional(one("in", "out")), place: optional(number(1, 999)) },
  async run(context, args) {
    const it = await talkHeld(context, args.talk);
    if ("outcome" in it) return it.outcome;
    const { line, talk } = it;
    if (args.draft === undefined && args.place === undefined) return show(await decideCard(context, line, talk));
    if (args.place !== undefined) return show(await draftCard(context, moved(context, line, talk, args.place)));
    const after: Talk = { ...talk, draft: args.draft ?? null };
    if (after.draft !== talk.draft) put(context, talk, after);
    return show(await draftCard(context, withTalks(line, [after])));
  },
});

/** By hand from now on: all talks keep the places they have, this one gets its own. */
function moved(context: Known, line: Line, talk: Talk, place: number): Line {
  const order = lineUp(line.draft).map((it) => it.talk);
  const others = order.filter(({ id: it }) => it !== talk.id);
  const next = [...others.slice(0, place - 1), talk, ...others.slice(place - 1)].map((it, index): Talk => ({ ...it, place: index + 1 }));
  for (const it of next) {
    const before = line.draft.talks.find(({ id: one }) => one === it.id);
    if (before && before.place !== it.place) put(context, before, it);
  }
  return reordered(context, withTalks(line, next), "hand");
}

function reordered(context: Known, line: Line, order: TalkOrder): Line {
  const programme = { ...line.programme, order };
  context.desk.put("Programme", programme);
  return { ...line, programme, draft: { ...line.draft, order } };
}

async function decideCard(context: Known, line: Line, talk: Talk): Promise<Card> {
  const { t, desk } = context;
  const organisations = await desk.find("Organisation", { id: talk.organisationId });
  const places = lineUp(line.draft).length;
  const set = (draft: "in" | "out") => ({
    label: t("programme.set", { draft }),
    wish: wish("programme.decide", { meeting: talk.meetingId, talk: talk.id, draft }),
  });
  const isIn = lineUp(line.draft).some((it) => it.talk.id === talk.id);
  const released = talk.state === "programmed" || talk.state === "confirmed";
  const options = Array.from({ length: Math.min(places, 99) }, (_, index) => ({
    label: t("programme.placeOf", { place: String(index + 1) }),
    wish: wish("programme.decide", { meeting: talk.meetingId, talk: talk.id, place: String(index + 1) }),
  }));
  const current = lineUp(line.draft).findIndex((it) => it.talk.id === talk.id);
  return card("programme.decide", clip(t("programme.decide.title", { organisation: nameOf(context, organisations, talk) }), 60), {
    facts: [
      { label: t("talk.title"), value: talk.title },
      { label: t("fact.state"), value: stateWords(context, talk, line) },
      { label: t("programme.time"), value: t("talk.detail", { minutes: talk.minutes, kind: talk.kind }) },
      talk.coSpeaker ? { label: t("talk.more.with"), value: talk.coSpeaker } : undefined,
      talk.needs ? { label: t("talk.part.needs"), value: talk.needs } : undefined,
    ],
    rows: [talk.about],
    choice: isIn && places > 1 ? { type: "choice", label: t("programme.place"), options, chosen: Math.max(0, current) } : undefined,
    buttons: [
      isIn && !released ? set("out") : undefined,
      !isIn ? set("in") : undefined,
      { label: t("talk.do.more"), wish: wish("talk.more", { meeting: talk.meetingId, talk: talk.id }) },
      released ? { label: t("talk.do.withdraw"), wish: wish("talk.withdraw", { meeting: talk.meetingId, talk: talk.id }) } : undefined,
      { label: t("programme.do.draft"), wish: wish("programme.draft", { meeting: talk.meetingId }) },
    ],
  });
}

const orderCommand = command({
  who: "organiser",
  opens: holds,
  args: { meeting: optional(id()), order: optional(one(...orders)) },
  async run(context, args) {
    const line = await lineHeld(context);
    if ("outcome" in line) return line.outcome;
    if (args.order) return show(await draftCard(context, args.order === line.programme.order ? line : reordered(context, line, args.order)));
    const options = orders.map((order) => ({
      label: context.t("programme.orderOf", { order }),
      wish: wish("programme.order", { meeting: line.meeting.id, order }),
    }));
    return show(
      card("programme.order", context.t("programme.order.title"), {
        choice: { type: "choice", label: context.t("programme.order"), options, chosen: orders.indexOf(line.programme.order) },
        text: context.t("programme.order.text"),
        buttons: [{ label: context.t("programme.do.draft"), wish: wish("programme.draft", { meeting: line.meeting.id }) }],
      }),
    );
  },
});

export const draftCommands = { "programme.draft": draftCommand, "programme.decide": decide, "programme.order": orderCommand };
