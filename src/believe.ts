// Reads a wish's arguments; believes nothing that a button, a form or a hand wrote.
import { format } from "../locales/index.ts";
import type { Args, Command, Context, Read } from "./command.ts";
import { badInput, confirmDay } from "./help/cards.ts";
import { type Outcome, refuse, show } from "./outcome.ts";
import type { Wish } from "./wish.ts";

export type Reading<A extends Args> = { readonly outcome: Outcome } | { readonly args: Read<A>; readonly missing: readonly string[] };

/** The arguments as values; or what is missing; or an answer that says what cannot be read. */
export function reading<A extends Args>(command: Command<A>, context: Context, wish: Wish): Reading<A> {
  const { today, calendar, lang, by } = context;
  const args: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  const missing: string[] = [];
  for (const [name, arg] of Object.entries(command.args)) {
    const raw = Object.hasOwn(wish.args, name) ? wish.args[name] : undefined;
    if (raw === undefined || raw.trim() === "") {
      if (!arg.optional) missing.push(name);
      continue;
    }
    const read = arg.read(raw, { today, calendar, lang, typed: by === "words" });
    if ("bad" in read) errors[name] = format(lang, read.bad, read.values);
    else if ("unsure" in read) return { outcome: show(confirmDay(context, wish, name, read.unsure)) };
    else args[name] = read.value;
  }
  const wrong = Object.values(errors)[0];
  if (wrong === undefined) {
    // A window that came back with an empty required input names the input; elsewhere the form is simply shown.
    if (missing.length === 0 || by !== "form") return { args: args as Read<A>, missing };
    const empty = Object.fromEntries(missing.map((name) => [name, context.t("bad.empty")]));
    return { outcome: refuse("bad_input", badInput(context, wish, context.t("bad.empty")), empty) };
  }
  return { outcome: refuse("bad_input", badInput(context, wish, wrong), by === "form" ? errors : undefined) };
}
