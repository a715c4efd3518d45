// The day itself, step by step: held, later, not held, one step back.
import { id, one, optional } from "../args.ts";
import { command } from "../command.ts";
import { repaintBoards } from "../meeting/live.ts";
import { show } from "../outcome.ts";
import { put, repaintTalk } from "./change.ts";
import { lineHeld } from "./held.ts";
import { programmeMatter, withTalks } from "./line.ts";
import { step, stepBack } from "./programme.ts";
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
    const speaking = draft.talks.some(({ id: it }) => it === programme.currentId);
    // Begun already, or nobody has begun.
    const idle = args.what === "begin" ? speaking : args.what !== "back" && !speaking;
    const next = idle
      ? undefined
      : args.what === "back"
        ? stepBack(programme, draft.talks)
        : step(programme, draft.talks, args.what === "begin" ? "held" : args.what, now);
    if (!next) return show(controlCard(context, line, organisations));
    desk.put("Programme", next.programme);
    const { talk } = next;
    if (talk) {
      put(
        context,
        draft.talks.find(({ id: it }) => it === talk.id),
        talk,
      );
      await repaintTalk(context, talk);
    }
    const { id: meeting } = line.meeting;
    await repaintBoards(context, { matter: programmeMatter(meeting), kind: "programme.live", args: { meeting } });
    return show(controlCard(context, { ...withTalks(line, talk ? [talk] : []), programme: next.programme }, organisations));
  },
});

export const dayCommands = { "programme.step": stepOn };
