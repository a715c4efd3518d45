// The tours of the round of questions: begun, steered, interrupted, ended, and what follows in writing.
import { usualRules } from "../question/model.ts";
import { at } from "../time.ts";
import { question } from "./questions.ts";
import { atTheRound, inChannel } from "./rounds.ts";
import { invited, newestMeeting, press, type Tour } from "./tour.ts";
import type { World } from "./world.ts";

/** What everybody reads now: in a channel, and for themselves. */
async function looked(world: World): Promise<void> {
  await inChannel(world, "cdu-1", "runde");
  await world.say("spd-1", "runde");
}

const steered: Tour = async (open) => {
  const world = await atTheRound(open);
  await looked(world);
  world.now = at("2026-10-05", "10:00");
  await world.say("office", "runde start");
  world.now = at("2026-10-07", "15:45");
  await world.say("ob-1", "runde");
  await world.tap("ob-1", "round.start");
  await looked(world);
  await world.tap("ob-1", "round.later");
  await world.tap("ob-1", "round.answered");
  await world.tap("ob-1", "round.more");
  await world.tap("ob-1", "round.supplement");
  await world.fill("ob-1", { text: "" });
  await world.fill("ob-1", { text: "Gilt das auch für die Pflege?" });
  await world.tap("ob-1", "round.answered");
  await looked(world);
  await world.tap("ob-1", "round.more");
  await world.tap("ob-1", "round.supplement");
  await world.tap("ob-1", "round.control");
  await world.tap("ob-1", "round.more");
  await world.tap("ob-1", "round.pause");
  await looked(world);
  await world.say("office", "runde ende");
  await world.tap("office", "round.control");
  await world.tap("office", "round.pause");
  await world.tap("office", "round.answered");
  await world.tap("office", "round.written");
  await world.tap("office", "round.more");
  await world.tap("office", "round.back");
  await world.tap("office", "round.written");
  await world.say("office", "runde ende");
  await world.tap("office", "round.endNow");
  await looked(world);
  await world.tap("office", "round.tasks");
  await world.fill("office", { due: "2026-10-24" });
  await world.fill("office", { due: "2026-10-23" });
  await world.say("ob-1", "runde");
  await looked(world);
  await world.say("cdu-1", "runde weiter");
};

/** Everything is answered; nothing is left to write. */
const answered: Tour = async (open) => {
  const world = await atTheRound(open);
  await world.say("office", "runde start");
  for (let n = 0; n < 4; n++) await world.tap("office", "round.answered");
  await looked(world);
  await world.tap("office", "round.end");
  await world.tap("office", "round.endNow");
  await looked(world);
  await world.tap("office", "round.back");
};

/** Many questions of which none is answered, with no supplementary ones allowed; and none at all. */
const rare: Tour = async (open) => {
  const many = Array.from({ length: 14 }, (_, n) => n + 1);
  const world = await atTheRound(open, (meetingId) =>
    many.map((number) => question({ id: `q${number}`, number, meetingId, organisationId: "cdu", personId: "cdu-1", seatId: null, state: "admitted" })),
  );
  world.store.seed({ QuestionRules: [{ ...usualRules("kba"), supplements: 0 }] });
  await world.say("office", "runde start");
  await world.tap("office", "round.more");
  await world.tap("office", "round.supplement");
  await world.say("office", "runde ende");
  await world.tap("office", "round.endNow");
  await world.tap("office", "round.tasks");
  await world.fill("office", {});
  await looked(world);
  const empty = await invited(open);
  await empty.say("office", "runde start");
  await press(empty, "ihk-1", "round.start", { meeting: newestMeeting(empty) });
};

export const roundTours: readonly Tour[] = [steered, answered, rare];
