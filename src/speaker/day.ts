// The day itself, step by step: held, later, not held, one step back.
import { id, one, optional } from "../args.ts";
import { command } from "../command.ts";
import { show } from "../outcome.ts";
import { put } from "./change.ts";
import { lineHeld } from "./held.ts";
import { withTalks } from "./line.ts";
import type { Talk } from "./model.ts";
import { step } from "./programme.ts";
import { holds } from "./register.ts";
import { controlCard } from "./show.ts";

const stepOn = command({
  who: "chair",
  opens: holds,
  args: { meeting: optional(id()), what: optional(one("begin", "held", "later", "missed", "back")), current: optional(id()) },
  async run(context, args) {
    const line = await lineHeld(context);
    if ("outcome" in line) return line.outcome;
    const { desk, now } = context;
    const organisations = await desk.find("Organisation", {});
    const { programme, draft } = line;
    // Pressed twice, or on an older card: the present state is shown and nothing is stepped over.
    const stale = args.current !== undefined && args.current !== (programme.currentId ?? "none");
    if (!args.what || stale || programme.edition === 0) return show(controlCard(context, line, organisations));
    if (args.what === "back") {
      const last = lastStep(draft.talks, programme.currentId);
      if (!last) return show(controlCard(context, line, organisations));
      const again: Talk = { ...last, state: "confirmed", claim: false };
      put(context, last, again);
      const back = { ...programme, currentId: last.id, startedAt: now };
      desk.put("Programme", back);
      return show(controlCard(context, { ...withTalks(line, [again]), programme: back }, organisations));
    }
    if (args.what !== "begin" && programme.currentId === null) return show(controlCard(context, line, organisations));
    const next = step(programme, draft.talks, args.what === "begin" ? "held" : args.what, now);
    desk.put("Programme", next.programme);
    for (const talk of next.talks)
      put(
        context,
        draft.talks.find(({ id: it }) => it === talk.id),
        talk,
      );
    return show(controlCard(context, { ...withTalks(line, next.talks), programme: next.programme }, organisations));
  },
});

/** The talk that was over last: of those before the present one, the one with the highest place. */
function lastStep(talks: readonly Talk[], currentId: string | null): Talk | undefined {
  return talks.filter((talk) => (talk.state === "held" || talk.state === "missed") && talk.id !== currentId).sort((a, b) => (b.place ?? 0) - (a.place ?? 0))[0];
}

export const dayCommands = { "programme.step": stepOn };
