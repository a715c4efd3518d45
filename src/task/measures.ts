// Measures: what the alliance does about its objectives, wider than a task (D10); entered and ended by the office.
import { id, many, one, optional, text } from "../args.ts";
import { card } from "../card.ts";
import { command, type Known } from "../command.ts";
import type { Form } from "../form.ts";
import { badInput } from "../help/cards.ts";
import { clip } from "../help/pieces.ts";
import { ask, type Outcome, refuse, show } from "../outcome.ts";
import { organisationName } from "../reader.ts";
import { note } from "../roster/trail.ts";
import { wish } from "../wish.ts";
import { longestTitle, mainFirst, objectiveChoices, objectiveName, organisationChoices } from "./forms.ts";
import { type Ledger, ledgerOf, measuresOf } from "./ledger.ts";
import type { Measure } from "./model.ts";

export const newMeasure = command({
  who: "organiser",
  args: {
    title: optional(text(longestTitle)),
    objectives: optional(many()),
    organisations: optional(many()),
    /** From where it was asked; chosen beforehand. */
    objective: optional(id()),
    sent: optional(id()),
  },
  async run(context, args) {
    const { desk, ids, alliance, now, t } = context;
    const ledger = await ledgerOf(desk);
    if (!args.sent || !args.title) return ask(measureForm(context, ledger, args.objective));
    const objectives = ledger.objectives.filter((it) => args.objectives?.includes(it.id)).map((it) => it.id);
    if (objectives.length === 0) {
      const sentence = t("measure.bad");
      return refuse("bad_input", badInput(context, wish("measure.new"), sentence), context.by === "form" ? { objectives: sentence } : undefined);
    }
    const organisations = ledger.organisations.filter((it) => args.organisations?.includes(it.id)).map((it) => it.id);
    const measure: Measure = {
      id: ids.next(),
      allianceId: alliance.id,
      title: args.title,
      objectives,
      organisations,
      state: "running",
      createdAt: now,
    };
    desk.put("Measure", measure);
    note(context, "measure.new", null, measure.id);
    return shown(context, ledger, measure, "measure.saved");
  },
});

function measureForm(context: Known, ledger: Ledger, objective: string | undefined): Form {
  const { t } = context;
  return {
    name: "measure.form",
    title: t("measure.new"),
    submit: t("label.save"),
    cancel: t("label.cancel"),
    wish: wish("measure.new"),
    fields: [
      { name: "title", label: t("measure.title"), required: true, kind: { type: "text", max: longestTitle } },
      {
        name: "objectives",
        label: t("measure.objectives"),
        required: true,
        kind: { type: "many", options: objectiveChoices(context, ledger.objectives) },
        ...(objective ? { initial: objective } : {}),
      },
      {
        name: "organisations",
        label: t("measure.organisations"),
        hint: t("measure.organisations.hint"),
        required: false,
        kind: { type: "many", options: organisationChoices(context, ledger) },
      },
    ],
  };
}

/** Without one named, those that run are offered; `again` takes the ending back. */
export const endMeasure = command({
  who: "organiser",
  args: { measure: optional(id()), again: optional(one("1")) },
  async run(context, args) {
    const { t, desk } = context;
    const all = await measuresOf(desk);
    const measure = all.find((it) => it.id === args.measure);
    if (measure) {
      const state = args.again ? "running" : "ended";
      const next: Measure = { ...measure, state };
      if (measure.state !== state) {
        desk.put("Measure", next);
        note(context, args.again ? "measure.again" : "measure.end", null, measure.id);
      }
      return shown(context, await ledgerOf(desk), next, args.again ? "measure.again" : "measure.ended");
    }
    const running = all.filter((it) => it.state === "running");
    if (running.length === 0)
      return refuse(
        "no_measure",
        card("measure.none", t("measure.none"), {
          text: t("help.nothingStored"),
          buttons: [{ label: t("measure.new"), wish: wish("measure.new") }, allButton(context)],
        }),
      );
    return ask({
      name: "measure.end.form",
      title: t("measure.end"),
      submit: t("measure.end"),
      cancel: t("label.cancel"),
      wish: wish("measure.end"),
      fields: [
        {
          name: "measure",
          label: t("measure.which"),
          required: true,
          kind: { type: "one", options: running.map((it) => ({ value: it.id, label: clip(it.title, 75) })) },
        },
      ],
    });
  },
});

const allButton = ({ t }: Known) => ({ label: t("objectives.all"), wish: wish("objectives.show") });

function shown(context: Known, ledger: Ledger, measure: Measure, what: "measure.saved" | "measure.ended" | "measure.again"): Outcome {
  const { t } = context;
  const by = ledger.organisations.filter((it) => measure.organisations.includes(it.id)).map((it) => organisationName(context, it));
  const serves = mainFirst(ledger.objectives).filter((it) => measure.objectives.includes(it.id));
  return show(
    card(what, t(what), {
      facts: [
        { label: t("measure.title"), value: measure.title },
        { label: t("measure.objectives"), value: serves.map((it) => objectiveName(context, it)).join("; ") || t("objectives.without") },
        by.length > 0 ? { label: t("measure.organisations"), value: by.join(", ") } : undefined,
        { label: t("fact.state"), value: t("measure.state", { state: measure.state }) },
      ],
      buttons: [
        allButton(context),
        what === "measure.ended" ? { label: t("label.undo"), wish: wish("measure.end", { measure: measure.id, again: "1" }) } : undefined,
      ],
    }),
  );
}
