// The tours of what the office does with questions (admitting, merging, refusing, notes, rules, places) and of the list everybody reads.

import type { Answer, Question, Round } from "../question/model.ts";
import { at } from "../time.ts";
import { asked, fewQuestions, stored } from "./catalogue.ts";
import { account, person } from "./examples.ts";
import { adding, invited, invitedToWorkshop, newestMeeting, press, type Tour } from "./tour.ts";
import type { World } from "./world.ts";

const ask = (world: World, some: Parameters<typeof asked>[1]) => world.store.seed({ Question: asked(newestMeeting(world), some) });
const change = (world: World, number: number, more: Partial<Question>) => world.store.seed({ Question: [{ ...stored(world, number), ...more }] });
const about = (world: World, number: number) => ({ meeting: newestMeeting(world), question: `q${number}` });
const round = (world: World, more: Partial<Round>) =>
  world.store.seed({
    Round: [{ meetingId: newestMeeting(world), allianceId: "kba", intake: "open", state: "none", currentId: null, later: [], past: null, ...more }],
  });

async function prepared(open: Parameters<Tour>[0], change?: Parameters<typeof invited>[1]): Promise<World> {
  const world = await invited(open, change);
  world.now = at("2026-09-24", "10:00");
  ask(world, fewQuestions);
  return world;
}

const moderation: Tour = async (open) => {
  const world = await prepared(open);
  change(world, 7, { background: "Der Bedarf wächst.", late: true });
  await world.say("office", "frage liste");
  await world.tap("office", "question.review");
  await world.press("office", world.labels("office")[3] ?? "");
  await press(world, "office", "question.merge", about(world, 8));
  await world.fill("office", { into: "" });
  await world.fill("office", { into: "F-12" });
  await world.tap("office", "question.undo");
  await press(world, "office", "question.reject", about(world, 8));
  await world.fill("office", { rule: "" });
  await world.fill("office", { rule: "private", hint: "Bitte ohne Namen Dritter." });
  await press(world, "spd-1", "question.list", { meeting: newestMeeting(world), view: "unnamed" });
  await press(world, "office", "question.merge", { ...about(world, 7), into: "F-3" });
  await press(world, "office", "question.review", { meeting: newestMeeting(world) });
  await press(world, "office", "question.show", about(world, 3));
  await world.tap("office", "question.move");
  await press(world, "office", "question.undo", about(world, 7));
  change(world, 7, { said: "again" });
  await press(world, "office", "question.review", about(world, 7));
  await press(world, "office", "question.admit", about(world, 7));
  await world.tap("office", "question.undo");
  ask(world, [{ number: 20, state: "merged", intoId: "q7" }]);
  await press(world, "office", "question.review", { meeting: newestMeeting(world) });
  await press(world, "office", "question.reject", about(world, 7));
  await world.fill("office", { rule: "offTopic" });
  for (const state of ["assigned", "answeredBefore", "answered", "owed", "closed", "withdrawn"] as const) {
    change(world, 12, { state });
    await press(world, "office", "question.admit", about(world, 12));
  }
  ask(
    world,
    Array.from({ length: 120 }, (_, n) => ({ number: 100 + n, text: `Wie steht es um Vorhaben ${n}?` })),
  );
  await press(world, "office", "question.merge", about(world, 100));
  await world.fill("office", { number: "F-999" });
  await press(world, "spd-1", "question.admit", about(world, 100));
};

const notes: Tour = async (open) => {
  const world = await prepared(open);
  const meeting = newestMeeting(world);
  await press(world, "office", "question.notes", { meeting });
  const text = "Bitte auch über die Anfahrt zu den Betrieben im Norden sprechen, weil dort kein Bus fährt und viele kein Auto haben.";
  world.store.seed({
    Note: Array.from({ length: 10 }, (_, n) => ({
      id: `note-${n}`,
      allianceId: "kba",
      meetingId: meeting,
      personId: n % 2 ? "ihk-1" : "dgb-1",
      text,
      on: "2026-09-11",
      done: n > 8,
    })),
  });
  await world.say("office", "frage liste");
  await world.tap("office", "question.notes");
  await world.tap("office", "question.noteDone", { note: "note-3" });
  await world.tap("office", "question.notes", { page: "2" });
};

const list: Tour = async (open, language) => {
  const secretariat = { allianceId: "kba", organisationId: "cdu", name: "Sekretariat", nameEn: "Secretariat", language, welcomedAt: new Date(0) };
  const world = await prepared(open, (rows) =>
    adding(rows, {
      Person: [person({ id: "desk", ...secretariat })],
      Account: [account({ id: "acc-desk", allianceId: "kba", personId: "desk", messenger: "test", tenant: "T", user: "desk", address: { chat: "desk" } })],
      StandIn: ["cdu-1", "cdu-2"].map((personId) => ({ actorId: "desk", personId, allianceId: "kba" })),
    }),
  );
  const meeting = newestMeeting(world);
  ask(world, [
    { number: 13, state: "admitted", objectiveId: "objective-1", organisationId: "landespolitik", personId: "gone" },
    { number: 14, state: "rejected", rule: "dignity", hint: "Bitte sachlich." },
    { number: 15, named: false, state: "merged", intoId: "q3" },
    { number: 16, named: false, state: "admitted", background: "Viele fragen danach." },
  ]);
  for (const who of ["spd-1", "ihk-1"]) await world.say(who, "frage liste");
  for (const view of ["to", "objective", "mine", "answered", "unnamed"]) await press(world, "spd-1", "question.list", { meeting, view });
  await press(world, "spd-1", "question.list", { meeting, view: "to", to: "ihk" });
  await press(world, "spd-1", "question.list", { meeting, view: "objective", objective: "objective-1" });
  await press(world, "spd-1", "question.list", { meeting, view: "objective", objective: "none" });
  await press(world, "agentur-1", "question.list", { meeting, view: "ours" });
  for (const view of ["received", "merged", "rejected", "withdrawn", "every"]) await press(world, "office", "question.list", { meeting, view });
  await world.say("spd-1", "frage liste Agentr");
  await world.say("spd-1", "frage liste Xyz");
  await world.tap("spd-1", "question.show", { question: "F-12" });
  await press(world, "spd-1", "question.support", { ...about(world, 12), on: "yes" });
  await press(world, "cdu-1", "question.support", { ...about(world, 3), on: "yes" });
  await press(world, "desk", "question.support", { ...about(world, 3), on: "yes" });
  await press(world, "desk", "question.support", { ...about(world, 3), on: "no" });
  await press(world, "ihk-1", "question.support", { ...about(world, 3), on: "yes" });
  await press(world, "spd-1", "question.show", { ...about(world, 14), view: "public" });
  for (const number of [3, 14, 15, 16, 7]) await press(world, "office", "question.show", about(world, number));
  await press(world, "agentur-1", "question.show", about(world, 3));
  world.store.seed({ QuestionRules: [{ allianceId: "kba", perSeat: 1, supplements: 2, showSupport: false, order: "support" }] });
  await press(world, "cdu-1", "question.show", { ...about(world, 3), view: "public" });
  const answer = { questionId: "q3", allianceId: "kba", organisationId: "agentur", personId: "agentur-1" };
  const answers: readonly Answer[] = [
    { ...answer, edition: 1, text: "Es sind 40 Plätze geplant.", on: "2026-10-01" },
    { ...answer, edition: 2, text: "Es sind 42 Plätze geplant.", on: "2026-10-02" },
  ];
  change(world, 3, { state: "answeredBefore" });
  for (const it of answers) {
    world.store.seed({ Answer: [it] });
    await press(world, "spd-1", "question.show", about(world, 3));
  }
  ask(
    world,
    Array.from({ length: 9 }, (_, n) => ({ number: 30 + n, state: "admitted" as const })),
  );
  for (const page of ["1", "2"]) await press(world, "spd-1", "question.list", { meeting, page });
  const empty = await invited(open);
  await empty.say("spd-1", "frage liste");
  await empty.say("office", "frage liste");
  await press(empty, "office", "question.review", { meeting: newestMeeting(empty) });
  const workshop = await invitedToWorkshop(open);
  await workshop.say("spd-1", "frage liste");
};

const settings: Tour = async (open) => {
  const world = await prepared(open);
  const meeting = newestMeeting(world);
  for (const who of ["spd-1", "ihk-1", "office"]) await press(world, who, "question.rules", { meeting });
  await world.tap("office", "question.rules", { edit: "1" });
  await world.fill("office", { perSeat: "20" });
  for (const order of ["addressee", "objective", "support"]) {
    await press(world, "office", "question.rules", { meeting, edit: "1" });
    await world.fill("office", { perSeat: "1", supplements: order === "support" ? "0" : "3", shown: "no", order });
  }
  for (const to of ["paused", "closed", "open"]) await press(world, "office", "question.intake", { meeting, to });
  ask(
    world,
    Array.from({ length: 3 }, (_, n) => ({ number: 30 + n, state: "admitted" as const })),
  );
  await press(world, "office", "question.move", about(world, 31));
  await world.press("office", world.labels("office")[0] ?? "");
  await world.tap("office", "question.move", { choose: "1" });
  await world.fill("office", { place: "1" });
  await world.say("spd-1", "frage liste");
  await world.tap("office", "question.move", { rule: "1" });
  round(world, { state: "running", currentId: "q3" });
  await press(world, "office", "question.rules", { meeting });
  await press(world, "office", "question.rules", { meeting, edit: "1" });
  world.store.seed({ Organisation: world.store.rows("Organisation").map((it) => ({ ...it, mayAsk: false })) });
  await press(world, "ihk-1", "question.rules", { meeting });
};

export const questionOfficeTours: readonly Tour[] = [moderation, notes, list, settings];
