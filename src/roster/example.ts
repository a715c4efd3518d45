// A small alliance on the in-memory store whose every answer is held against the wording rules, for the tests of roster and help.
import { type Language, translator } from "../../locales/index.ts";
import { type Bot, createBot } from "../bot.ts";
import { buttonsOf, type Card } from "../card.ts";
import type { Form } from "../form.ts";
import type { Incoming } from "../incoming.ts";
import type { Outcome } from "../outcome.ts";
import type { Sender } from "../ports.ts";
import { account, alliance, meeting, organisation, person, quota, reply } from "../testing/examples.ts";
import { nrw } from "../testing/nrw.ts";
import { type MemoryStore, memoryStore } from "../testing/store.ts";
import { brokenForm, brokenRules } from "../testing/wording.ts";
import { twin } from "../twin.ts";
import { type Wish, writeWish } from "../wish.ts";
import type { Holding, Seat } from "./model.ts";

/** Slug, German and English name, aliases: the organisations of the Krefeld alliance (domain/seed-buendnis.json). */
const names: readonly (readonly [slug: string, de: string, en: string, ...aliases: string[]])[] = [
  ["ob", "Oberbürgermeister*in der Stadt Krefeld", "Lord Mayor of Krefeld", "OB", "Oberbürgermeister"],
  ["dez-wirtschaft", "Dezernat für Wirtschaft", "Deputy mayor responsible for economic affairs", "Wirtschaftsdezernent"],
  ["dez-arbeit", "Dezernat für Arbeit", "Deputy mayor responsible for labour", "Arbeitsdezernent"],
  ["arbeitsmarktkoordination", "Arbeitsmarktkoordination der Stadt Krefeld", "Municipal labour market coordinator", "Arbeitsmarktkoordinator"],
  ["ihk", "IHK", "Chamber of Industry and Commerce", "Industrie- und Handelskammer", "IHK Mittlerer Niederrhein"],
  ["hwk", "Handwerkskammer", "Chamber of Crafts", "HWK", "Handwerkskammern"],
  ["industrievereinigung", "Industrievereinigung", "Industry association"],
  ["unternehmerschaft", "Unternehmerschaft Niederrhein", "Employers' association Niederrhein", "Unternehmerschaft"],
  ["chempark", "Wirtschaft: Chempark", "Business: Chempark", "Chempark"],
  ["werbering", "Wirtschaft: Werbering", "Business: Werbering (retail association)", "Werbering"],
  ["hsnr", "Hochschule Niederrhein", "Hochschule Niederrhein – University of Applied Sciences", "HSNR", "HS Niederrhein", "Hochschule"],
  ["dgb", "DGB", "DGB (German Trade Union Confederation)", "Deutscher Gewerkschaftsbund"],
  ["igm", "IG Metall", "IG Metall (metalworkers' union)", "IGM"],
  ["verdi", "ver.di", "ver.di (services union)", "Verdi", "verdi"],
  ["agentur", "Agentur für Arbeit", "Employment Agency", "Arbeitsagentur", "AA", "BA"],
  ["jobcenter", "Jobcenter", "Jobcenter", "JC"],
  ["schulen", "Schulen bzw. Berufskollegs", "Schools / vocational colleges", "Schulen", "Berufskolleg", "Berufskollegs", "BK"],
  ["wfg", "WfG", "WfG (municipal economic development company)", "WFG", "Wirtschaftsförderung", "Wirtschaftsförderungsgesellschaft"],
  ["fraktion-cdu", "CDU-Fraktion", "CDU council group", "CDU"],
  ["fraktion-spd", "SPD-Fraktion", "SPD council group", "SPD"],
  ["fraktion-gruene", "Fraktion Bündnis 90/Die Grünen", "Green council group", "Grüne", "Die Grünen", "GRÜNE"],
  ["fraktion-fdp", "FDP-Fraktion", "FDP council group", "FDP"],
  ["fraktion-afd", "AfD-Fraktion", "AfD council group", "AfD"],
  ["ratsgruppe-1", "Ratsgruppe 1", "Council group without parliamentary-group status 1", "Ratsgruppe"],
  ["ratsgruppe-2", "Ratsgruppe 2", "Council group without parliamentary-group status 2", "Ratsgruppe"],
  ["landespolitik", "Landespolitik (MdL)", "State politics (members of the Landtag)", "MdL", "Landtag"],
];

export const kba = alliance({ id: "kba", nameDe: "Krefelder Bündnis für Arbeit", nameEn: "Krefeld Alliance for Jobs" });
const allianceId = kba.id;
export const organisations = names.map(([slug, nameDe, nameEn, ...aliases], index) =>
  organisation({
    id: `o-${slug}`,
    allianceId,
    slug,
    position: index + 1,
    nameDe,
    nameEn,
    aliases,
    seats: slug === "fraktion-cdu" ? 2 : 1,
    status: slug.startsWith("ratsgruppe") ? "pending_decision" : slug === "landespolitik" ? "to_verify" : "confirmed",
  }),
);

export const people = {
  office: person({
    id: "p-office",
    allianceId,
    name: "Geschäftsstelle",
    nameEn: "Office",
    roles: ["organiser"],
    email: "office@krefeld.example",
    welcomedAt: new Date(0),
  }),
  ihk: person({ id: "p-ihk", allianceId, name: "Delegierte Person", nameEn: "Delegate", organisationId: "o-ihk", email: "ihk@krefeld.example" }),
  ihkSubstitute: person({ id: "p-ihk-2", allianceId, name: "Stellvertretung 1", nameEn: "Substitute 1", organisationId: "o-ihk" }),
  cdu1: person({ id: "p-cdu-1", allianceId, name: "Delegierte Person 1", nameEn: "Delegate 1", organisationId: "o-fraktion-cdu", welcomedAt: new Date(0) }),
  cdu2: person({ id: "p-cdu-2", allianceId, name: "Delegierte Person 2", nameEn: "Delegate 2", organisationId: "o-fraktion-cdu" }),
  guest: person({ id: "p-guest", allianceId, name: "Gast", welcomedAt: new Date(0), roles: ["guest"] }),
};

export const hold = (personId: string, seatId: string, more: Partial<Holding> = {}): Holding => ({
  id: `h-${personId}`,
  allianceId,
  seatId,
  personId,
  kind: "holder",
  position: 1,
  verified: true,
  validFrom: null,
  validTo: null,
  ...more,
});
const seat = (it: Pick<Seat, "id" | "organisationId"> & Partial<Seat>): Seat => ({
  allianceId,
  position: 1,
  boundTo: "organisation",
  status: "confirmed",
  documented: null,
  ...it,
});
export const seats = [
  ...organisations.map(({ id, status }) => seat({ id: `${id}-1`, organisationId: id, status, documented: id === "o-dez-arbeit" ? "Maxi Muster" : null })),
  seat({ id: "o-fraktion-cdu-2", organisationId: "o-fraktion-cdu", position: 2 }),
];
export const holdings = [
  hold("p-ihk", "o-ihk-1"),
  hold("p-ihk-2", "o-ihk-1", { kind: "substitute" }),
  hold("p-cdu-1", "o-fraktion-cdu-1"),
  hold("p-cdu-2", "o-fraktion-cdu-2"),
];

const inSlack = (personId: string, user: string) =>
  account({ id: `a-${user}`, allianceId, personId, messenger: "slack", tenant: "T1", user, address: { channel: `D-${user}` } });
/** The meeting everybody of this alliance is invited to. */
const session = meeting({ id: "m1", allianceId });
const invited = (personId: string, organisationId: string) => reply({ meetingId: "m1", personId, allianceId, organisationId });

/** People by what they are called in Slack; who is not among them is a stranger. */
export const slack = { office: "U-office", cdu: "U-cdu", guest: "U-guest" };

export interface Example {
  readonly store: MemoryStore;
  readonly bot: Bot;
  /** Moves the clock. */
  wait(minutes: number): void;
  words(user: string, said: string, more?: Partial<Incoming>): Promise<Outcome>;
  press(user: string, it: Wish | Readonly<Record<string, string>>, more?: Partial<Incoming>): Promise<Outcome>;
  send(user: string, form: Form, answers: Readonly<Record<string, string>>, more?: Partial<Incoming>): Promise<Outcome>;
  meet(user: string, more?: Partial<Incoming>): Promise<Outcome>;
}

export const from = (user: string, more: Partial<Sender> = {}): Sender => ({
  messenger: "slack",
  tenant: "T1",
  user,
  address: { channel: `D-${user}` },
  ...more,
});

/** Every card the bot answers with is held against the wording rules. */
export function example(): Example {
  const store = memoryStore();
  store.seed({
    Alliance: [kba, alliance({ id: "other" })],
    Workspace: [
      { messenger: "slack", tenant: "T1", allianceId, trustsEmail: true },
      { messenger: "teams", tenant: "T9", allianceId, trustsEmail: false },
      { messenger: "slack", tenant: "T2", allianceId: "other", trustsEmail: true },
    ],
    Organisation: organisations,
    Seat: seats,
    Person: Object.values(people),
    Holding: holdings,
    Account: [inSlack("p-office", slack.office), inSlack("p-cdu-1", slack.cdu), inSlack("p-guest", slack.guest)],
    Meeting: [session],
    Quota: [
      quota({ meetingId: "m1", organisationId: "o-ihk", allianceId, seats: 1 }),
      quota({ meetingId: "m1", organisationId: "o-fraktion-cdu", allianceId, seats: 2 }),
    ],
    Reply: [invited("p-ihk", "o-ihk"), invited("p-cdu-1", "o-fraktion-cdu"), invited("p-cdu-2", "o-fraktion-cdu")],
  });
  let now = Date.parse("2026-09-15T10:00:00Z");
  let count = 0;
  const next = () => String(++count);
  const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  const bot = createBot({
    store,
    now: () => new Date(now),
    ids: {
      next: () => `n${next()}`,
      code: () => Array.from({ length: 8 }, (_, n) => alphabet[(Number(next()) * 7 + n) % alphabet.length]).join(""),
      hash: (text) => `#${text}`,
    },
    seal: (text) => `~${text}`,
    links: { calendar: () => undefined, file: () => undefined },
    calendar: nrw,
    log: {
      info: () => undefined,
      error(_, error) {
        throw error;
      },
    },
  });
  async function handle(said: Incoming["said"], user: string, more: Partial<Incoming>): Promise<Outcome> {
    const outcome = await bot.handle({ key: `k${next()}`, from: from(user), place: "direct", window: false, answer: "inline", said, ...more });
    const card = cardOf(outcome);
    const broken = card ? brokenRules(card) : "ask" in outcome ? brokenForm(outcome.ask) : [];
    if (broken.length > 0) throw new Error(broken.join("\n"));
    return outcome;
  }
  return {
    store,
    bot,
    wait(minutes) {
      now += minutes * 60_000;
    },
    words: (user, said, more = {}) => handle({ words: said, command: false }, user, more),
    press: (user, it, more = {}) =>
      handle({ pressed: "command" in it && typeof it.args === "object" ? writeWish(it as Wish) : JSON.stringify(it) }, user, more),
    send: (user, form, answers, more = {}) => handle({ sent: form.wish, answers }, user, more),
    meet: (user, more = {}) => handle({ met: true }, user, more),
  };
}

export const cardOf = (outcome: Outcome): Card | undefined => ("show" in outcome ? outcome.show : "card" in outcome ? outcome.card : undefined);

/** All that a card says, for looking for words in it. */
export const saidBy = (outcome: Outcome, lang: Language = "de"): string => {
  const card = cardOf(outcome);
  return card ? [twin({ lang, t: translator(lang) }, card), ...buttonsOf(card).map((button) => button.label)].join("\n") : "";
};

export const nameOf = (outcome: Outcome): string => ("ask" in outcome ? outcome.ask.name : (cardOf(outcome)?.name ?? "silent"));

export const labelsOf = (outcome: Outcome): readonly string[] => {
  const card = cardOf(outcome);
  return card ? buttonsOf(card).map(({ label }) => label) : [];
};

export const rowsOf = (outcome: Outcome): readonly string[] =>
  (cardOf(outcome)?.elements ?? []).flatMap((element) => (element.type === "rows" ? element.rows : []));

export const factsOf = (outcome: Outcome): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (cardOf(outcome)?.elements ?? []).flatMap((element) => (element.type === "facts" ? element.facts.map(({ label, value }) => [label, value]) : [])),
  );

/** A code of the office for a person. */
export async function codeFor(at: Example, whom: string): Promise<string> {
  return factsOf(await at.press(slack.office, { command: "member.access", args: { whom } }))["Code"] ?? "";
}

export const accountsOf = (at: Example, personId: string) => at.store.rows("Account").filter((it) => it.personId === personId);

/** A code nobody has. */
export const wrongCode = (n: number): string => `Z-2222-222${n + 2}`;
