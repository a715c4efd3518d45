// What people can ask about their own account: entering a code, saying it is not them, linking a second one.
import { id, optional, text } from "../args.ts";
import { type Command, type Context, command, type Known } from "../command.ts";
import type { CommandName } from "../names.ts";
import { tellOffice } from "../notice/office.ts";
import { ask, type Outcome, refuse, show } from "../outcome.ts";
import { settingsCard } from "../settings/cards.ts";
import { receiveIn, settingsOf } from "../settings/state.ts";
import { homeZone } from "../time.ts";
import { accessCommands, selfCodeCard } from "./access.ts";
import { accessFileCommands } from "./access-file.ts";
import {
  alreadyCard,
  codeForm,
  expiredCodeCard,
  lockedCard,
  noAllianceCard,
  notMeCard,
  secondCard,
  usedCodeCard,
  welcomeCard,
  wrongCodeCard,
} from "./cards.ts";
import { hashOf, issueCode, lockedFrom, openCodes, triesAllowed, untilForSelf } from "./codes.ts";
import { decidingCommands } from "./deciding.ts";
import { endingCommands } from "./ending.ts";
import { guestCommands } from "./guests.ts";
import { firstContact, type Host, hostOf, joinWorkspace, linkAccount, readerFor, unlinkAccount } from "./link.ts";
import { memberCommands } from "./members.ts";
import type { AccessCode, Alliance, Person } from "./model.ts";
import { namingCommands } from "./naming.ts";
import { officeListens } from "./office.ts";
import { isOrganiser } from "./rules.ts";

const enter = command({
  who: "anyone",
  args: { code: optional(text(60)) },
  async run(context, { code }) {
    const { desk, now, person, alliance } = context;
    if (person && alliance)
      return refuse("already_linked", alreadyCard({ ...context, alliance }, { person, organisation: await organisationOf(context, person) }));
    const host = await hostOf(context);
    const locked = desk.contact?.lockedUntil;
    if (locked && now < locked) return refuse("code_locked", lockedCard(context, locked, host?.alliance.zone ?? homeZone));
    if (code === undefined) return ask(codeForm(context));
    const [row] = await desk.find("AccessCode", { hash: hashOf(context.ids, code) });
    // A code of another alliance is as good as none.
    if (!row || (host && row.allianceId !== host.alliance.id)) return wrongCode(context, host);
    return useCode(context, host, row);
  },
});

function wrongCode(context: Context, host: Host | undefined): Outcome {
  const { desk, now, from } = context;
  const contact = desk.contact ?? firstContact(from, now);
  const attempts = contact.attempts + 1;
  if (attempts < triesAllowed) {
    desk.put("Contact", { ...contact, attempts, lockedUntil: null });
    return refuse("code_wrong", wrongCodeCard(context, triesAllowed - attempts));
  }
  const until = lockedFrom(now);
  desk.put("Contact", { ...contact, attempts: 0, lockedUntil: until });
  return refuse("code_locked", lockedCard(context, until, host?.alliance.zone ?? homeZone));
}

async function useCode(context: Context, host: Host | undefined, row: AccessCode): Promise<Outcome> {
  const { desk, now } = context;
  const alliance = host?.alliance ?? (await desk.find("Alliance", { id: row.allianceId }))[0];
  const [person] = await desk.find("Person", { allianceId: row.allianceId, id: row.personId });
  if (!alliance || !person) return wrongCode(context, host);
  if (!host && !isOrganiser(person)) return refuse("no_workspace", noAllianceCard(context));
  if (row.usedAt) return refuse("code_used", usedCodeCard(context, alliance));
  if (row.revokedAt) return refuse("code_expired", expiredCodeCard(context, alliance, undefined));
  if (now >= row.expiresAt) return refuse("code_expired", expiredCodeCard(context, alliance, row.expiresAt));
  // Nobody has claimed this workspace yet: the organiser's code does.
  if (!host) await joinWorkspace(context, alliance);
  return linkByCode(context, alliance, person, row);
}

async function linkByCode(context: Context, alliance: Alliance, person: Person, row: AccessCode): Promise<Outcome> {
  const { desk, now } = context;
  const open = await openCodes(desk, row, now);
  // Its name in the history makes the code count once, also for two who send it at the same moment.
  const linked = await linkAccount(context, alliance, person, `linked:${row.hash}`);
  desk.put("AccessCode", { ...row, usedAt: now });
  for (const other of open) if (other.hash !== row.hash) desk.put("AccessCode", { ...other, revokedAt: now });
  const reader = readerFor(context, alliance, person);
  const organisation = await organisationOf(context, person);
  if (linked.others.length > 0) return show(secondCard(reader, { person, organisation }, linked.account, linked.others));
  return show(welcomeCard(reader, { ...linked, person, organisation }));
}

async function organisationOf({ desk }: Context, { allianceId, organisationId }: Person) {
  const [organisation] = organisationId ? await desk.find("Organisation", { allianceId, id: organisationId }) : [];
  return organisation;
}

const notMe = command({
  who: "linked",
  args: {},
  async run(context) {
    const { desk, person, now } = context;
    const { account } = desk;
    if (!account) throw new Error("somebody linked without an account");
    const told = await officeListens(desk, account);
    await tellOffice(context, { key: `notMe:${context.key}`, kind: "notMe", args: { person: person.id, messenger: account.messenger, at: now.toISOString() } });
    await unlinkAccount(context, account);
    return show(notMeCard(context, told));
  },
});

/** A code for one's own account in another messenger; with `receive`, which of one's accounts gets the messages. */
const second = command({
  who: "linked",
  args: { receive: optional(id()) },
  async run(context, { receive }) {
    if (receive !== undefined) return chosen(context, receive);
    const { now, person } = context;
    const expiresAt = untilForSelf(now);
    return show(selfCodeCard(context, await issueCode(context, person, expiresAt), expiresAt));
  },
});

async function chosen(context: Known, receive: string): Promise<Outcome> {
  const before = await settingsOf(context.desk, context.today, context.person);
  const after = receiveIn(context, before, receive);
  return show(settingsCard(context, after ?? before, after !== undefined));
}

const linkCommands = { "link.enter": enter, "link.notMe": notMe, "link.second": second };

export const rosterCommands = {
  ...linkCommands,
  ...memberCommands,
  ...accessCommands,
  ...accessFileCommands,
  ...namingCommands,
  ...endingCommands,
  ...decidingCommands,
  ...guestCommands,
} satisfies {
  readonly [N in Extract<CommandName, `link.${string}` | `member.${string}`>]: Command;
};
