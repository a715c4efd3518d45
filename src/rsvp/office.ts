// What the office can ask about everybody's replies: the overview, an answer recorded for somebody, reminders by hand.

import { id, number, one, optional, text } from "../args.ts";
import { card } from "../card.ts";
import { type Command, command, type Known } from "../command.ts";
import { clip } from "../help/pieces.ts";
import type { Meeting } from "../meeting/model.ts";
import type { CommandName } from "../names.ts";
import { owed } from "../notice/owe.ts";
import { type Outcome, refuse, show } from "../outcome.ts";
import { nameIn, organisationName } from "../reader.ts";
import { findOrganisation } from "../roster/find.ts";
import { wish } from "../wish.ts";
import { look, meetingOf, shown } from "./held.ts";
import { recordCommands } from "./onbehalf.ts";
import { drawOverview, filters, type Replies, repliesOf, toRemind } from "./overview.ts";
import { meetingFact } from "./parts.ts";
import { overviewMatter, replyMatter } from "./situation.ts";
import { swapCommands } from "./swap.ts";
import { undoCommands } from "./undo.ts";

const meetingArg = { meeting: optional(id()) };
const looks = { meeting: "needed", hold: "none" } as const;

/** Delegates see their own reply, the office everybody's. */
const list = command({
  who: "linked",
  opens: looks,
  args: { ...meetingArg, organisation: optional(text(100)), filter: optional(one(...filters)), page: optional(number(1, 10_000)) },
  async run(context, args) {
    const meeting = meetingOf(context);
    if (!context.may("reply.record")) {
      const it = look(context, {});
      return "outcome" in it ? it.outcome : shown(context, it);
    }
    const known = await repliesOf(context.desk, meeting);
    const organisation = args.organisation ? organisationOf(context, known, args.organisation) : undefined;
    if (organisation && "outcome" in organisation) return organisation.outcome;
    return show(drawOverview(context, known, args.filter ?? "all", args.page ?? 1, organisation?.id), overviewMatter(meeting.id));
  },
});

function organisationOf(context: Known, known: Replies, said: string): { readonly id: string } | { readonly outcome: Outcome } {
  const byId = known.organisations.find((it) => it.id === said);
  if (byId) return byId;
  const found = findOrganisation(said, known.organisations, context.lang);
  if (found.type === "exact") return found.organisation;
  const { t } = context;
  const near = found.type === "near" ? found.organisations : [];
  return {
    outcome: refuse(
      "bad_input",
      card("bad.organisation", t("member.unknown"), {
        text: t(near.length > 0 ? "member.near" : "member.unknown.text"),
        buttons: [
          ...near.map((it) => ({
            label: clip(organisationName(context, it), 28),
            wish: wish("reply.list", { meeting: known.meeting.id, organisation: it.id }),
          })),
          near.length > 0 ? undefined : { label: t("label.members"), wish: wish("member.show") },
          { label: t("label.replies"), wish: wish("reply.list", { meeting: known.meeting.id }) },
        ],
      }),
    ),
  };
}

const remind = command({
  who: "organiser",
  opens: looks,
  args: meetingArg,
  async run(context) {
    const { t } = context;
    const meeting = meetingOf(context);
    const known = await repliesOf(context.desk, meeting);
    const to = toRemind(known);
    if (to.now.length === 0) return show(nobodyCard(context, meeting));
    const left = [
      ...to.unreachable.map((reply) => t("nudge.preview.noAccount", { person: nameIn(context, known, reply.personId) })),
      ...to.twice.map((reply) => t("nudge.preview.twice", { person: nameIn(context, known, reply.personId) })),
    ];
    return show(
      card("nudge.preview", t("nudge.preview.title", { n: to.now.length }), {
        facts: [
          {
            label: t("nudge.preview.to"),
            value: some(
              context,
              to.now.map((reply) => nameIn(context, known, reply.personId)),
            ),
          },
          left.length > 0 ? { label: t("nudge.preview.not"), value: some(context, left) } : undefined,
        ],
        text: t("nudge.preview.text"),
        buttons: [
          { label: t("label.sendReminders", { n: to.now.length }), wish: wish("reply.remindNow", { meeting: meeting.id }) },
          { label: t("label.cancel"), wish: wish("step.cancel") },
        ],
      }),
    );
  },
});

/** The first ones by name, a dozen at most and no more than a fact can hold, the rest as a number: it stays readable with ten thousand people. */
function some({ t }: Known, names: readonly string[]): string {
  const first = names.slice(0, 12).filter((_, n) => names.slice(0, n + 1).join("; ").length <= 1000);
  return first.length < names.length ? `${first.join("; ")}; ${t("list.more", { n: names.length - first.length })}` : first.join("; ");
}

const nobodyCard = ({ t }: Known, meeting: Meeting) =>
  card("nudge.nobody", t("nudge.nobody.title"), {
    text: t("nudge.nobody.text"),
    buttons: [{ label: t("label.replies"), wish: wish("reply.list", { meeting: meeting.id }) }],
  });

/** Sends what the ladder would send next; the same key, so the planned one falls away and nobody gets it twice. */
const remindNow = command({
  who: "organiser",
  opens: { meeting: "needed", hold: "meeting" },
  args: meetingArg,
  async run(context) {
    const { t, desk, now } = context;
    const meeting = meetingOf(context);
    if (meeting.state !== "invited" || now >= meeting.startsAt) return show(nobodyCard(context, meeting));
    const to = toRemind(await repliesOf(desk, meeting));
    for (const reply of to.now) {
      const kind = reply.nudges === 0 ? "nudge.first" : "nudge.last";
      desk.put("Reply", { ...reply, nudges: reply.nudges + 1 });
      desk.owe(
        owed(context, {
          key: `${kind}:${meeting.id}:${meeting.edition}:${reply.personId}`,
          kind,
          personId: reply.personId,
          args: { meeting: meeting.id, person: reply.personId },
          matter: replyMatter(meeting.id, reply.personId),
          usefulUntil: meeting.startsAt,
        }),
      );
    }
    if (to.now.length === 0) return show(nobodyCard(context, meeting));
    return show(
      card("nudge.sent", t("nudge.sent.title", { n: to.now.length }), {
        facts: [meetingFact(context, meeting)],
        buttons: [{ label: t("label.replies"), wish: wish("reply.list", { meeting: meeting.id }) }],
      }),
    );
  },
});

export const replyCommands = {
  "reply.list": list,
  "reply.remind": remind,
  "reply.remindNow": remindNow,
  ...recordCommands,
  ...swapCommands,
  ...undoCommands,
} satisfies { readonly [N in Extract<CommandName, `reply.${string}`>]: unknown } as Record<Extract<CommandName, `reply.${string}`>, Command>;
