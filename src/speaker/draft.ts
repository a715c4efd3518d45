// The office's draft of the programme: who is in, in which order, with how many minutes; nobody else sees it.
import { id, number, one, optional } from "../args.ts";
import { type Card, card, type Option } from "../card.ts";
import { command, type Known } from "../command.ts";
import { clip } from "../help/pieces.ts";
import { show } from "../outcome.ts";
import { organisationName } from "../reader.ts";
import type { Organisation } from "../roster/model.ts";
import { rightsOf } from "../roster/rules.ts";
import { objectiveChoices } from "../task/forms.ts";
import { showDay } from "../time.ts";
import { type Wish, wish } from "../wish.ts";
import { waitingList } from "./capacity.ts";
import { lineHeld } from "./held.ts";
import { keynoteOf } from "./keynote.ts";
import { keynoteWords } from "./keynote-cards.ts";
import type { Line } from "./line.ts";
import type { Talk, TalkOrder } from "./model.ts";
import { owingOf, owingWords, stateWords } from "./parts.ts";
import { lineUp, minutesOf } from "./programme.ts";
import { holds } from "./register.ts";
import { nameOf } from "./rows.ts";
import { fileButton } from "./show.ts";

const filters = ["all", "existing", "new", "owing", "late", "waiting"] as const;
type Filter = (typeof filters)[number];
const orders = ["rotation", "request", "balanced", "hand"] as const satisfies readonly TalkOrder[];
/** Lines on a page: few enough for a phone. */
const pageLength = 8;

const matches = ({ filter = "all", objective }: View, talk: Talk): boolean => {
  if (objective !== undefined) return talk.objectiveId === objective;
  if (filter === "all") return true;
  if (filter === "owing") return owingOf(talk).length > 0;
  if (filter === "late") return talk.late;
  if (filter === "waiting") return talk.state === "waiting";
  return talk.kind === filter;
};

const draftCommand = command({
  who: "organiser",
  opens: { meeting: "wanted", hold: "none" },
  args: { meeting: optional(id()), filter: optional(one(...filters)), objective: optional(id()), page: optional(number(1, 999)) },
  async run(context, args) {
    const line = await lineHeld(context);
    return "outcome" in line ? line.outcome : show(await draftCard(context, line, args));
  },
});

interface View {
  readonly filter?: Filter | undefined;
  /** Only talks for this objective. */
  readonly objective?: string | undefined;
  readonly page?: number | undefined;
}

export async function draftCard(context: Known, line: Line, view: View = {}): Promise<Card> {
  const { t, lang, desk } = context;
  const { meeting, draft } = line;
  const { filter = "all", objective, page: wanted = 1 } = view;
  const organisations = await desk.find("Organisation", {});
  const objectives = objectiveChoices(context, await desk.find("Objective", {}));
  const keynote = await keynoteOf(desk, meeting, context.alliance.zone);
  const planned = lineUp(draft);
  const inLine = new Set(planned.map(({ talk }) => talk.id));
  const others = [...waitingList(draft.talks), ...draft.talks.filter(({ state }) => state !== "waiting" && state !== "withdrawn")].filter(
    ({ id: it }) => !inLine.has(it),
  );
  const entries = [
    ...planned.map((it) => ({ talk: it.talk, row: plannedRow(context, organisations, it) })),
    ...others.map((talk) => ({ talk, row: otherRow(context, line, organisations, talk) })),
  ].filter(({ talk }) => matches(view, talk));
  const pages = Math.max(1, Math.ceil(entries.length / pageLength));
  const page = Math.min(wanted, pages);
  const { planned: minutes, excess } = minutesOf(draft);
  const waiting = waitingList(draft.talks).filter(({ id: it }) => !inLine.has(it)).length;
  const about = { meeting: meeting.id };
  const again = (more: Readonly<Record<string, string>> = {}): Wish =>
    wish("programme.draft", { ...about, ...(objective === undefined ? { filter } : { objective }), ...more });
  const options: Option[] = [
    ...filters.map((it) => ({ label: t("programme.filter", { filter: it }), wish: wish("programme.draft", { ...about, filter: it }) })),
    ...objectives.map(({ value, label }) => ({
      label: clip(t("programme.filter.objective", { objective: label }), 75),
      wish: wish("programme.draft", { ...about, objective: value }),
    })),
  ];
  const chosen = objective === undefined ? filters.indexOf(filter) : filters.length + objectives.findIndex(({ value }) => value === objective);
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
      keynote && {
        label: t("keynote.fact"),
        value: t("keynote.stand", { organisation: organisationName(context, keynote.organisation), missing: keynoteWords(context, keynote) || "none" }),
      },
    ],
    choice: { type: "choice", label: t("programme.show"), options, chosen: Math.max(0, chosen) },
    rows: shown.length > 0 ? [...shown.map(({ row }) => row), ...(pages > 1 ? [t("list.page", { page, pages })] : [])] : [t("programme.draft.empty")],
    open:
      shown.length > 0 || keynote
        ? {
            type: "choice",
            label: t("programme.decide"),
            options: [
              { label: t("talk.list.all"), wish: again() },
              ...(keynote ? [{ label: t("do.keynote.show"), wish: wish("keynote.show", about) }] : []),
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
      pages > 1
        ? { label: t(page < pages ? "label.nextPage" : "label.firstPage"), wish: again({ page: String(page < pages ? page + 1 : 1) }) }
        : fileButton(context, meeting.id),
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
  if (!stillMayPresent(organisations, talk)) parts.push(t("programme.noRight"));
  if (owing.length > 0) parts.push(t("programme.owing", { what: owingWords(reader, owing) }));
  return parts.join(" · ");
}

const otherRow = (reader: Known, line: Line, organisations: readonly Organisation[], talk: Talk): string =>
  [
    nameOf(reader, organisations, talk),
    talk.title,
    reader.t("programme.min", { minutes: String(talk.minutes) }),
    talk.draft === "out" ? reader.t("programme.out") : stateWords(reader, talk, line),
    ...(stillMayPresent(organisations, talk) ? [] : [reader.t("programme.noRight")]),
  ].join(" · ");

/** A right that ends takes nobody's talk away: the office sees it and decides. */
const stillMayPresent = (organisations: readonly Organisation[], { organisationId }: Talk): boolean =>
  organisations.some((it) => it.id === organisationId && rightsOf(it).present);

const decideWish = (talk: Talk): Wish => wish("programme.decide", { meeting: talk.meetingId, talk: talk.id });

/** Another order for the draft; what is released keeps its own until it is released again. */
export function reordered(context: Known, line: Line, order: TalkOrder): Line {
  const programme = { ...line.programme, order };
  context.desk.put("Programme", programme);
  return { ...line, programme, draft: { ...line.draft, order } };
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

export const draftCommands = { "programme.draft": draftCommand, "programme.order": orderCommand };
