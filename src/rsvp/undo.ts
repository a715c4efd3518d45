// Taking back what the office recorded for somebody.

import { id, text } from "../args.ts";
import { card } from "../card.ts";
import { command } from "../command.ts";
import { clip } from "../help/pieces.ts";
import { show } from "../outcome.ts";
import { nameIn } from "../reader.ts";
import { wish } from "../wish.ts";
import { meetingOf, momentOf } from "./held.ts";
import type { Reply } from "./model.ts";
import { recordFor } from "./onbehalf.ts";
import { repliesOf } from "./overview.ts";
import { replyStatus } from "./parts.ts";
import { snapshot } from "./record.ts";
import { type Answer, decide } from "./rules.ts";
import { seatTable } from "./situation.ts";

/** Takes back what the office recorded, as long as nothing has changed since. */
const undo = command({
  who: "organiser",
  opens: { meeting: "needed", hold: "meeting" },
  args: { meeting: id(), person: id(), gesture: text(200) },
  async run(context, args) {
    const { t, desk } = context;
    const meeting = meetingOf(context);
    const known = await repliesOf(desk, meeting);
    const reply = known.replies.find((it) => it.personId === args.person);
    const lines = await desk.find("Trail", { meetingId: meeting.id, personId: args.person, what: "reply" });
    const last = [...lines].sort((a, b) => b.at.getTime() - a.at.getTime())[0];
    const back = () => ({ label: t("label.replies"), wish: wish("reply.list", { meeting: meeting.id }) });
    if (!reply || !last?.before || last.after !== snapshot(reply) || last.actorId === null) {
      const state = replyStatus(context, reply);
      return show(card("onbehalf.changed", t("onbehalf.changed.title"), { text: t("onbehalf.changed.text", { state }), buttons: [back()] }));
    }
    const seats = await seatTable(desk, meeting.id, reply.organisationId);
    const earlier = restored(reply, last.before);
    // A seat given away meanwhile is not taken back: the earlier answer is decided anew.
    const decision = decide(
      seats,
      reply,
      {
        state: asAnswer(earlier.state),
        from: earlier.from,
        until: earlier.until,
        except: earlier.except,
        askOn: earlier.askOn,
        substitute: earlier,
        actorId: context.person.id,
        via: earlier.via,
      },
      { ...meeting, edition: earlier.edition },
      momentOf(context),
    );
    const asBefore = decision.reply.state === earlier.state ? { ...decision, reply: earlier } : decision;
    await recordFor(context, meeting, reply, seats, asBefore);
    return show(
      card("onbehalf.undone", t("onbehalf.undone.title", { person: clip(nameIn(context, known, reply.personId), 40) }), {
        text: t("onbehalf.undone.text"),
        buttons: [back()],
      }),
    );
  },
});

const asAnswer = (state: Reply["state"]): Answer["state"] => (state === "waiting" || state === "offered" ? "accepted" : state);

function restored(reply: Reply, before: string): Reply {
  const kept: Partial<Record<keyof Reply, unknown>> = JSON.parse(before);
  const instants = ["answeredAt", "substituteAskedAt", "waitingSince", "offeredUntil"] as const;
  const dates = Object.fromEntries(instants.map((column) => [column, typeof kept[column] === "string" ? new Date(kept[column] as string) : null]));
  return { ...reply, ...kept, ...dates } as Reply;
}

export const undoCommands = { "reply.undo": undo };
