// Erases everything that is stored about somebody, in the transaction of the gesture that asks for it; their seat stays, without a name.
import { translator } from "../../locales/index.ts";
import type { Known } from "../command.ts";
import type { Trail } from "../notice/model.ts";
import { owed } from "../notice/owe.ts";
import type { Holding, Person } from "../roster/model.ts";
import { isOrganiser } from "../roster/rules.ts";
import type { Task } from "../task/model.ts";
import { tasksOf } from "./own.ts";
import { leaveQuestions } from "./questions.ts";
import { leaveReplies, leaveStandIns, type Remaining } from "./seats.ts";
import { leaveTalks } from "./talks.ts";

/** The office must be able to go on: whoever is its only person with an account names somebody else first. */
export async function isLastOfOffice({ desk, person }: Known): Promise<boolean> {
  if (!isOrganiser(person)) return false;
  const others = (await desk.find("Person", {})).filter((it) => isOrganiser(it) && it.id !== person.id);
  return others.length === 0 || (await desk.find("Account", { personId: others.map(({ id }) => id) })).length === 0;
}

export async function erase(context: Known): Promise<void> {
  const { desk, person } = context;
  const remaining = await seatKept(context);
  await leaveReplies(context, remaining);
  await leaveStandIns(context, remaining);
  await leaveTalks(context, remaining);
  await leaveQuestions(context);
  await leaveTrail(context, remaining);
  for (const task of await tasksOf(desk, person.id)) desk.put("Task", nobodysTask(task, person.id));
  for (const account of await desk.find("Account", { personId: person.id })) desk.remove("Account", account);
  // Codes, times of rest, messages, cards and visits go with the person (the database follows its references).
  desk.remove("Person", person);
  await tellTheOthers(context, remaining);
  answer(context);
}

/** A new person without a name takes over the seats, and what an organisation has said through the old one. */
async function seatKept({ desk, person, ids, alliance }: Known): Promise<Remaining> {
  const holdings = await desk.find("Holding", { personId: person.id });
  const [first] = [...holdings].sort((a, b) => Number(b.kind === "holder") - Number(a.kind === "holder"));
  const names = await officeNames(desk, first);
  if (!first) return { successor: undefined, name: names.name };
  const roles = person.roles.filter((role) => role === "lead" || role === "spokesperson");
  const { organisationId } = person;
  const successor: Person = { id: ids.next(), allianceId: alliance.id, ...names, organisationId, email: null, language: "de", roles, welcomedAt: null };
  desk.put("Person", successor);
  for (const holding of holdings) desk.put("Holding", { ...holding, personId: successor.id });
  for (const standIn of await desk.find("StandIn", { personId: person.id })) desk.put("StandIn", { ...standIn, personId: successor.id });
  for (const consent of await desk.find("Consent", { personId: person.id })) desk.put("Consent", { ...consent, personId: successor.id });
  return { successor, name: successor.name };
}

/** „Delegierte Person 2“, „Stellvertretung 1“; the number only where the organisation has several seats. */
async function officeNames(desk: Known["desk"], holding: Holding | undefined): Promise<Pick<Person, "name" | "nameEn">> {
  const [seat] = holding ? await desk.find("Seat", { id: holding.seatId }) : [];
  const seats = seat ? await desk.find("Seat", { organisationId: seat.organisationId }) : [];
  const kind = holding?.kind ?? "holder";
  const n = kind === "substitute" ? (holding?.position ?? 0) : seats.length > 1 ? (seat?.position ?? 0) : 0;
  return { name: translator("de")("privacy.office", { kind, n }), nameEn: translator("en")("privacy.office", { kind, n }) };
}

/** The history of the own answers goes; in that of tasks and of others the name and the hand that wrote it. Lines that a code or a link rests on stay as they are. */
async function leaveTrail({ desk, person, ids }: Known, { name }: Remaining): Promise<void> {
  for (const line of await desk.find("Trail", {})) {
    const mentions = [line.before, line.after].some((it) => it?.includes(`"${person.id}"`));
    if (line.personId !== person.id && !mentions && (line.actorId !== person.id || line.id.includes(":"))) continue;
    desk.remove("Trail", line);
    const own = line.personId === person.id;
    if (own && line.taskId === null) continue;
    const by = { personId: own ? null : line.personId, actorId: line.actorId === person.id ? null : line.actorId };
    desk.put("Trail", { ...line, ...by, id: ids.next(), before: scrubbed(line.before, person.id, name), after: scrubbed(line.after, person.id, name) });
  }
}

/** What the history says of a task the person had, or of a reply in which they were to come for somebody. */
function scrubbed(text: Trail["before"], id: string, name: string): string | null {
  if (!text?.includes(`"${id}"`)) return text;
  const it: Readonly<Record<string, unknown>> = JSON.parse(text);
  const without = Object.fromEntries(Object.entries(it).map(([column, value]) => [column, value === id ? null : value]));
  return JSON.stringify({ ...without, ...(it["substituteId"] === id ? { substituteName: name } : {}) });
}

const inHand: readonly Task["state"][] = ["accepted", "inProgress", "blocked"];

/** A task stays with its organisation: who was in charge is nobody now. */
function nobodysTask(task: Task, id: string): Task {
  const own = task.personId === id;
  const reopened = own && inHand.includes(task.state) ? ({ state: "open", acceptedAt: null } as const) : {};
  const offered = task.offeredToId === id || task.offeredById === id ? { offeredToId: null, offeredById: null } : {};
  const asked = task.askedById === id ? { askedById: null, askedDue: null } : {};
  return { ...task, ...reopened, ...(own ? { personId: null } : {}), ...offered, ...asked };
}

async function tellTheOthers(context: Known, { successor }: Remaining): Promise<void> {
  const { desk, person, key } = context;
  const office = (await desk.find("Person", {})).filter((it) => isOrganiser(it) && it.id !== person.id);
  for (const { id } of office)
    desk.owe(owed(context, { key: `erased:${key}:${id}`, kind: "erased", personId: id, args: successor ? { person: successor.id } : {} }));
}

/** The last word to somebody whom the bot no longer knows: owed here, because afterwards it belongs to nobody. */
function answer(context: Known): void {
  const { desk, key, lang, from, card } = context;
  desk.owe({
    ...owed(context, {
      key: `answer:${key}`,
      kind: "answer",
      args: { gesture: key, lang },
      messenger: from.messenger,
      tenant: from.tenant,
      address: from.address,
      ...(card ? { mode: "update", ref: card } : {}),
    }),
    allianceId: null,
  });
}
