// The alliance's ladder: how many days before or after a date the bot speaks; changed in parts, and it says what that affects.
import { number, one, optional } from "../args.ts";
import { type Card, card } from "../card.ts";
import { command, type Known } from "../command.ts";
import type { Form } from "../form.ts";
import { badInput } from "../help/cards.ts";
import { act } from "../help/pieces.ts";
import { ask, type Outcome, refuse, show } from "../outcome.ts";
import type { Ladder } from "../roster/model.ts";
import { note } from "../roster/trail.ts";
import { meetingName } from "../rsvp/parts.ts";
import { wish } from "../wish.ts";
import { faultsOf, type LadderPart, ladderParts, usualLadder } from "./steps.ts";

const parts = Object.keys(ladderParts) as LadderPart[];
const rungs = parts.flatMap((part): readonly (keyof Ladder)[] => ladderParts[part]);
const mostDays = 180;
const days = Object.fromEntries(rungs.map((rung) => [rung, optional(number(0, mostDays))])) as { [R in keyof Ladder]: ReturnType<typeof optional<number>> };

export const changeLadder = command({
  who: "organiser",
  opens: { meeting: "wanted", hold: "alliance" },
  args: { part: optional(one("round", "material", "nudges", "tasks")), usual: optional(one("1")), sent: optional(one("1")), ...days },
  async run(context, args) {
    const { alliance } = context;
    if (args.usual) return change(context, usualLadder, undefined);
    if (!args.part) return show(ladderCard(context));
    if (!args.sent) return ask(ladderForm(context, args.part));
    const next = { ...alliance.ladder, ...Object.fromEntries(ladderParts[args.part].map((rung) => [rung, args[rung] ?? alliance.ladder[rung]])) };
    return change(context, next, args.part);
  },
});

/** What has gone out stays as it was; what has not follows the new days from now on. */
async function change(context: Known, next: Ladder, part: LadderPart | undefined): Promise<Outcome> {
  const { desk, alliance } = context;
  const faults = sentences(context, next, part);
  if (faults) return refuse("bad_input", badInput(context, wish("ladder.change"), Object.values(faults)[0] ?? ""), context.by === "form" ? faults : undefined);
  const changed = rungs.filter((rung) => next[rung] !== alliance.ladder[rung]);
  if (changed.length === 0) return show(ladderCard(context));
  desk.put("Alliance", { ...alliance, ladder: next });
  note(context, "ladder.changed", null, changed.map((rung) => `${rung} ${alliance.ladder[rung]} ${next[rung]}`).join(", "));
  return show(await savedCard(context, next, changed));
}

function sentences({ t }: Known, next: Ladder, part: LadderPart | undefined): Readonly<Record<string, string>> | undefined {
  const found = faultsOf(next).map(({ rung, than, fault }) => {
    const sentence = t("ladder.fault", { fault, rung: t(`ladder.${rung}`), than: t(`ladder.${than}`) });
    // The field that was filled in is named, whichever side of the rule it is on.
    const asked: readonly string[] = part ? ladderParts[part] : [];
    return [asked.includes(rung) || !asked.includes(than) ? rung : than, sentence] as const;
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

function ladderCard(context: Known): Card {
  const { t, alliance } = context;
  const options = parts.map((part) => ({ label: t(`ladder.part.${part}`), wish: wish("ladder.change", { part }) }));
  const isUsual = rungs.every((rung) => alliance.ladder[rung] === usualLadder[rung]);
  return card("ladder", t("ladder.title"), {
    choice: { type: "choice", label: t("ladder.choose"), options: [{ label: t("meeting.label.choose"), wish: wish("ladder.change") }, ...options], chosen: 0 },
    rows: rungs.map((rung) => t("ladder.row", { rung: t(`ladder.${rung}`), days: daysOf(context, rung, alliance.ladder[rung]) })),
    text: t("ladder.text"),
    buttons: [isUsual ? undefined : { label: t("ladder.usual"), wish: wish("ladder.change", { usual: "1" }) }, act(context, "outbox.show")],
  });
}

/** "10 Tage vor der Sitzung" */
const daysOf = ({ t }: Known, rung: keyof Ladder, n: number): string => t("ladder.days", { n, of: sideOf(rung) });
const sideOf = (rung: keyof Ladder): string =>
  rung === "minutes" ? "afterMeeting" : rung === "taskOverdue" ? "afterTask" : rung.startsWith("task") ? "beforeTask" : "beforeMeeting";

function ladderForm(context: Known, part: LadderPart): Form {
  const { t, alliance } = context;
  return {
    name: "ladder.form",
    title: t(`ladder.part.${part}`),
    note: t("ladder.note", { part }),
    submit: t("label.save"),
    cancel: t("label.cancel"),
    wish: wish("ladder.change", { part }),
    fields: ladderParts[part].map((rung) => ({
      name: rung,
      label: t(`ladder.${rung}`),
      hint: t("ladder.hint", { days: daysOf(context, rung, usualLadder[rung]) }),
      required: true,
      kind: { type: "number", min: 0, max: mostDays },
      initial: String(alliance.ladder[rung]),
    })),
  };
}

async function savedCard(context: Known, next: Ladder, changed: readonly (keyof Ladder)[]): Promise<Card> {
  const { t, alliance, desk, now } = context;
  const touches = (part: LadderPart): boolean => ladderParts[part].some((rung) => changed.includes(rung));
  const coming = (await desk.find("Meeting", { state: "invited" })).filter((meeting) => meeting.startsAt > now);
  coming.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const names = coming.slice(0, 3).map((meeting) => meetingName(context, meeting));
  const more = coming.length - names.length;
  const invited = [...names, ...(more > 0 ? [t("list.more", { n: more })] : [])].join("; ") || t("ladder.noMeeting");
  const deadlines = [...ladderParts.round, ...ladderParts.material].some((rung) => rung !== "minutes" && changed.includes(rung));
  return card("ladder.saved", t("ladder.saved"), {
    facts: [
      touches("nudges") || changed.includes("minutes") ? { label: t("ladder.affects.meetings"), value: invited } : undefined,
      deadlines ? { label: t("ladder.affects.deadlines"), value: t("ladder.affects.new") } : undefined,
      touches("tasks") ? { label: t("ladder.affects.tasks"), value: t("ladder.affects.running") } : undefined,
    ],
    rows: changed.map((rung) => t("ladder.changed", { rung: t(`ladder.${rung}`), days: daysOf(context, rung, next[rung]), before: alliance.ladder[rung] })),
    text: t("ladder.saved.text"),
    buttons: [act(context, "outbox.show"), { label: t("label.change"), wish: wish("ladder.change") }],
  });
}
