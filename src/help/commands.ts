// What everybody can ask: help, a call back, the own status, and stopping a step.
import { optional, text } from "../args.ts";
import { reading } from "../believe.ts";
import { card } from "../card.ts";
import { type Command, type Context, command, isAmongAll, type Known } from "../command.ts";
import type { CommandName } from "../names.ts";
import { tellOffice } from "../notice/office.ts";
import { type Outcome, refuse, show } from "../outcome.ts";
import { hostOf } from "../roster/link.ts";
import { officeListens } from "../roster/office.ts";
import { rsvpCommands } from "../rsvp/commands.ts";
import { presenting } from "../speaker/held.ts";
import { clockOf, showClock, showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { missingMeeting, refusedRole } from "./cards.ts";
import { act, contactOf, waysOn } from "./pieces.ts";
import { channelHelp, helpCard, helpFor } from "./show.ts";
import { statusOf } from "./status.ts";

const showHelp = command({
  who: "anyone",
  args: { word: optional(text(60)) },
  opensNew: true,
  async run(context, { word }) {
    if (word === undefined && isAmongAll(context)) return { show: channelHelp(context), open: true };
    const alliance = context.alliance ?? (await hostOf(context))?.alliance;
    return word === undefined ? show(helpCard(await asTalks(context), alliance)) : helpFor(context, word, alliance);
  },
});

/** The words about own talks are for organisations that may present. */
async function asTalks(context: Context): Promise<Context> {
  const { person, alliance, may } = context;
  if (!person || !alliance || (await presenting({ ...context, person, alliance })).length > 0) return context;
  return { ...context, may: (name) => may(name) && !ownTalks.has(name) };
}

const ownTalks: ReadonlySet<CommandName> = new Set(["talk.show", "talk.new", "talk.withdraw"]);

/** One note to everybody of the office; where nobody there has an account, the promise would be empty. */
const callback = command({
  who: "linked",
  args: {},
  opensNew: true,
  async run(context) {
    const { t, lang, desk, person, alliance, now, today, from } = context;
    const office = { label: t("fact.office"), value: contactOf(alliance) };
    if (!(await officeListens(desk)))
      return refuse(
        "office_unheard",
        card("callback.nobody", t("callback.nobody.title"), { facts: [office], text: t("callback.nobody.text"), buttons: waysOn(context) }),
      );
    await tellOffice(context, {
      key: `callback:${context.key}`,
      kind: "callback",
      args: { person: person.id, messenger: from.messenger, at: now.toISOString() },
    });
    const noted = t("callback.notedWhat", { day: showDay(today, lang), clock: showClock(clockOf(now, alliance.zone), lang) });
    return show(
      card("callback", t("callback.title"), { facts: [{ label: t("callback.noted"), value: noted }, office], buttons: [act(context, "status.show")] }),
    );
  },
});

const status = command({
  who: "linked",
  args: {},
  opensNew: true,
  run: async (context) => show(await statusOf(context)),
});

/** Only „absagen“: the office is asked what, everybody else means the own attendance. */
const cancelWhich = command({
  who: "linked",
  opens: { meeting: "wanted", hold: "seats" },
  args: {},
  async run(context) {
    const { t, may } = context;
    if (!may("meeting.cancel")) return decline(context);
    const own = may("rsvp.decline") ? [{ label: t("cancel.which.own"), wish: wish("rsvp.decline") }] : [];
    const buttons = [...own, { label: t("cancel.which.meeting"), wish: wish("meeting.cancel") }, { label: t("label.cancel"), wish: wish("step.cancel") }];
    return show(card("meeting.cancel.which", t("cancel.which.title"), { text: t("cancel.which.text"), buttons }));
  },
});

/** The wish for the own absence, by the very command the button asks for; the desk was opened for it. */
async function decline(context: Known): Promise<Outcome> {
  if (!context.may("rsvp.decline")) return refusedRole(context, "rsvp.decline");
  const it = wish("rsvp.decline");
  if (!context.desk.meeting) return missingMeeting(context, it);
  const own: Command = rsvpCommands["rsvp.decline"];
  const read = reading(own, context, it);
  return "outcome" in read ? read.outcome : own.run(context, read.args);
}

const cancelStep = command({
  who: "anyone",
  args: {},
  run: async (context: Context) => show(card("step.cancelled", context.t("step.title"), { text: context.t("help.nothingStored"), buttons: waysOn(context) })),
});

export const helpCommands = {
  "help.show": showHelp,
  "help.callback": callback,
  "status.show": status,
  "cancel.which": cancelWhich,
  "step.cancel": cancelStep,
} satisfies {
  readonly [N in Extract<CommandName, `help.${string}` | "status.show" | "cancel.which" | "step.cancel">]: Command;
};
