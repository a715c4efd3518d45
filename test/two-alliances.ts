// Two alliances on one database, alike but for their ids and for a word in every name, and what each of them stores.
import type { Pool } from "pg";
import { seed } from "../adapters/store/specimen.ts";
import type { Bot } from "../src/bot.ts";
import type { Incoming } from "../src/incoming.ts";
import type { Outcome } from "../src/outcome.ts";
import { tables } from "../src/tables.ts";
import { task } from "../src/testing/agreed.ts";
import * as a from "../src/testing/examples.ts";
import { question } from "../src/testing/questions.ts";
import type { SomeRows } from "../src/testing/store.ts";
import { talk } from "../src/testing/talks.ts";

export const sides = ["x", "y"] as const;
export type Side = (typeof sides)[number];
/** Stands in every name and text of that alliance, and nowhere else. */
export const markOf: Readonly<Record<Side, string>> = { x: "Heimat", y: "Fremde" };
export const otherSide: Readonly<Record<Side, Side>> = { x: "y", y: "x" };

/** Their ids are the alliance's letter, a hyphen and this; "nobody" has an account at the messenger and none here. */
export const roles = ["office", "lead", "speaker", "second", "third", "delegate", "substitute", "nobody"] as const;
export type Role = (typeof roles)[number];

/** Fresh rows of both, and nothing else. Meetings: "m" is invited to, "d" a draft of a workshop, "old" is over, "c" was cancelled. */
export async function seedBoth(pool: Pool): Promise<void> {
  await pool.query(`DELETE FROM "Delivery"; DELETE FROM "Alliance"; DELETE FROM "Gesture"; DELETE FROM "Contact"; DELETE FROM pgboss.job_common`);
  for (const side of sides) await seed(pool)(rowsOf(side));
}

function rowsOf(side: Side): SomeRows {
  const mark = markOf[side];
  const allianceId = side;
  const id = (name: string) => `${side}-${name}`;
  const organisation = (name: string, category: string, seats: number) =>
    a.organisation({
      id: id(name),
      allianceId,
      slug: name,
      nameDe: `${name} ${mark}`,
      nameEn: `${name} ${mark}`,
      aliases: [`${mark} ${name}`],
      category,
      seats,
      mayAsk: category.startsWith("politics"),
      mayAnswer: !category.startsWith("politics"),
    });
  const person = (name: string, organisationId: string | null, more: object = {}) =>
    a.person({
      ...{
        id: id(name),
        allianceId,
        name: `${name} ${mark}`,
        organisationId: organisationId && id(organisationId),
        email: `${name}@${mark.toLowerCase()}.example`,
      },
      ...{ welcomedAt: a.noon, ...more },
    });
  const people = [
    person("office", null, { roles: ["organiser"] }),
    person("lead", "head", { roles: ["lead"] }),
    person("speaker", "group", { roles: ["spokesperson"] }),
    person("second", "group"),
    person("third", "group"),
    person("delegate", "firm"),
    person("substitute", "firm"),
  ];
  const holding = (name: string, seat: string, kind: "holder" | "substitute" = "holder") => {
    return { id: id(`h-${name}`), allianceId, seatId: id(seat), personId: id(name), kind, position: 1, verified: true, validFrom: null, validTo: null };
  };
  const seat = (name: string, of: string) => {
    return { id: id(name), allianceId, organisationId: id(of), position: 1, boundTo: "organisation", status: "confirmed", documented: null } as const;
  };
  const meeting = (name: string, more: object = {}) => a.meeting({ id: id(name), allianceId, place: `Rathaus ${mark}`, ...more });
  const reply = (name: string, of: string, more: object = {}) =>
    a.reply({ meetingId: id("m"), personId: id(name), allianceId, organisationId: id(of), ...more });
  return {
    Alliance: [a.alliance({ id: side, nameDe: `Bündnis ${mark}`, nameEn: `Alliance ${mark}`, visionDe: mark, usualPlace: `Saal ${mark}` })],
    Workspace: [{ messenger: "test", tenant: side, allianceId, trustsEmail: false }],
    Organisation: [organisation("head", "lead", 1), organisation("group", "politics_council", 2), organisation("firm", "business", 1)],
    Objective: [{ id: id("aim"), allianceId, position: 1, labelDe: mark, textDe: mark, textEn: mark, main: true }],
    Seat: [seat("s-head", "head"), seat("s-group", "group"), seat("s-firm", "firm")],
    Person: people,
    Holding: [
      holding("lead", "s-head"),
      ...["speaker", "second", "third"].map((name) => holding(name, "s-group")),
      holding("delegate", "s-firm"),
      holding("substitute", "s-firm", "substitute"),
    ],
    StandIn: [{ actorId: id("substitute"), personId: id("lead"), allianceId }],
    Account: people.map((it) => a.account({ allianceId, personId: it.id, messenger: "test", tenant: side, user: it.id, address: { chat: it.id } })),
    AccessCode: [
      { hash: id("code"), allianceId, personId: id("delegate"), createdAt: a.noon, expiresAt: new Date("2026-10-15T10:00:00Z"), usedAt: null, revokedAt: null },
    ],
    Meeting: [
      meeting("m"),
      meeting("d", {
        kind: "workshop",
        state: "draft",
        day: "2026-11-18",
        startsAt: new Date("2026-11-18T13:00:00Z"),
        endsAt: new Date("2026-11-18T16:00:00Z"),
      }),
      meeting("old", { day: "2026-03-04", startsAt: new Date("2026-03-04T13:00:00Z"), endsAt: new Date("2026-03-04T16:00:00Z") }),
      meeting("c", {
        state: "cancelled",
        cancelNote: mark,
        day: "2026-12-02",
        startsAt: new Date("2026-12-02T13:00:00Z"),
        endsAt: new Date("2026-12-02T16:00:00Z"),
      }),
    ],
    AgendaItem: ["opening", "projects", "qa"].map((key, index) => ({
      ...{ id: id(key), allianceId, meetingId: id("m"), position: index + 1, number: String(index + 1) },
      ...{ key, titleDe: mark, titleEn: mark, minutes: 30 },
    })),
    Task: [
      task({ id: id("task"), allianceId, number: 1, organisationId: id("group"), personId: id("speaker"), state: "accepted", title: mark, due: "2026-12-01" }),
    ],
    Talk: [talk({ id: id("talk"), allianceId, meetingId: id("m"), organisationId: id("firm"), personId: id("delegate"), title: mark, about: mark })],
    Question: [
      question({
        ...{ id: id("question"), number: 1, allianceId, meetingId: id("m"), state: "admitted", text: `${mark}?`, background: mark },
        ...{ personId: id("speaker"), organisationId: id("group"), seatId: id("s-group"), toId: id("firm"), objectiveId: id("aim") },
      }),
    ],
    Answer: [{ questionId: id("question"), edition: 1, allianceId, organisationId: id("firm"), personId: id("delegate"), text: mark, on: "2026-09-24" }],
    Vote: [{ questionId: id("question"), personId: id("second"), allianceId }],
    Note: [{ id: id("note"), allianceId, meetingId: id("m"), personId: id("delegate"), text: mark, on: "2026-09-24", done: false }],
    Consent: [{ meetingId: id("d"), organisationId: id("group"), allianceId, personId: id("speaker"), answer: "none", askedAt: a.noon, answeredAt: null }],
    Quota: ["head", "group", "firm"].map((name) => ({ meetingId: id("m"), organisationId: id(name), allianceId, seats: name === "group" ? 2 : 1 })),
    Reply: [
      reply("lead", "head", { state: "declined", answeredAt: a.noon, actorId: id("lead") }),
      reply("speaker", "group", { state: "accepted", answeredAt: a.noon, actorId: id("speaker") }),
      reply("second", "group", { state: "accepted", answeredAt: a.noon, actorId: id("second") }),
      reply("third", "group", { state: "waiting", waitingSince: a.noon, answeredAt: a.noon, actorId: id("third") }),
      reply("delegate", "firm"),
    ],
    Shown: ["speaker", "second", "third", "delegate"].map((name) =>
      a.shown({ matter: `rsvp:${id("m")}:${id(name)}`, accountId: `account-${id(name)}`, allianceId, personId: id(name), messenger: "test", tenant: side }),
    ),
  };
}

let count = 0;
/** One gesture; its answer comes inline, so that a refusal owes no message. */
export function gesture(bot: Bot, side: Side, role: Role, said: Incoming["said"], more: Partial<Incoming> = {}): Promise<Outcome> {
  const user = `${side}-${role}`;
  const from = { messenger: "test", tenant: side, user, address: { chat: user } };
  return bot.handle({ key: `gesture ${++count}`, from, place: "direct", said, window: true, answer: "inline", ...more });
}

/** A sum over the rows of each table, by alliance: "Reply x". Gestures are left out: every one is noted. */
export async function contents(pool: Pool): Promise<ReadonlyMap<string, string>> {
  const ofAll = ["Contact", "Pace", "Setting"].map((table) => ({ table, owner: "''" }));
  const ofOne = Object.keys(tables)
    .filter((table) => table !== "Contact")
    .map((table) => ({ table, owner: table === "Alliance" ? '"id"' : `coalesce("allianceId", '')` }));
  const sums = [...ofAll, ...ofOne].map(
    ({ table, owner }) => `SELECT '${table} ' || ${owner} AS name, md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM "${table}" t GROUP BY 1`,
  );
  sums.push(`SELECT 'job ', count(*)::text FROM pgboss.job WHERE name = 'deliver'`);
  const { rows } = await pool.query<{ name: string; sum: string }>(sums.join(" UNION ALL "));
  return new Map(rows.map(({ name, sum }) => [name, sum]));
}

/** The tables whose rows differ. */
export const differences = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name)).sort();
