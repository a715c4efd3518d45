// „runde“: what everybody sees of it, and the steps with which office and lead steer it.
import { id, one, optional } from "../args.ts";
import { command, isAmongAll } from "../command.ts";
import { show } from "../outcome.ts";
import { holds, looks } from "./held.ts";
import { roundMatter } from "./parts.ts";
import { liveCard } from "./round-cards.ts";
import { controlCard, earlyCard, moreCard } from "./round-control.ts";
import { endCommands } from "./round-end.ts";
import { type RoundSight, roundHeld } from "./round-sight.ts";
import { supplementCommands } from "./round-supplement.ts";
import { carried, isOld, present, take } from "./round-take.ts";
import { answered, back, type Floor, later, pause, type Stepped, start, written } from "./steps.ts";

const showRound = command({
  who: "linked",
  opens: looks,
  opensNew: true,
  args: { meeting: optional(id()) },
  async run(context, args) {
    const sight = await roundHeld(context, args.meeting);
    if ("outcome" in sight) return sight.outcome;
    const { meeting } = sight.ledger;
    // Nobody reads of a draft among all.
    if (isAmongAll(context) && meeting.state === "invited") return { show: liveCard(context, sight), open: true, matter: roundMatter(meeting.id) };
    return context.may("round.control") ? present(context, sight) : show(liveCard(context, sight));
  },
});

const control = command({
  who: "chair",
  opens: looks,
  args: { meeting: optional(id()) },
  async run(context, args) {
    const sight = await roundHeld(context, args.meeting);
    return "outcome" in sight ? sight.outcome : present(context, sight);
  },
});

const more = command({
  who: "chair",
  opens: looks,
  args: { meeting: optional(id()) },
  async run(context, args) {
    const sight = await roundHeld(context, args.meeting);
    if ("outcome" in sight) return sight.outcome;
    const running = sight.ledger.round.state === "running" && sight.current;
    return show(running ? moreCard(context, sight) : controlCard(context, sight), roundMatter(sight.ledger.meeting.id));
  },
});

const begin = command({
  who: "chair",
  opens: holds,
  args: { ...carried, go: optional(one("1")) },
  async run(context, args) {
    const sight = await roundHeld(context, args.meeting);
    if ("outcome" in sight) return sight.outcome;
    const step = sight.held && !isOld(sight, args) ? start(sight.floor) : undefined;
    if (!step) return present(context, sight);
    if (context.today < sight.ledger.meeting.day && !args.go) return show(earlyCard(context, sight));
    return present(context, await take(context, sight, step));
  },
});

const stepping = (rule: (sight: RoundSight) => Stepped | undefined) =>
  command({
    who: "chair",
    opens: holds,
    args: carried,
    async run(context, args) {
      const sight = await roundHeld(context, args.meeting);
      if ("outcome" in sight) return sight.outcome;
      const step = sight.held && !isOld(sight, args) ? rule(sight) : undefined;
      return present(context, step ? await take(context, sight, step) : sight);
    },
  });

const onFloor =
  (rule: (floor: Floor) => Stepped | undefined) =>
  ({ floor }: RoundSight): Stepped | undefined =>
    rule(floor);

/** The end stands as soon as tasks have followed from it. */
const backUnlessFinal = ({ floor, ledger, tasks }: RoundSight): Stepped | undefined =>
  ledger.round.state === "ended" && tasks.length > 0 ? undefined : back(floor);

export const roundCommands = {
  "round.show": showRound,
  "round.control": control,
  "round.more": more,
  "round.start": begin,
  "round.answered": stepping(onFloor(answered)),
  "round.written": stepping(onFloor(written)),
  "round.later": stepping(onFloor(later)),
  "round.back": stepping(backUnlessFinal),
  "round.pause": stepping(onFloor(pause)),
  ...supplementCommands,
  ...endCommands,
};
