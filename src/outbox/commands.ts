// "versand": what will be sent to whom in the next days, what was moved or did not go out and why; for the office only.
import { number, one, optional, text } from "../args.ts";
import { type Card, card } from "../card.ts";
import { type Command, command, type Known } from "../command.ts";
import { badInput } from "../help/cards.ts";
import { clip } from "../help/pieces.ts";
import type { CommandName } from "../names.ts";
import { outlookOf } from "../notice/outlook.ts";
import { refuse, show } from "../outcome.ts";
import { personLabel } from "../reader.ts";
import { findPerson } from "../roster/find.ts";
import type { Organisation, Person } from "../roster/model.ts";
import { addDays, clockOf, dayOf, endOfDay, showClock, showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { changeLadder } from "./ladder.ts";
import { type Line, linesOf } from "./lines.ts";

const daysAhead = 14;
/** So far back it is said what did not go out. */
const daysBack = 7;
/** Lines on a page: few enough for a phone. */
const pageLength = 10;

interface People {
  readonly people: readonly Person[];
  readonly organisations: readonly Organisation[];
}

const outbox = command({
  who: "organiser",
  args: { person: optional(text(120)), single: optional(one("1")), page: optional(number(1, 10_000)) },
  opensNew: true,
  async run(context, args) {
    const { t, desk, alliance, now, today, calendar } = context;
    const roster = { people: await desk.find("Person", {}), organisations: await desk.find("Organisation", {}) };
    const whom = args.person === undefined ? undefined : await meant(context, args.person, roster);
    if (whom?.length === 0) return refuse("unknown_person", badInput(context, wish("outbox.show"), t("bad.whom")));
    const only = whom && new Set(whom.map(({ id }) => id));
    const isMeant = (it: { readonly personId: string | null; readonly inPlaceOf?: string | null }): boolean =>
      !only || (it.personId !== null && only.has(it.personId)) || (!!it.inPlaceOf && it.inPlaceOf.split(",").some((id) => only.has(id)));
    const until = endOfDay(addDays(today, daysAhead), alliance.zone);
    const ahead = (await outlookOf(desk, alliance, now, until, calendar)).filter(isMeant);
    const since = addDays(today, -daysBack);
    const owed = (await desk.find("Delivery", { state: ["ready", "sending", "uncertain", "failed", "skipped"] })).filter(
      (it) => isMeant({ personId: it.personId, inPlaceOf: it.args["inPlaceOf"] ?? null }) && (!isOver(it.state) || dayOf(it.createdAt, alliance.zone) >= since),
    );
    return show(draw(context, linesOf(t, ahead, owed, now, args.single === "1"), { ...args, page: args.page ?? 1 }, whom, roster));
  },
});

const isOver = (state: string): boolean => state === "failed" || state === "skipped";

/** Whom the words mean: one person, or everybody of an organisation who is named by them. */
async function meant(context: Known, said: string, { people, organisations }: People): Promise<readonly Person[]> {
  const { desk } = context;
  const found = findPerson(said, { people, organisations, seats: await desk.find("Seat", {}), holdings: await desk.find("Holding", {}) }, context);
  return found.type === "one" ? [found.person] : found.type === "several" ? found.people : [];
}

interface Wanted {
  readonly person?: string | undefined;
  readonly single?: "1" | undefined;
  readonly page: number;
}

function draw(context: Known, lines: readonly Line[], wanted: Wanted, whom: readonly Person[] | undefined, roster: People): Card {
  const { t, lang, today } = context;
  const title = t("outbox.title", { day: showDay(addDays(today, daysAhead), lang) });
  const pages = Math.max(1, Math.ceil(lines.length / pageLength));
  const page = Math.min(wanted.page, pages);
  const about = { ...(wanted.person ? { person: wanted.person } : {}) };
  const single: Record<string, string> = wanted.single ? { single: "1" } : {};
  const rows = lines.slice((page - 1) * pageLength, page * pageLength).map((line) => rowOf(context, line, roster));
  const count = (...fates: readonly Line["fate"][]): number =>
    lines.filter(({ fate }) => fates.includes(fate)).reduce((sum, { people }) => sum + people.length, 0);
  const name = whom && clip(whom.map((person) => labelOf(context, person, roster)).join("; "), 200);
  return card(lines.length > 0 ? "outbox" : "outbox.empty", title, {
    facts: [
      name ? { label: t("outbox.for"), value: name } : undefined,
      { label: t("outbox.ahead"), value: t("outbox.messages", { n: count("planned", "underWay") }) },
      { label: t("outbox.not", { day: showDay(addDays(today, -daysBack), lang) }), value: t("outbox.messages", { n: count("failed", "skipped") }) },
    ],
    rows: [...rows, ...(pages > 1 ? [t("list.page", { page, pages })] : [])],
    text: lines.length > 0 ? undefined : t("outbox.empty"),
    buttons: [
      { label: t("outbox.ladder"), wish: wish("ladder.change") },
      lines.length === 0
        ? undefined
        : wanted.single
          ? { label: t("outbox.together"), wish: wish("outbox.show", about) }
          : { label: t("meeting.label.recipients"), wish: wish("outbox.show", { ...about, single: "1" }) },
      whom ? { label: t("outbox.all"), wish: wish("outbox.show", single) } : undefined,
      pages > 1
        ? {
            label: t(page < pages ? "label.nextPage" : "label.firstPage"),
            wish: wish("outbox.show", { ...about, ...single, page: String(page < pages ? page + 1 : 1) }),
          }
        : undefined,
    ],
  });
}

const labelOf = (context: Known, person: Person, { organisations }: People): string =>
  personLabel(
    context,
    person,
    organisations.find(({ id }) => id === person.organisationId),
  );

/** "Fr, 25.09.2026, 09:00 Uhr · Erinnerung · 4 Personen · nach der Ruhezeit" */
function rowOf(context: Known, { fate, at, kind, why, people, inPlaceOf }: Line, roster: People): string {
  const { t, lang, alliance } = context;
  const names = (ids: readonly string[]): string => {
    const known = ids.flatMap((id) => roster.people.find((person) => person.id === id) ?? []);
    return ids.length <= 2 ? known.map((person) => labelOf(context, person, roster)).join("; ") || "–" : t("welcome.people", { n: ids.length });
  };
  const when = at
    ? t("rsvp.at", { day: showDay(dayOf(at, alliance.zone), lang), clock: showClock(clockOf(at, alliance.zone), lang) })
    : t("outbox.fate", { fate });
  const instead = inPlaceOf.length > 0 ? t("outbox.instead", { person: names(inPlaceOf.flatMap((ids) => ids.split(","))) }) : "";
  return [when, kind, names(people), instead, why ?? ""].filter((part) => part !== "").join(" · ");
}

export const outboxCommands = {
  "outbox.show": outbox,
  "ladder.change": changeLadder,
} satisfies { readonly [N in Extract<CommandName, `outbox.${string}` | `ladder.${string}`>]: Command };
