// The members of the alliance: all of them in short, or one organisation with its seats and who holds them.
import { number, optional, text } from "../args.ts";
import { type Button, type Card, card } from "../card.ts";
import { command, type Known } from "../command.ts";
import { act, clip } from "../help/pieces.ts";
import { refuse, show } from "../outcome.ts";
import { byPosition, organisationName, personName } from "../reader.ts";
import { showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { type Entries, entriesOf, secretariats } from "./entries.ts";
import { findOrganisation } from "./find.ts";
import type { Account, Holding, Organisation, Person, Seat } from "./model.ts";
import { isValid, membersOf, rightsOf } from "./rules.ts";

/** Lines on a page: few enough for a phone, and far below every messenger's limit. */
const pageLength = 10;

interface Members {
  readonly organisations: readonly Organisation[];
  readonly seats: readonly Seat[];
  readonly holdings: readonly Holding[];
  readonly accounts: readonly Account[];
}

const showMembers = command({
  who: "linked",
  args: { organisation: optional(text(120)), page: optional(number(1, 10_000)) },
  async run(context, { organisation, page }) {
    const { desk } = context;
    const organisations = [...(await desk.find("Organisation", {}))].sort(byPosition);
    if (organisation === undefined) {
      const known = {
        organisations,
        seats: await desk.find("Seat", {}),
        holdings: await desk.find("Holding", {}),
        accounts: mayLookInside(context) ? await desk.find("Account", {}) : [],
      };
      return show(listCard(context, known, page ?? 1));
    }
    const byId = organisations.find((it) => it.id === organisation);
    const found = byId ? ({ type: "exact", organisation: byId } as const) : findOrganisation(organisation, organisations, context.lang);
    if (found.type === "exact") return show(await oneCard(context, found.organisation));
    return refuse("unknown_organisation", unknownCard(context, found.type === "near" ? found.organisations : []));
  },
});

/** Who has access, and which names the founding document mentions, is the office's business. */
const mayLookInside = ({ may }: Pick<Known, "may">): boolean => may("member.access");

const statusOf = ({ t }: Pick<Known, "t">, status: string): string => t("member.row.status", { status });

function listCard(context: Known, { organisations, seats, holdings, accounts }: Members, page: number): Card {
  const { t, today } = context;
  const office = mayLookInside(context);
  const pages = Math.max(1, Math.ceil(organisations.length / pageLength));
  const shown = Math.min(page, pages);
  const here = organisations.slice((shown - 1) * pageLength, shown * pageLength);
  const confirmed = seats.filter((seat) => seat.status === "confirmed").length;
  const unclear = seats.filter((seat) => seat.status === "pending_decision" || seat.status === "to_verify").length;
  const everybody = membersOf(holdings, accounts, today);
  const rowOf = (it: Organisation): string => {
    const places = new Set(seats.filter((seat) => seat.organisationId === it.id).map((seat) => seat.id));
    const members = membersOf(
      holdings.filter((holding) => places.has(holding.seatId)),
      accounts,
      today,
    );
    const parts = [t("member.row", { name: organisationName(context, it), seats: it.seats })];
    if (it.status !== "confirmed") parts.push(statusOf(context, it.status));
    if (office) parts.push(t("member.row.access", { n: members.linked, all: members.all }));
    return parts.join(" · ");
  };
  const next =
    shown < pages
      ? { label: t("label.nextPage"), wish: wish("member.show", { page: String(shown + 1) }) }
      : { label: t("label.firstPage"), wish: wish("member.show", { page: "1" }) };
  return card("member.list", t("member.title"), {
    facts: [
      { label: t("member.seats"), value: unclear > 0 ? t("member.seats.open", { n: confirmed, unclear }) : t("member.seats.all", { n: confirmed }) },
      office ? { label: t("member.access"), value: t("member.access.of", { n: everybody.linked, all: everybody.all }) } : undefined,
    ],
    choice: {
      type: "choice",
      label: t("replies.show"),
      options: [
        { label: t("member.all"), wish: wish("member.show", { page: String(shown) }) },
        ...here.map((it) => ({ label: clip(organisationName(context, it), 75), wish: wish("member.show", { organisation: it.slug }) })),
      ],
      chosen: 0,
    },
    rows: pages > 1 ? [...here.map(rowOf), t("list.page", { page: shown, pages })] : here.map(rowOf),
    buttons: [office ? act(context, "member.access") : undefined, pages > 1 ? next : undefined],
  });
}

async function oneCard(context: Known, it: Organisation): Promise<Card> {
  const { t, lang, desk, today } = context;
  const office = mayLookInside(context);
  const entries = await entriesOf(desk, it, today);
  const { seats, holdings, people } = entries;
  const accounts = office ? await desk.find("Account", { personId: people.map((person) => person.id) }) : [];
  const rights = rightsOf(it);
  const granted = [
    rights.present ? t("member.right.present") : "",
    rights.ask ? t("member.right.ask") : "",
    rights.answer ? t("member.right.answer") : "",
  ].filter((right) => right !== "");
  return card("member.one", clip(organisationName(context, it), 60), {
    facts: [
      { label: t("member.seats"), value: t("member.count", { n: it.seats, basis: it.seatsBasis }) },
      { label: t("member.status"), value: statusOf(context, it.status) },
      { label: t("member.rights"), value: granted.join(", ") || t("member.right.none") },
      office && it.reviewOn ? { label: t("member.review"), value: showDay(it.reviewOn, lang) } : undefined,
    ],
    rows: [
      ...seats.flatMap((seat) => seatRows(context, seat, holdings, people, office ? accounts : undefined)),
      ...(office ? deskRows(context, entries, accounts) : []),
    ],
    buttons: office ? editButtons(context, entries) : [{ label: t("member.all"), wish: wish("member.show") }],
  });
}

/** Secretariats are the office's business: they hold no seat. */
function deskRows(context: Known, entries: Entries, accounts: readonly Account[]): readonly string[] {
  const { t } = context;
  return secretariats(context, entries).map(({ actor, people }) =>
    [
      t("member.secretariat"),
      personName(context, actor),
      t("member.answersFor", { people: people.join(", ") }),
      t(accounts.some((account) => account.personId === actor.id) ? "member.has" : "member.hasNot"),
    ].join(" · "),
  );
}

/** What is to be decided comes first; at most four. */
function editButtons({ t }: Known, { organisation, holdings, standIns }: Entries): readonly (Button | undefined)[] {
  const about = { organisation: organisation.id };
  const name = { label: t("edit.name"), wish: wish("member.name", about) };
  const admit = (label: string) => ({ label, wish: wish("member.decide", { ...about, decision: "confirmed" }) });
  const all = { label: t("member.all"), wish: wish("member.show") };
  if (organisation.status === "pending_decision")
    return [admit(t("edit.admit")), { label: t("edit.notAdmit"), wish: wish("member.decide", { ...about, decision: "not_admitted" }) }, name, all];
  if (organisation.status === "not_admitted") return [admit(t("edit.afterAll")), all];
  const end = holdings.length + standIns.length > 0 ? { label: t("edit.end"), wish: wish("member.end", about) } : undefined;
  const unverified = organisation.status === "to_verify" || holdings.some((holding) => !holding.verified);
  if (unverified) return [{ label: t("edit.verify"), wish: wish("member.verify", about) }, name, end, all];
  return [
    name,
    end,
    { label: t("do.member.guest"), wish: wish("member.guest", about) },
    { label: t("do.member.access"), wish: wish("member.access", { whom: organisation.slug }) },
  ];
}

/** The seat with its holders, its named substitutes, and for the office the name in the document. `accounts`: for the office only. */
function seatRows(
  context: Known,
  seat: Seat,
  holdings: readonly Holding[],
  people: readonly Person[],
  accounts: readonly Account[] | undefined,
): readonly string[] {
  const { t, lang, today } = context;
  const valid = holdings.filter((holding) => holding.seatId === seat.id && (holding.validTo === null || holding.validTo >= today)).sort(byPosition);
  const partsOf = (holding: Holding): string => {
    const person = people.find((one) => one.id === holding.personId);
    const parts = [person ? personName(context, person) : t("member.vacant")];
    if (!isValid(holding, today) && holding.validFrom) parts.push(t("member.from", { day: showDay(holding.validFrom, lang) }));
    if (holding.validTo) parts.push(t("member.until", { day: showDay(holding.validTo, lang) }));
    if (!holding.verified) parts.push(t("member.unverified"));
    if (accounts) parts.push(t(accounts.some((account) => account.personId === holding.personId) ? "member.has" : "member.hasNot"));
    return parts.join(" · ");
  };
  const name = t("member.seat", { n: seat.position });
  const holders = valid.filter((holding) => holding.kind === "holder");
  return [
    ...(holders.length > 0 ? holders.map((holding) => `${name} · ${partsOf(holding)}`) : [`${name} · ${t("member.vacant")}`]),
    ...valid.filter((holding) => holding.kind === "substitute").map((holding) => `${t("member.substitute")} · ${partsOf(holding)}`),
    ...(accounts && seat.documented ? [`${name} · ${t("member.documented", { name: seat.documented })}`] : []),
  ];
}

function unknownCard(context: Known, near: readonly Organisation[]): Card {
  const { t } = context;
  const offered = near.map((it) => ({
    label: clip(organisationName(context, it), 28),
    hears: clip(organisationName(context, it), 75),
    wish: wish("member.show", { organisation: it.slug }),
  }));
  return card("member.unknown", t("member.unknown"), {
    text: t(near.length > 0 ? "member.near" : "member.unknown.text"),
    buttons: [...offered, { label: t("member.all"), wish: wish("member.show") }],
  });
}

export const memberCommands = { "member.show": showMembers };
