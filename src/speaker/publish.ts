// Releasing the programme: a preview with everybody who hears of it, then all decisions at once.
import { id, one, optional } from "../args.ts";
import { type Card, card } from "../card.ts";
import { command, type Known } from "../command.ts";
import { clip } from "../help/pieces.ts";
import { few } from "../meeting/cards.ts";
import { takesMessages } from "../meeting/invite.ts";
import { refuse, show } from "../outcome.ts";
import { personLabel } from "../reader.ts";
import { accountsFor } from "../roster/reach.ts";
import { showClock, showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { isInProgramme, waitingList, waitingPlace } from "./capacity.ts";
import { apply } from "./change.ts";
import { draftCard } from "./draft.ts";
import { lineHeld } from "./held.ts";
import { type Line, withTalks } from "./line.ts";
import { type Change, lineUp, minutesOf, release } from "./programme.ts";
import { holds } from "./register.ts";
import { nameOf } from "./rows.ts";

/** Who can be told and who cannot, by person. */
async function audience({ desk }: Known, changes: readonly Change[]) {
  const concerned = [...new Set(changes.filter(({ tell }) => tell !== null).map(({ after }) => after.personId))];
  const reachable = new Set((await accountsFor(desk, concerned)).filter(takesMessages).map(({ personId }) => personId));
  return { told: concerned.filter((it) => reachable.has(it)), untold: concerned.filter((it) => !reachable.has(it)) };
}

const publish = command({
  who: "organiser",
  opens: { meeting: "wanted", hold: "none" },
  args: { meeting: optional(id()), part: optional(one("text")) },
  async run(context, args) {
    const line = await lineHeld(context);
    if ("outcome" in line) return line.outcome;
    if (line.meeting.state !== "invited") return refuse("not_invited", notYetCard(context, line));
    return show(await (args.part === "text" ? textCard : previewCard)(context, line));
  },
});

const draftButton = ({ t }: Known, line: Line) => ({ label: t("programme.do.draft"), wish: wish("programme.draft", { meeting: line.meeting.id }) });

const notYetCard = (context: Known, line: Line): Card =>
  card("programme.notInvited", context.t("programme.notInvited.title"), {
    text: context.t("programme.notInvited.text"),
    buttons: [{ label: context.t("do.meeting.invite"), wish: wish("meeting.invite", { meeting: line.meeting.id }) }, draftButton(context, line)],
  });

async function previewCard(context: Known, line: Line): Promise<Card> {
  const { t, desk } = context;
  const changes = release(line.draft, line.programme.edition);
  const { told, untold } = await audience(context, changes);
  const { planned, excess } = minutesOf(line.draft);
  const out = changes.filter(({ tell }) => tell === "declined").length;
  const inside = new Set(lineUp(line.draft).map(({ talk }) => talk.id));
  const waiting = waitingList(line.draft.talks).filter((talk) => !inside.has(talk.id) && talk.draft !== "out").length;
  const people = untold.length > 0 ? await desk.find("Person", { id: untold }) : [];
  const names = await Promise.all(
    people.map(async (person) =>
      personLabel(context, person, person.organisationId ? (await desk.find("Organisation", { id: person.organisationId }))[0] : undefined),
    ),
  );
  return card("programme.preview", t("programme.preview.title"), {
    facts: [
      {
        label: t("programme.preview.in"),
        value: t("programme.preview.talks", { n: inside.size, minutes: String(planned), budget: String(line.draft.budget), excess }),
      },
      { label: t("programme.preview.out"), value: t("programme.preview.outOf", { out: String(out), waiting: String(waiting) }) },
      { label: t("programme.preview.told"), value: t("programme.preview.people", { n: told.length }) },
      names.length > 0 ? { label: t("programme.preview.untold"), value: few({ t }, names, 5) } : undefined,
    ],
    text: t("programme.preview.text"),
    buttons: [
      inside.size > 0 || changes.length > 0
        ? {
            label: t("programme.do.publish", { n: told.length }),
            wish: wish("programme.publishNow", { meeting: line.meeting.id, edition: String(line.programme.edition) }),
          }
        : undefined,
      changes.length > 0 ? { label: t("programme.do.text"), wish: wish("programme.publish", { meeting: line.meeting.id, part: "text" }) } : undefined,
      draftButton(context, line),
      { label: t("label.cancel"), wish: wish("step.cancel") },
    ],
  });
}

/** Who is told what, one line for each talk whose speaker gets a message. */
async function textCard(context: Known, line: Line): Promise<Card> {
  const { t, desk } = context;
  const organisations = await desk.find("Organisation", {});
  const changes = release(line.draft, line.programme.edition);
  const released = withTalks(
    line,
    changes.map((change) => change.after),
  );
  const all = changes.filter(({ tell }) => tell !== null);
  const lines = all.map(({ after, tell }) =>
    t("programme.told", {
      organisation: nameOf(context, organisations, after),
      title: clip(after.title, 60),
      at: after.start ? showClock(after.start, context.lang) : "",
      tell: tell ?? "moved",
      place: String(waitingPlace(released.draft.talks, after.id) ?? 1),
    }),
  );
  return card("programme.text", t("programme.text.title"), {
    rows: lines.length > mostLines ? [...lines.slice(0, mostLines), t("programme.more", { n: lines.length - mostLines })] : lines,
    text: t("programme.text.text", { day: showDay(line.meeting.documentsBy, context.lang) }),
    buttons: [{ label: t("programme.do.back.preview"), wish: wish("programme.publish", { meeting: line.meeting.id }) }, draftButton(context, line)],
  });
}

/** As many as fit a phone's screen twice. */
const mostLines = 30;

const publishNow = command({
  who: "organiser",
  opens: holds,
  args: { meeting: optional(id()), edition: optional(id()) },
  async run(context, args) {
    const line = await lineHeld(context);
    if ("outcome" in line) return line.outcome;
    const { programme } = line;
    if (line.meeting.state !== "invited") return refuse("not_invited", notYetCard(context, line));
    // Pressed twice, or on the preview of an edition that is out already.
    if (args.edition !== String(programme.edition)) return show(await draftCard(context, line));
    const changes = release(line.draft, line.programme.edition);
    await apply(context, changes);
    // Places stand from now on; what comes later joins at the end.
    const released = { ...programme, order: "hand" as const, edition: programme.edition + 1, releasedAt: context.now };
    context.desk.put("Programme", released);
    const after = withTalks(
      line,
      changes.map((change) => change.after),
    );
    return show(doneCard(context, { ...after, programme: released }, (await audience(context, changes)).told.length));
  },
});

function doneCard(context: Known, line: Line, told: number): Card {
  const { t } = context;
  return card("programme.published", t("programme.published.title"), {
    facts: [
      {
        label: t("programme.preview.in"),
        value: t("programme.published.talks", { n: line.draft.talks.filter(isInProgramme).length }),
      },
      { label: t("programme.preview.told"), value: t("programme.preview.people", { n: told }) },
    ],
    buttons: [{ label: t("do.programme.show"), wish: wish("programme.show", { meeting: line.meeting.id }) }, draftButton(context, line)],
  });
}

export const publishCommands = { "programme.publish": publish, "programme.publishNow": publishNow };
