// Rows for tests: everything that does not matter is filled in.

import type { Meeting } from "../meeting/model.ts";
import type { Delivery, Shown } from "../notice/model.ts";
import { owed } from "../notice/owe.ts";
import { usualLadder } from "../outbox/steps.ts";
import type { Sender } from "../ports.ts";
import type { Account, Alliance, Organisation, Person } from "../roster/model.ts";
import type { Quota, Reply } from "../rsvp/model.ts";
import type { Task } from "../task/model.ts";
import { untouched } from "../task/new.ts";

type Given<Row, Needed extends keyof Row> = Pick<Row, Needed> & Partial<Row>;

export const noon = new Date("2026-09-15T10:00:00Z");

export const alliance = (it: Given<Alliance, "id">): Alliance => ({
  nameDe: "Bündnis",
  nameEn: "Alliance",
  zone: "Europe/Berlin",
  office: { responsible: "Geschäftsstelle", phone: "02151 1", email: "office@example.org" },
  ladder: usualLadder,
  visionDe: "",
  workshopDeadline: null,
  meetingsPerYear: 2,
  usualStart: "14:00",
  usualPlace: "Rathaus",
  ...it,
});

export const organisation = (it: Given<Organisation, "id" | "allianceId">): Organisation => ({
  slug: it.id,
  position: 1,
  nameDe: it.id,
  nameEn: it.id,
  aliases: [],
  category: "business",
  status: "confirmed",
  seats: 1,
  seatsBasis: "explicit",
  mayPresent: true,
  mayAsk: false,
  mayAnswer: true,
  reviewOn: null,
  note: null,
  ...it,
});

export const person = (it: Given<Person, "id" | "allianceId">): Person => ({
  name: `Person ${it.id}`,
  nameEn: null,
  organisationId: null,
  email: null,
  language: "de",
  roles: [],
  welcomedAt: null,
  ...it,
});

export const account = (it: Given<Account, "allianceId" | "personId">): Account => ({
  id: `account-${it.personId}`,
  messenger: "page",
  tenant: it.allianceId,
  user: it.personId,
  address: { chat: it.personId },
  linkedAt: noon,
  receives: true,
  reachable: true,
  misread: 0,
  ...it,
});

/** Who writes from the account above. */
export const sender = (allianceId: string, personId: string): Sender => ({
  messenger: "page",
  tenant: allianceId,
  user: personId,
  address: { chat: personId },
});

export const meeting = (it: Given<Meeting, "id" | "allianceId">): Meeting => ({
  kind: "regular",
  state: "invited",
  day: "2026-10-07",
  start: "14:00",
  startsAt: new Date("2026-10-07T12:00:00Z"),
  endsAt: new Date("2026-10-07T15:30:00Z"),
  place: "Rathaus",
  edition: 1,
  sequence: 0,
  invitationOn: "2026-09-09",
  replyBy: "2026-09-30",
  talksBy: "2026-09-23",
  questionsBy: "2026-09-23",
  documentsBy: "2026-09-30",
  invitedAt: noon,
  cancelNote: null,
  consultReason: null,
  createdAt: noon,
  ...it,
});

export const quota = (it: Quota): Quota => it;

export const reply = (it: Given<Reply, "meetingId" | "personId" | "allianceId" | "organisationId">): Reply => ({
  state: "none",
  invitedAt: noon,
  answeredAt: null,
  actorId: null,
  via: "self",
  from: null,
  until: null,
  except: [],
  substituteId: null,
  substituteName: null,
  substituteState: null,
  substituteAskedAt: null,
  waitingSince: null,
  offeredUntil: null,
  askOn: null,
  edition: 1,
  reserved: false,
  nudges: 0,
  ...it,
});

export const task = (it: Given<Task, "id" | "allianceId" | "due">): Task => ({
  number: Number(it.id.replace(/\D/g, "")) || 1,
  title: `Aufgabe ${it.id}`,
  organisationId: "o",
  personId: null,
  involved: [],
  objectiveId: null,
  meetingId: null,
  item: null,
  question: null,
  note: null,
  state: "open",
  ...untouched,
  createdAt: noon,
  ...it,
});

export const shown = (it: Given<Shown, "matter" | "accountId" | "allianceId" | "personId">): Shown => ({
  messenger: "page",
  tenant: it.allianceId,
  ref: { id: it.matter },
  kind: "rsvp.ask",
  args: {},
  shownAt: noon,
  ...it,
});

export const delivery = (it: Given<Delivery, "key" | "allianceId">): Delivery => owed({ now: noon, desk: {} }, { kind: "notice", ...it });
