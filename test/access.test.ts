// Who may ask what: every command, asked by everybody who may not, and with every id of somebody else's. Nothing is written.
import { names } from "../src/names.ts";
import type { Outcome } from "../src/outcome.ts";
import { registry } from "../src/registry.ts";
import * as a from "../src/testing/examples.ts";
import { type Wish, wish, writeWish } from "../src/wish.ts";
import { type Ground, openGround } from "./race.ts";
import { contents, differences, gesture, markOf, otherSide, type Role, roles, type Side, seedBoth } from "./two-alliances.ts";

jest.setTimeout(120_000);

/** Whatever is not named here is the office's; a new command is, until somebody decides otherwise. */
const allowed = {
  anyone: ["help.show", "language.set", "privacy.show", "step.cancel", "link.enter"],
  linked: [
    ...["help.callback", "status.show", "cancel.which", "meeting.show", "meeting.list", "meeting.consent", "link.notMe", "link.second"],
    ...["settings.show", "settings.change", "settings.rest", "settings.restEnd", "privacy.data", "privacy.erase", "privacy.eraseNow"],
    ...["task.show", "task.list", "task.accept", "task.reject", "task.progress", "task.done", "task.note", "task.undo", "task.extend", "task.handover"],
    ...["task.history", "talk.show", "talk.open", "talk.more", "talk.link", "talk.noSlides", "talk.confirm", "talk.withdraw", "talk.claim", "talk.swap"],
    ...["talk.swapAnswer", "programme.show", "programme.now", "keynote.show", "keynote.title", "keynote.link", "keynote.noSlides"],
    ...["question.show", "question.new", "question.typed", "question.edit", "question.withdraw", "question.respond", "question.hint", "question.list"],
    ...["question.support", "question.rules", "question.asked", "question.answer", "round.show"],
    ...["member.show", "member.revoke", "objectives.show", "rsvp.show", "substitute.answer", "reply.list"],
  ],
  delegate: [
    ...["rsvp.accept", "rsvp.partial", "rsvp.decline", "rsvp.undecided", "rsvp.change", "rsvp.late", "waiting.leave"],
    ...["substitute.pick", "substitute.name", "substitute.told", "substitute.ask", "talk.new"],
  ],
  chair: [
    ...["task.new", "programme.step", "round.control", "round.more", "round.start", "round.answered", "round.written", "round.later", "round.back"],
    ...["round.pause", "round.supplement", "round.end", "round.endNow", "round.tasks"],
  ],
};
const whoMay: Readonly<Record<Role, readonly (keyof typeof allowed | "organiser")[]>> = {
  nobody: ["anyone"],
  office: ["anyone", "linked", "organiser", "chair"],
  ...{ lead: ["anyone", "linked", "delegate", "chair"], speaker: ["anyone", "linked", "delegate"], second: ["anyone", "linked", "delegate"] },
  ...{ third: ["anyone", "linked", "delegate"], delegate: ["anyone", "linked", "delegate"], substitute: ["anyone", "linked", "delegate"] },
};

let ground: Ground;
beforeAll(async () => {
  ground = await openGround(() => a.noon);
});
afterAll(() => ground.close());
beforeEach(() => seedBoth(ground.pool));

/** A wish with every argument the command knows, all of them readable, about somebody of `side`. */
function fullWish(command: keyof typeof registry, side: Side, person: Role, meeting: string): Wish {
  const ids: Readonly<Record<string, string>> = {
    ...{
      meeting: `${side}-${meeting}`,
      organisation: `${side}-group`,
      batch: `${side}-code`,
      gesture: "gesture 1",
      entry: `h:${side}-h-${person}`,
      ...{ edition: "1", task: `${side}-task`, talk: `${side}-talk`, lead: `${side}-group`, objective: `${side}-aim` },
      ...{ question: `${side}-question`, into: `${side}-question`, note: `${side}-note`, to: `${side}-firm` },
    },
    ...Object.fromEntries(["for", "whom", "person", "in", "out", "as", "receive", "ask"].map((name) => [name, `${side}-${person}`])),
  };
  const args = Object.entries(registry[command].args).map(([name, { kind }]) => {
    if (kind.type === "one") return [name, kind.options[0]?.value ?? ""];
    if (kind.type === "number") return [name, String(kind.min)];
    if (kind.type === "day") return [name, "2026-11-25"];
    if (kind.type === "clock") return [name, "15:00"];
    return [name, ids[name] ?? (kind.type === "many" ? "opening" : "Text")];
  });
  return wish(command, Object.fromEntries(args));
}

const bot = () => ground.bots[0] as Ground["bots"][number];
const press = (side: Side, role: Role, it: Wish) => gesture(bot(), side, role, { pressed: writeWish(it) });
const send = (side: Side, role: Role, it: Wish) => gesture(bot(), side, role, { sent: { command: it.command, args: {} }, answers: it.args });
const refusal = (outcome: Outcome) => ("refuse" in outcome ? outcome.refuse : "");

test("only what is named above may be asked by anybody but the office", () => {
  const open = Object.fromEntries(Object.keys(allowed).map((who) => [who, names.filter((name) => registry[name].who === who).sort()]));
  expect(open).toEqual(Object.fromEntries(Object.entries(allowed).map(([who, list]) => [who, [...list].sort()])));
});

test.each(names)("%s is refused to everybody who may not ask it, by button and by form, and nothing is written", async (name) => {
  const before = await contents(ground.pool);
  for (const role of roles) {
    if (whoMay[role].includes(registry[name].who)) continue;
    for (const meeting of ["m", "d"])
      for (const ask of [press, send]) {
        const outcome = await ask("x", role, fullWish(name, "x", "delegate", meeting));
        expect([role, ["role", "unknown_account"].includes(refusal(outcome)), refusal(outcome)]).toEqual([role, true, refusal(outcome)]);
      }
  }
  // Somebody unknown is remembered as such, so that the second answer can be shorter.
  expect(differences(before, await contents(ground.pool)).filter((it) => it !== "Contact ")).toEqual([]);
  expect(ground.faults).toEqual([]);
});

test.each(names)("%s with the ids of another alliance reads and writes nothing there", async (name) => {
  for (const side of ["x", "y"] as const) {
    const other = otherSide[side];
    for (const role of roles) {
      const before = await contents(ground.pool);
      for (const meeting of ["m", "d"])
        for (const ask of [press, send]) {
          const outcome = await ask(side, role, fullWish(name, other, "delegate", meeting));
          expect(JSON.stringify(outcome)).not.toContain(markOf[other]);
          expect([role, refusal(outcome)]).not.toEqual([role, "fault"]);
        }
      const touched = differences(before, await contents(ground.pool)).filter((it) => it.endsWith(` ${other}`));
      expect([role, touched]).toEqual([role, []]);
    }
  }
  expect(ground.faults).toEqual([]);
});

test("the same wishes change what they ask for where they may be asked", async () => {
  const asked = [
    ["office", "reply.record", "Reply x"],
    ["delegate", "rsvp.decline", "Reply x"],
    ["speaker", "meeting.consent", "Consent x"],
    ["office", "member.decide", "Trail x"],
    ["third", "question.support", "Vote x"],
    ["office", "question.undo", "Question x"],
    ["office", "meeting.cancelNow", "Meeting x"],
  ] as const;
  for (const [role, name, changed] of asked) {
    const before = await contents(ground.pool);
    const it = fullWish(name, "x", role === "office" ? "delegate" : role, name === "meeting.consent" ? "d" : "m");
    const sequence = name === "meeting.cancelNow" ? { sequence: "0", note: "" } : {};
    await press("x", role, { ...it, args: { ...it.args, ...(name === "meeting.consent" ? { day: "2026-11-18" } : {}), ...sequence } });
    expect([name, differences(before, await contents(ground.pool))]).toEqual([name, expect.arrayContaining([changed])]);
  }
});

/** Replies, seats and roles of people who did not ask; the office may change them, nobody else. */
test.each([...allowed.delegate, ...allowed.linked] as (keyof typeof registry)[])("%s for somebody else changes nothing of theirs", async (name) => {
  for (const role of ["second", "third", "delegate", "substitute"] as const) {
    const before = await ofSpeaker();
    for (const ask of [press, send]) await ask("x", role, fullWish(name, "x", "speaker", "m"));
    expect([role, await ofSpeaker()]).toEqual([role, before]);
  }
});

async function ofSpeaker(): Promise<unknown> {
  const tables = ["Reply", "Person", "Account", "Holding", "Consent", "AccessCode", "Question", "Vote"];
  const parts = tables.map(
    (table) =>
      `SELECT '${table}' AS name, string_agg(t::text, '|' ORDER BY t::text) AS rows FROM "${table}" t WHERE "${table === "Person" ? "id" : "personId"}" = 'x-speaker'`,
  );
  return (await ground.pool.query(parts.join(" UNION ALL "))).rows;
}
