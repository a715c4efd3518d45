// Access codes the office hands out: for whom, shown once, and blocked again.
import { id, one, optional, text } from "../args.ts";
import { type Card, card } from "../card.ts";
import { command, type Known } from "../command.ts";
import type { Form } from "../form.ts";
import { act, clip } from "../help/pieces.ts";
import { ask, type Outcome, refuse, show } from "../outcome.ts";
import { byPosition, organisationName, personLabel, personName } from "../reader.ts";
import { wish } from "../wish.ts";
import { startCard, withoutAccount } from "./access-file.ts";
import { blockCodes, issueCode, showUntil, untilHandedOut } from "./codes.ts";
import { findPerson } from "./find.ts";
import type { Organisation, Person } from "./model.ts";

const access = command({
  who: "organiser",
  args: { whom: optional(text(120)), ask: optional(one("1")) },
  opensNew: true,
  async run(context, { whom, ask: asked }) {
    const { desk, today, alliance } = context;
    if (whom === undefined) {
      const n = asked || context.by === "form" ? 0 : (await withoutAccount(desk, today)).length;
      return n > 0 ? show(startCard(context, n)) : ask(whomForm(context, { type: "text", max: 120 }));
    }
    const organisations = [...(await desk.find("Organisation", {}))].sort(byPosition);
    const roster = { organisations, seats: await desk.find("Seat", {}), people: await desk.find("Person", {}), holdings: await desk.find("Holding", {}) };
    const label = (person: Person): string =>
      personLabel(
        context,
        person,
        organisations.find((it) => it.id === person.organisationId),
      );
    const found = findPerson(whom, roster, context);
    if (found.type === "several") return choose(context, found.people, label);
    if (found.type !== "one") return refuse("unknown_person", unknownCard(context, found.type === "near" ? found : { people: [], organisations: [] }, label));
    const expiresAt = untilHandedOut(today, alliance.zone);
    const has = await desk.find("Account", { personId: found.person.id });
    return show(
      codeCard(
        context,
        found.person,
        label(found.person),
        await issueCode(context, found.person, expiresAt),
        expiresAt,
        has.map((account) => account.messenger),
      ),
    );
  },
});

function whomForm({ t }: Known, kind: Form["fields"][number]["kind"]): Form {
  return {
    name: "access.form",
    title: t("access.form"),
    submit: t("access.submit"),
    cancel: t("label.cancel"),
    wish: wish("member.access", { ask: "1" }),
    fields: [{ name: "whom", label: t("access.whom"), ...(kind.type === "text" ? { hint: t("access.whom.hint") } : {}), required: true, kind }],
  };
}

/** A selection holds at most a hundred options in every messenger. */
const mostOptions = 100;

/** Up to three by buttons, more in a selection. */
function choose(context: Known, people: readonly Person[], label: (person: Person) => string): Outcome {
  const { t } = context;
  if (people.length > 3)
    return ask(
      whomForm(context, { type: "one", options: people.slice(0, mostOptions).map((person) => ({ value: person.id, label: clip(label(person), 75) })) }),
    );
  // The short names, where they tell the people apart.
  const short = people.map((person) => personName(context, person));
  const distinct = new Set(short).size === short.length;
  return show(
    card("access.several", t("access.several"), {
      rows: people.map(label),
      text: t("access.several.text"),
      buttons: [
        ...people.map((person, n) => whomButton(label(person), person.id, distinct ? short[n] : undefined)),
        { label: t("label.cancel"), wish: wish("step.cancel") },
      ],
    }),
  );
}

const whomButton = (name: string, whom: string, short = name) => ({ label: clip(short, 28), hears: clip(name, 75), wish: wish("member.access", { whom }) });

function unknownCard(
  context: Known,
  near: { readonly people: readonly Person[]; readonly organisations: readonly Organisation[] },
  label: (person: Person) => string,
): Card {
  const { t } = context;
  const offered = [
    ...near.people.map((person) => whomButton(label(person), person.id)),
    ...near.organisations.map((it) => whomButton(organisationName(context, it), it.slug)),
  ].slice(0, 3);
  return card("access.unknown", t("access.unknown"), {
    text: t(offered.length > 0 ? "access.unknown.near" : "access.unknown.text"),
    buttons: [
      ...offered,
      offered.length > 0 ? act(context, "member.show") : act(context, "member.access"),
      ...(offered.length > 0 ? [] : [act(context, "member.show")]),
    ],
  });
}

function codeCard(context: Known, person: Person, name: string, code: string, expiresAt: Date, has: readonly string[]): Card {
  const { t, alliance } = context;
  return card("link.codeForOrganiser", t("access.title"), {
    facts: [
      { label: t("access.for"), value: name },
      { label: t("access.code"), value: code },
      { label: t("access.until"), value: t("access.once", { until: showUntil(context, expiresAt, alliance) }) },
      has.length > 0 ? { label: t("access.has"), value: has.map((messenger) => t("link.messenger", { messenger })).join(", ") } : undefined,
      { label: t("access.pass"), value: t("access.passText", { code }) },
    ],
    text: t("access.text"),
    buttons: [
      { label: t("access.next"), wish: wish("member.access", { ask: "1" }) },
      { label: t("access.revoke"), wish: wish("member.revoke", { person: person.id }) },
    ],
  });
}

export function selfCodeCard(context: Known, code: string, expiresAt: Date): Card {
  const { t, alliance, person } = context;
  return card("link.codeForSelf", t("link.self"), {
    facts: [
      { label: t("access.code"), value: code },
      { label: t("access.until"), value: t("access.once", { until: showUntil(context, expiresAt, alliance) }) },
    ],
    text: t("link.self.text"),
    buttons: [{ label: t("access.revoke"), wish: wish("member.revoke", { person: person.id }) }],
  });
}

/** Everybody may block their own codes, the office everybody's. */
const revoke = command({
  who: "linked",
  args: { person: id() },
  async run(context, { person: whose }) {
    const { t, desk } = context;
    const own = whose === context.person.id;
    const office = context.may("member.access");
    if (!own && !office)
      return refuse("role", card("revoke.other", t("revoke.other"), { text: t("help.nothingStored"), buttons: [act(context, "status.show")] }));
    const [person] = await desk.find("Person", { id: whose });
    const blocked = person ? await blockCodes(context, person) : 0;
    const next =
      office && !own
        ? [{ label: t("revoke.new"), wish: wish("member.access", { whom: whose }) }, act(context, "member.show")]
        : [{ label: t("revoke.new"), wish: wish("link.second") }, act(context, "status.show")];
    return show(
      card(blocked > 0 ? "revoke" : "revoke.none", t(blocked > 0 ? "revoke.title" : "revoke.none"), {
        text: t(blocked > 0 ? "revoke.text" : "revoke.none.text"),
        buttons: next,
      }),
    );
  },
});

export const accessCommands = { "member.access": access, "member.revoke": revoke };
