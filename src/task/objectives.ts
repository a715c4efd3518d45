// Vision and objectives of the alliance as they were decided (D11, D13), what is done for each of them, and the same as a picture.
import { id, optional } from "../args.ts";
import { type Card, card } from "../card.ts";
import { command, isAmongAll, type Known } from "../command.ts";
import { act, clip } from "../help/pieces.ts";
import { type Outcome, refuse, show } from "../outcome.ts";
import { organisationName } from "../reader.ts";
import type { Objective } from "../roster/model.ts";
import { showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { none, objectiveName } from "./forms.ts";
import { type Ledger, ledgerOf, measuresOf } from "./ledger.ts";
import { openChoice, taskRow } from "./list.ts";
import type { Measure } from "./model.ts";
import { pictureArgs } from "./picture.ts";
import { type Progress, progressOf, standingText } from "./progress.ts";

/** Lines about one objective: few enough for a phone. */
const mostLines = 12;

/** Everybody of a channel may see them all: there is nothing personal in it. One of them goes to whoever asked. */
export const showObjectives = command({
  who: "linked",
  args: { objective: optional(id()) },
  opensNew: true,
  async run(context, { objective: wanted }) {
    const ledger = await ledgerOf(context.desk);
    const all = progressOf(ledger, await measuresOf(context.desk), context.today);
    if (wanted === undefined) return forAll(context, objectivesCard(context, all));
    const one = all.find(({ objective }) => (objective?.id ?? none) === wanted);
    if (one) return show(objectiveCard(context, ledger, one));
    return refuse("gone", card("objective.gone", context.t("objectives.gone"), { text: context.t("help.nothingStored"), buttons: [allButton(context)] }));
  },
});

/** Typed in a channel it is shown to all of it; anywhere else to whoever asked. */
const forAll = (context: Known, shown: Card): Outcome => (isAmongAll(context) ? { show: shown, open: true } : show(shown));

const allButton = ({ t }: Pick<Known, "t">) => ({ label: t("objectives.all"), wish: wish("objectives.show") });

/** The wording of the resolution stays as it is; the main objective is told in words. */
const wording = ({ lang }: Pick<Known, "lang">, { textDe, textEn }: Objective): string => (lang === "de" ? textDe : textEn);

function progressRow(reader: Known, { objective, tasks, measures, standing }: Progress): string {
  const { t } = reader;
  const row = objective ? t("objectives.row", { n: String(objective.position), text: wording(reader, objective) }) : t("objectives.without");
  return [
    objective?.main ? t("objectives.main", { row }) : row,
    ...(tasks.length > 0 ? [standingText(reader, standing)] : []),
    ...(measures.length > 0 ? [t("objectives.measures", { n: measures.length })] : []),
  ].join(" · ");
}

function objectivesCard(context: Known, all: readonly Progress[]): Card {
  const { t, alliance } = context;
  const options = all.map(({ objective }) => ({
    label: objective ? objectiveName(context, objective) : t("objectives.without"),
    wish: wish("objectives.show", { objective: objective?.id ?? none }),
  }));
  return card("objectives", t("objectives.title"), {
    facts: [alliance.visionDe ? { label: t("objectives.vision"), value: t("objectives.visionValue", { vision: alliance.visionDe }) } : undefined],
    rows: all.map((it) => progressRow(context, it)),
    open:
      options.length > 0
        ? {
            type: "choice",
            label: t("objectives.choose"),
            options: [{ label: t("meeting.label.choose"), wish: wish("objectives.show") }, ...options],
            chosen: 0,
          }
        : undefined,
    text: all.length > 0 ? undefined : t("objectives.none"),
    buttons: [act(context, "meeting.show"), act(context, "task.list")],
  });
}

function measureRow(reader: Pick<Known, "t" | "lang">, { organisations }: Pick<Ledger, "organisations">, { title, organisations: by, state }: Measure): string {
  const { t } = reader;
  const names = by.flatMap((one) => organisations.filter((it) => it.id === one).map((it) => organisationName(reader, it)));
  const row = names.length > 0 ? t("objectives.measureBy", { title, organisations: names.join(", ") }) : t("objectives.measure", { title });
  return `${row} · ${t("measure.state", { state })}`;
}

/** Measures first, as the wider ones; the office enters and ends them from here. */
function objectiveCard(context: Known, ledger: Ledger, { objective, tasks, measures, standing }: Progress): Card {
  const { t } = context;
  const rows = [...measures.map((it) => measureRow(context, ledger, it)), ...tasks.map((it) => taskRow(context, ledger, it))];
  const text = objective ? wording(context, objective) : t("objectives.without");
  const office = context.may("measure.new");
  const again = wish("objectives.show", { objective: objective?.id ?? none });
  return card("objective", clip(objective ? objectiveName(context, objective) : t("objectives.without"), 60), {
    facts: [
      { label: t("objectives.one"), value: objective?.main ? t("objectives.one.main", { text }) : text },
      { label: t("task.list.all"), value: standingText(context, standing) },
    ],
    rows: rows.length > mostLines ? [...rows.slice(0, mostLines), t("list.more", { n: rows.length - mostLines })] : rows,
    open: openChoice(context, tasks.slice(0, mostLines), again),
    text: rows.length === 0 ? t("objectives.empty") : undefined,
    buttons: [
      office ? { label: t("measure.new"), wish: wish("measure.new", objective ? { objective: objective.id } : {}) } : undefined,
      office && measures.some(({ state }) => state === "running") ? { label: t("measure.end"), wish: wish("measure.end") } : undefined,
      office ? act(context, "objectives.picture") : undefined,
      allButton(context),
    ],
  });
}

/** Typed in a channel, it is posted there; without a public address the rows say everything. */
export const showPicture = command({
  who: "organiser",
  args: {},
  opensNew: true,
  async run(context) {
    const { t, lang, desk, today, alliance, links } = context;
    const all = progressOf(await ledgerOf(desk), await measuresOf(desk), today);
    const url = all.length > 0 ? links.file("picture", pictureArgs(alliance, lang, today, all)) : undefined;
    const shown = card("objectives.picture", t("objectives.picture.title", { day: showDay(today, lang) }), {
      image: url ? { url, alt: t("objectives.picture.alt") } : undefined,
      rows: all.map((it) => pictureRow(context, it)),
      text: all.length > 0 ? undefined : t("objectives.none"),
      buttons: [allButton(context)],
    });
    return forAll(context, shown);
  },
});

function pictureRow(reader: Known, { objective, standing }: Progress): string {
  const { t } = reader;
  const name = objective ? objectiveName(reader, objective) : t("objectives.without");
  return [
    objective?.main ? t("objectives.picture.main", { name }) : name,
    standingText(reader, standing),
    ...(standing.overdue > 0 ? [t("objectives.picture.overdue", { n: standing.overdue })] : []),
  ].join(" · ");
}
