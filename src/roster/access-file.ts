// Access codes for everybody without an account, as one file: the card with its link, what the link gives, and blocking it all.

import { type Language, translator } from "../../locales/index.ts";
import { id } from "../args.ts";
import { type Card, card } from "../card.ts";
import { command, type Known } from "../command.ts";
import { act } from "../help/pieces.ts";
import { historyLine } from "../notice/history.ts";
import { refuse, show } from "../outcome.ts";
import type { Desk, Ids, View } from "../ports.ts";
import { byPosition, organisationName, personName } from "../reader.ts";
import { clockOf, type Day, dayOf, showClock, showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { hashOf, isOpen, showCode, showUntil, untilHandedOut } from "./codes.ts";
import { lasts } from "./entries.ts";
import type { AccessCode, Alliance, Organisation, Person } from "./model.ts";
import { isOrganiser } from "./rules.ts";

/** How long the link leads to the file; the link itself says the same. */
const linkLasts = 24 * 3_600_000;

/** Who needs a code: whoever holds a seat, stands in, answers for somebody, works in the office or is a guest, and has no account. */
export async function withoutAccount(view: View, today: Day): Promise<readonly { readonly person: Person; readonly organisation: Organisation | undefined }[]> {
  const linked = new Set((await view.find("Account", {})).map((account) => account.personId));
  const holdings = (await view.find("Holding", {})).filter((holding) => lasts(holding, today));
  const meetings = (await view.find("Meeting", {})).filter((meeting) => meeting.day >= today && meeting.state !== "cancelled");
  const guests = meetings.length > 0 ? await view.find("Guest", { meetingId: meetings.map((meeting) => meeting.id) }) : [];
  const needed = new Set([
    ...holdings.map((it) => it.personId),
    ...(await view.find("StandIn", {})).map((it) => it.actorId),
    ...guests.map((it) => it.personId),
  ]);
  const organisations = [...(await view.find("Organisation", {}))].sort(byPosition);
  const place = (person: Person): number => organisations.findIndex((it) => it.id === person.organisationId);
  const people = (await view.find("Person", {})).filter((person) => !linked.has(person.id) && (needed.has(person.id) || isOrganiser(person)));
  people.sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name, "de"));
  return people.map((person) => ({ person, organisation: organisations[place(person)] }));
}

/** The codes do not exist yet: they come with the first loading, the same ones with every further one. */
const accessFile = command({
  who: "organiser",
  args: {},
  async run(context) {
    const { t, lang, desk, now, today, alliance, person, ids, links } = context;
    const { length: n } = await withoutAccount(desk, today);
    if (n === 0)
      return refuse("nobody", card("access.file.all", t("access.file.all.title"), { text: t("access.file.all.text"), buttons: [act(context, "member.show")] }));
    const batch = ids.next();
    const url = links.file("access", { batch, person: person.id });
    if (!url)
      return refuse(
        "no_address",
        card("access.file.never", t("access.file.never.title"), { text: t("access.file.never.text"), buttons: [oneButton(context)] }),
      );
    const until = new Date(now.getTime() + linkLasts);
    return show(
      card("access.file", t("access.file.title"), {
        facts: [
          { label: t("access.for"), value: t("access.file.people", { n }) },
          { label: t("access.until"), value: t("access.once", { until: showUntil(context, untilHandedOut(today, alliance.zone), alliance) }) },
          {
            label: t("access.file.link"),
            value: t("rsvp.at", { day: showDay(dayOf(until, alliance.zone), lang), clock: showClock(clockOf(until, alliance.zone), lang) }),
          },
        ],
        text: t("access.file.text"),
        buttons: [
          { label: t("access.file.load"), url },
          { label: t("access.file.void"), wish: wish("member.voidFile", { batch }) },
        ],
      }),
    );
  },
});

const oneButton = ({ t }: Known) => ({ label: t("access.start.one"), wish: wish("member.access", { ask: "1" }) });

/** "mitglied zugang" without a name: for one person, or for all. */
export function startCard(context: Known, n: number): Card {
  const { t } = context;
  return card("access.start", t("access.start.title"), {
    facts: [{ label: t("welcome.withoutAccess"), value: t("welcome.people", { n }) }],
    text: t("access.start.text"),
    buttons: [oneButton(context), { label: t("access.start.all"), wish: wish("member.accessFile") }, { label: t("label.cancel"), wish: wish("step.cancel") }],
  });
}

const voided = (batch: string): string => `void:${batch}`;
const madeWith = (hash: string): string => `code:${hash}`;

/** Blocks every code of the file that still counts, and the link: also where nobody has loaded it yet. */
const voidFile = command({
  who: "organiser",
  args: { batch: id() },
  async run(context, { batch }) {
    const { t, desk, now, alliance, person, from } = context;
    const made = await desk.find("Trail", { what: "code.created", after: batch });
    const codes = made.length > 0 ? await desk.find("AccessCode", { hash: made.map((line) => line.id.slice(madeWith("").length)) }) : [];
    const counting = codes.filter((code) => isOpen(code, now));
    for (const code of counting) desk.put("AccessCode", { ...code, revokedAt: now });
    if ((await desk.find("Trail", { id: voided(batch) })).length === 0)
      desk.put(
        "Trail",
        historyLine({
          id: voided(batch),
          allianceId: alliance.id,
          actorId: person.id,
          at: now,
          via: from.messenger,
          what: "codes.voided",
        }),
      );
    return show(
      card("access.void", t("access.void.title"), {
        text: t("access.void.text", { n: counting.length }),
        buttons: [act(context, "member.access"), act(context, "member.show")],
      }),
    );
  },
});

interface Loading {
  readonly desk: Desk;
  readonly alliance: Alliance;
  readonly now: Date;
  readonly ids: Pick<Ids, "hash">;
  /** Who asked for the link, and which link it is. */
  readonly person: string;
  readonly batch: string;
  /** The same code for the same person and link, every time; told by nobody but the server. */
  readonly codeOf: (personId: string) => string;
}

/** The lines of the file, their columns first; undefined where the link has been blocked, or whoever asked for it is no longer of the office. */
export async function codesFor(it: Loading): Promise<readonly (readonly string[])[] | undefined> {
  const { desk, alliance, now, batch } = it;
  const today = dayOf(now, alliance.zone);
  const [office] = await desk.find("Person", { id: it.person });
  if (!office || !isOrganiser(office) || (await desk.find("Trail", { id: voided(batch) })).length > 0) return undefined;
  const lang: Language = office.language;
  const those = await withoutAccount(desk, today);
  const given = await desk.find("AccessCode", { personId: those.map(({ person }) => person.id) });
  const t = translator(lang);
  const lines = those.map(({ person, organisation }): readonly string[] => {
    const code = showCode(it.codeOf(person.id));
    const hash = hashOf(it.ids, code);
    const own = given.filter((row) => row.personId === person.id);
    const row = own.find((known) => known.hash === hash) ?? create(it, person, hash, own);
    const counts = isOpen(row, now);
    return [
      organisation ? organisationName({ lang }, organisation) : "",
      personName({ lang }, person),
      person.email ?? "",
      counts ? code : "",
      counts ? showUntil({ t, lang, today }, row.expiresAt, alliance) : "",
      counts ? t("access.passText", { code }) : "",
      counts ? "" : t("file.access.over"),
    ];
  });
  return [t("file.access.columns").split(";"), ...lines];
}

/** Loaded for the first time: this code counts from now on, those given out before do not. */
function create(
  { desk, now, batch, person: office, alliance }: Loading,
  { allianceId, id: personId }: Person,
  hash: string,
  given: readonly AccessCode[],
): AccessCode {
  for (const earlier of given) if (isOpen(earlier, now)) desk.put("AccessCode", { ...earlier, revokedAt: now });
  const expiresAt = untilHandedOut(dayOf(now, alliance.zone), alliance.zone);
  const row: AccessCode = { hash, allianceId, personId, createdAt: now, expiresAt, usedAt: null, revokedAt: null };
  desk.put("AccessCode", row);
  desk.put(
    "Trail",
    historyLine({
      id: madeWith(hash),
      allianceId,
      personId,
      actorId: office,
      at: now,
      via: "file",
      what: "code.created",
      after: batch,
    }),
  );
  return row;
}

export const accessFileCommands = { "member.accessFile": accessFile, "member.voidFile": voidFile };
