// Cards that any gesture can end in: a fault, a form in a card, words that cannot be read, a day that is asked back, a refusal.
import type { Translate } from "../../locales/index.ts";
import { wordLists } from "../../locales/index.ts";
import { type TypedName, typed } from "../../locales/words.ts";
import { type Button, type Card, card } from "../card.ts";
import type { Context } from "../command.ts";
import type { Form } from "../form.ts";
import type { CommandName } from "../names.ts";
import { type Outcome, refuse } from "../outcome.ts";
import type { Reader } from "../reader.ts";
import { isOrganiser } from "../roster/rules.ts";
import { type Day, showDay } from "../time.ts";
import { type Wish, wish } from "../wish.ts";
import { act, callbackButton, invitationButton, phoneOf, waysOn } from "./pieces.ts";

/** Nothing was stored; `id` is what the log calls the fault. */
export const faultCard = (t: Translate, id: string, again: Wish | undefined): Card =>
  card("fault.notStored", t("fault.title"), {
    facts: [{ label: t("fault.id"), value: id }],
    text: t("fault.text"),
    buttons: [again && { label: t("fault.again"), wish: again }, callbackButton({ t })],
  });

/** It was stored and could be seen only once. */
export const onceCard = (t: Translate): Card => card("once.again", t("once.title"), { text: t("once.text") });

/** Stored, and only the answer could not be shown; `id` is what the log calls it. */
export const storedCard = (t: Translate, id: string): Card =>
  card("fault.stored", t("fault.stored.title"), {
    facts: [{ label: t("fault.id"), value: id }],
    text: t("fault.stored.text"),
    buttons: [act({ t }, "status.show")],
  });

/** A form where no window can be opened: the same inputs in a card. */
export const formCard = (_t: Translate, form: Form): Card => ({
  name: form.name,
  title: form.title,
  elements: [...(form.note && !form.window ? [{ type: "text", text: form.note } as const] : []), { type: "form", form: form.window ? closed(form) : form }],
});

/** Of what is entered in a window only, a card holds the button that opens it. */
function closed({ explain: _explain, note: _note, ...form }: Form): Form {
  return { ...form, fields: [] };
}

export const isTyped = (name: CommandName): name is TypedName => (typed as readonly string[]).includes(name);

/** The four answers change something as soon as they are asked. */
export const answers: readonly TypedName[] = ["rsvp.accept", "substitute.name", "rsvp.decline", "rsvp.undecided"];

/** What a corrected wish is still about. */
function aboutOf({ args }: Wish): Record<string, string> {
  return Object.fromEntries(["meeting", "for", "edition", "task"].flatMap((name) => (args[name] === undefined ? [] : [[name, args[name]]])));
}

/** `sentence` says what cannot be read; nothing was stored, and there is a way forward. */
export function badInput(context: Context, it: Wish, sentence: string): Card {
  const { t, lang } = context;
  const name = it.command === "rsvp.partial" ? "rsvp.accept" : it.command;
  const entry = isTyped(name) ? wordLists[lang].entries[name] : undefined;
  const args = aboutOf(it);
  const part: Button | undefined = name === "rsvp.accept" ? { label: t("label.partial"), wish: wish("rsvp.partial", args) } : undefined;
  return card("bad.input", t("bad.title"), {
    facts: [entry && entry.usage !== "" ? { label: t("fact.example"), value: entry.example } : undefined],
    text: t("bad.notStored", { reason: sentence }),
    buttons: isTyped(name) ? [part, act(context, name, args), { label: t("label.cancel"), wish: wish("step.cancel") }] : waysOn(context),
  });
}

/** A day that was guessed is echoed before it counts. */
export function confirmDay(context: Context, it: Wish, arg: string, day: Day): Card {
  const { t, lang } = context;
  const shown = showDay(day, lang);
  const { [arg]: _, ...rest } = it.args;
  // Without its day an answer would count at once; the others show a form or change nothing.
  const other =
    isTyped(it.command) && answers.includes(it.command) ? wish("help.show", { word: wordLists[lang].entries[it.command].word }) : wish(it.command, rest);
  return card("echo.day", t("echo.day.title"), {
    text: t("echo.day.text", { day: shown }),
    buttons: [
      { label: t("echo.day.yes", { day: shown }), wish: wish(it.command, { ...it.args, [arg]: day }) },
      { label: t("label.otherDay"), wish: other },
    ],
  });
}

/** A button whose matter has moved on, or that is none of ours. */
export const staleCard = (context: Context): Card =>
  card("stale.card", context.t("stale.card"), { text: context.t("help.nothingStored"), buttons: waysOn(context) });

/** No meeting to work on, or a wish that lacks what only a button of ours carries. */
export function missingMeeting(context: Context, it: Wish): Outcome {
  const { t, desk, may } = context;
  if (desk.meeting) return refuse("stale", staleCard(context));
  if (it.args["meeting"] !== undefined) {
    return refuse(
      "gone",
      card("stale.gone", t("stale.gone"), { text: t("help.nothingStored"), buttons: [act(context, "meeting.show"), act(context, "status.show")] }),
    );
  }
  const next = may("meeting.new") ? [act(context, "meeting.new"), act(context, "meeting.list")] : [act(context, "status.show")];
  return refuse("no_meeting", card("none.meeting", t("none.title"), { text: t("none.text"), buttons: [...next, act(context, "help.show")] }));
}

/** Which activity of the office was asked, as the refusal names it. */
function officeTitle({ t }: Reader, name: CommandName): string {
  if (name.startsWith("meeting.invite")) return t("refuse.invite");
  if (name.startsWith("reply.remind")) return t("refuse.remind");
  if (name.startsWith("reply.")) return t("refuse.reply");
  if (name === "member.access" || name === "member.accessFile" || name === "member.voidFile") return t("refuse.member");
  if (name.startsWith("member.")) return t("refuse.members");
  if (name.startsWith("task.") || name.startsWith("measure.") || name.startsWith("objectives.")) return t("refuse.task");
  if (name.startsWith("question.")) return t("refuse.question");
  if (name.startsWith("round.")) return t("round.refuse");
  if (name.startsWith("outbox.") || name.startsWith("ladder.")) return t("refuse.outbox");
  return t("refuse.meeting");
}

const isAnswer = (name: CommandName): boolean => /^(rsvp|substitute|waiting)\./.test(name);

/** The rule as a fact, and the nearest thing that is possible. */
export function refusedRole(context: Context, name: CommandName): Outcome {
  const { t, alliance, person, may } = context;
  const phone = alliance ? phoneOf(alliance) : "";
  if (isOrganiser(person)) {
    const buttons = [act(context, "reply.record"), { label: t("label.replies"), wish: wish("reply.list") }];
    return refuse("role", card("refuse.seat.office", t("refuse.seat"), { text: t("refuse.seat.office"), buttons }));
  }
  if (isAnswer(name))
    return refuse(
      "role",
      card("refuse.seat", t("refuse.seat"), { text: t("refuse.seat.text", { phone }), buttons: [act(context, "meeting.show"), callbackButton(context)] }),
    );
  const invited = may("rsvp.accept");
  return refuse(
    "role",
    card("refuse.role", officeTitle(context, name), {
      text: t(invited ? "refuse.own" : "refuse.contact", { phone }),
      buttons: [invited ? invitationButton(context) : act(context, "meeting.show"), callbackButton(context)],
    }),
  );
}
