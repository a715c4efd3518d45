// Vision and objectives of the alliance, as they were decided (D11, D13).
import { type Card, card } from "../card.ts";
import { command } from "../command.ts";
import { act } from "../help/pieces.ts";
import { byPosition, type Member } from "../reader.ts";
import type { Objective } from "./model.ts";

/** Everybody of a channel may see it: there is nothing personal in it. */
const showObjectives = command({
  who: "linked",
  args: {},
  opensNew: true,
  run: async (context) => ({ show: objectivesCard(context, await context.desk.find("Objective", {})), open: true }),
});

/** The wording of the resolution stays as it is; the main objective is told in words. */
function objectivesCard(reader: Member, objectives: readonly Objective[]): Card {
  const { t, lang, alliance } = reader;
  const rows = [...objectives].sort(byPosition).map(({ textDe, textEn, main }, n) => {
    const row = t("objectives.row", { n: String(n + 1), text: lang === "de" ? textDe : textEn });
    return main ? t("objectives.main", { row }) : row;
  });
  return card("objectives", t("objectives.title"), {
    facts: [alliance.visionDe ? { label: t("objectives.vision"), value: t("objectives.visionValue", { vision: alliance.visionDe }) } : undefined],
    rows,
    text: rows.length > 0 ? undefined : t("objectives.none"),
    buttons: [act(reader, "meeting.show")],
  });
}

export const objectiveCommands = { "objectives.show": showObjectives };
