// A small alliance for tests: people named by their offices, as in every picture.
import { usualLadder } from "../outbox/steps.ts";
import type { Account, Alliance, Holding, Objective, Organisation, Person, Seat } from "../roster/model.ts";
import type { SomeRows } from "./store.ts";

export const alliance: Alliance = {
  id: "kba",
  nameDe: "Krefelder Bündnis für Arbeit",
  nameEn: "Krefeld Alliance for Jobs",
  zone: "Europe/Berlin",
  office: { responsible: "Stadt Krefeld, Geschäftsstelle des Bündnisses", phone: "02151 86-0", email: "buendnis@krefeld.example" },
  ladder: usualLadder,
  visionDe: "Krefeld steht für neue Ansätze im Bildungswesen.",
  workshopDeadline: "2022-09-30",
  meetingsPerYear: 2,
  usualStart: "14:00",
  usualPlace: "Rathaus Krefeld",
};

const organisation = (
  slug: string,
  position: number,
  nameDe: string,
  nameEn: string,
  category: string,
  seats: number,
  more: Partial<Organisation> = {},
): Organisation => ({
  id: slug,
  allianceId: alliance.id,
  slug,
  position,
  nameDe,
  nameEn,
  aliases: [],
  category,
  status: "confirmed",
  seats,
  seatsBasis: "explicit",
  mayPresent: !category.startsWith("politics"),
  mayAsk: category.startsWith("politics"),
  mayAnswer: !category.startsWith("politics"),
  reviewOn: null,
  note: null,
  ...more,
});

const organisations = [
  organisation("ob", 1, "Oberbürgermeister*in der Stadt Krefeld", "Lord Mayor of Krefeld", "lead", 1),
  organisation("ihk", 2, "IHK", "Chamber of Industry and Commerce", "business", 1, { aliases: ["Industrie- und Handelskammer"] }),
  organisation("dgb", 3, "DGB", "German Trade Union Confederation", "union", 1),
  organisation("verdi", 4, "ver.di", "ver.di (services union)", "union", 1, { aliases: ["Verdi"] }),
  organisation("agentur", 5, "Agentur für Arbeit", "Employment Agency", "labour_admin", 1, { aliases: ["Arbeitsagentur"] }),
  organisation("cdu", 6, "CDU-Fraktion", "CDU council group", "politics_council", 2, { aliases: ["CDU"] }),
  organisation("spd", 7, "SPD-Fraktion", "SPD council group", "politics_council", 2, { aliases: ["SPD"] }),
  organisation("ratsgruppe-1", 8, "Ratsgruppe 1", "Council subgroup 1", "politics_council_group", 1, { status: "pending_decision" }),
  organisation("landespolitik", 9, "Landespolitik (MdL)", "State politics", "politics_state", 3, { status: "to_verify", reviewOn: "2026-09-16" }),
];

const person = (id: string, organisationId: string | null, name: string, nameEn: string, more: Partial<Person> = {}): Person => ({
  id,
  allianceId: alliance.id,
  name,
  nameEn,
  organisationId,
  email: null,
  language: "de",
  roles: [],
  welcomedAt: new Date("2026-01-01T09:00:00Z"),
  ...more,
});

/** The third CDU delegate shares a seat: members may outnumber seats. Nobody of ver.di has an account. */
const people: readonly (Person & { readonly linked?: false })[] = [
  person("office", null, "Geschäftsstelle", "Office", { roles: ["organiser"] }),
  person("ob-1", "ob", "Leitung", "Head", { roles: ["lead"] }),
  person("ihk-1", "ihk", "Delegierte Person", "Delegate"),
  person("ihk-s", "ihk", "Stellvertretung 1", "Substitute 1"),
  person("dgb-1", "dgb", "Delegierte Person", "Delegate"),
  person("verdi-1", "verdi", "Delegierte Person", "Delegate"),
  person("agentur-1", "agentur", "Delegierte Person", "Delegate"),
  person("cdu-1", "cdu", "Delegierte Person 1", "Delegate 1", { roles: ["spokesperson"] }),
  person("cdu-2", "cdu", "Delegierte Person 2", "Delegate 2"),
  person("cdu-3", "cdu", "Delegierte Person 3", "Delegate 3"),
  person("spd-1", "spd", "Delegierte Person 1", "Delegate 1", { roles: ["spokesperson"] }),
  person("spd-2", "spd", "Delegierte Person 2", "Delegate 2"),
];

const seats: Seat[] = organisations.flatMap((it) =>
  Array.from(
    { length: it.seats },
    (_, index): Seat => ({
      id: `${it.id}-seat-${index + 1}`,
      allianceId: alliance.id,
      organisationId: it.id,
      position: index + 1,
      boundTo: "organisation",
      status: it.status,
      documented: null,
    }),
  ),
);

const holding = (personId: string, seatId: string, kind: Holding["kind"] = "holder", position = 1): Holding => ({
  id: `h-${personId}`,
  allianceId: alliance.id,
  seatId,
  personId,
  kind,
  position,
  verified: true,
  validFrom: null,
  validTo: null,
});

const holdings = [
  holding("ob-1", "ob-seat-1"),
  holding("ihk-1", "ihk-seat-1"),
  holding("ihk-s", "ihk-seat-1", "substitute"),
  holding("dgb-1", "dgb-seat-1"),
  holding("verdi-1", "verdi-seat-1"),
  holding("agentur-1", "agentur-seat-1"),
  holding("cdu-1", "cdu-seat-1"),
  holding("cdu-2", "cdu-seat-2"),
  holding("cdu-3", "cdu-seat-2", "holder", 2),
  holding("spd-1", "spd-seat-1"),
  holding("spd-2", "spd-seat-2"),
];

const account = ({ id, allianceId }: Person): Account => ({
  id: `acc-${id}`,
  allianceId,
  personId: id,
  messenger: "test",
  tenant: "T",
  user: id,
  address: { chat: id },
  linkedAt: new Date("2026-01-01T09:00:00Z"),
  receives: true,
  reachable: true,
  misread: 0,
});

/** The seven objectives of the resolution, in their order; the third is the main one. */
const objectives = (
  [
    ["Potenziale und Vernetzung", "Alle Potenziale für den Arbeitsmarkt werden genutzt.", "All labour market potential is used."],
    ["Arbeitslosenquote senken", "Signifikante Reduzierung der Arbeitslosenquote", "Significantly lower unemployment rate"],
    ["Langzeitarbeitslosigkeit senken", "Langzeitarbeitslosigkeit reduzieren", "Reduce long-term unemployment"],
    ["Frauenerwerbsquote erhöhen", "Frauenerwerbsquote erhöhen", "Raise the female employment rate"],
    ["Ausbildungsquote erhöhen", "Ausbildungsquote erhöhen", "Raise the vocational training rate"],
    ["Fachkräftemangel mindern", "Fachkräftemangel entgegenwirken", "Counter the shortage of skilled labour"],
    ["Integration in den Arbeitsmarkt", "Bessere Integration in den Arbeitsmarkt", "Better integration into the labour market"],
  ] as const
).map(
  ([labelDe, textDe, textEn], n): Objective => ({ id: `objective-${n + 1}`, allianceId: alliance.id, position: n + 1, labelDe, textDe, textEn, main: n === 2 }),
);

/** The rows, with everybody speaking one language. */
export const krefeld = (language: "de" | "en" = "de"): SomeRows => ({
  Alliance: [alliance],
  Workspace: [{ messenger: "test", tenant: "T", allianceId: alliance.id, trustsEmail: false }],
  Organisation: organisations,
  Seat: seats,
  Person: people.map((it) => ({ ...it, language })),
  Holding: holdings,
  Objective: objectives,
  Account: people.filter((it) => it.id !== "verdi-1").map(account),
});
