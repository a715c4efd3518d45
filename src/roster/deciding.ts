// The office decides: organisations whose admission was left to it (D16), and mandates it has checked (D17).
import { day, id, one, optional } from "../args.ts";
import { card } from "../card.ts";
import { command, type Known } from "../command.ts";
import { clip } from "../help/pieces.ts";
import { refuse, show } from "../outcome.ts";
import { organisationName, personName } from "../reader.ts";
import { wish } from "../wish.ts";
import { backButton, entryGone } from "./cards-edit.ts";
import { entriesOf, personIn } from "./entries.ts";
import type { Organisation, OrganisationStatus } from "./model.ts";
import { note } from "./trail.ts";

/** The seats follow their organisation. */
async function settle({ desk }: Known, organisation: Organisation, status: OrganisationStatus, reviewOn: Organisation["reviewOn"]): Promise<Organisation> {
  const next = { ...organisation, status, reviewOn };
  desk.put("Organisation", next);
  for (const seat of await desk.find("Seat", { organisationId: organisation.id, status: organisation.status })) desk.put("Seat", { ...seat, status });
  return next;
}

const decide = command({
  who: "organiser",
  args: {
    organisation: id(),
    decision: one("confirmed", "not_admitted", "pending_decision", "to_verify"),
    /** When a decision is taken back: the day to look at it again. */
    review: optional(day("past")),
  },
  async run(context, { organisation: which, decision, review }) {
    const { t, desk } = context;
    const [organisation] = await desk.find("Organisation", { id: which });
    if (!organisation) return entryGone(context, undefined);
    const waits = decision === "pending_decision" || decision === "to_verify";
    const next = await settle(context, organisation, decision, waits ? (review ?? organisation.reviewOn) : null);
    note(context, `member.decided.${decision}`, null, organisation.id);
    return show(
      card("decide", t("decide.title", { decision }), {
        facts: [
          { label: t("edit.organisation"), value: organisationName(context, next) },
          { label: t("member.status"), value: t("member.row.status", { status: decision }) },
        ],
        text: t("decide.text", { decision }),
        buttons: [backButton(context, next), organisation.status === decision ? undefined : undoButton(context, organisation)],
      }),
    );
  },
});

/** Back to what it was, with the day it was to be looked at. */
const undoButton = ({ t }: Known, { id: organisation, status, reviewOn }: Organisation) => ({
  label: t("label.undo"),
  wish: wish("member.decide", { organisation, decision: status, ...(reviewOn ? { review: reviewOn } : {}) }),
});

/** Everybody who holds a seat of the organisation now is confirmed, and with them the organisation itself. */
const verify = command({
  who: "organiser",
  args: { organisation: id() },
  async run(context, { organisation: which }) {
    const { t, desk, today } = context;
    const [organisation] = await desk.find("Organisation", { id: which });
    if (!organisation) return entryGone(context, undefined);
    const entries = await entriesOf(desk, organisation, today);
    const holders = entries.holdings.filter((holding) => holding.kind === "holder");
    if (holders.length === 0) {
      return refuse(
        "nobody",
        card("verify.nobody", t("verify.nobody.title"), {
          text: t("verify.nobody.text"),
          buttons: [{ label: t("edit.name"), wish: wish("member.name", { organisation: organisation.id }) }, backButton(context, organisation)],
        }),
      );
    }
    for (const holding of entries.holdings) {
      if (holding.verified) continue;
      desk.put("Holding", { ...holding, verified: true });
      note(context, "member.verified", holding.personId, holding.id);
    }
    const waited = organisation.status === "to_verify";
    if (waited) await settle(context, organisation, "confirmed", null);
    const names = holders.flatMap((it) => personIn(entries, it.personId) ?? []).map((person) => personName(context, person));
    return show(
      card("verify", t("verify.title"), {
        facts: [
          { label: t("edit.organisation"), value: organisationName(context, organisation) },
          { label: t("verify.people"), value: clip([...new Set(names)].join(", "), 300) },
        ],
        text: waited ? t("decide.text", { decision: "confirmed" }) : undefined,
        buttons: [backButton(context, organisation), waited ? undoButton(context, organisation) : undefined],
      }),
    );
  },
});

export const decidingCommands = { "member.decide": decide, "member.verify": verify };
