// A form is a value: a command's missing details as labelled inputs, and the answers on their way back.
import type { Wish } from "./wish.ts";

export type FieldKind =
  | { readonly type: "text"; readonly max: number; readonly lines?: "many" }
  | { readonly type: "day" }
  | { readonly type: "clock" }
  | { readonly type: "number"; readonly min: number; readonly max: number }
  | { readonly type: "one"; readonly options: readonly Choice[] }
  | { readonly type: "many"; readonly options: readonly Choice[] };

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What choosing it means; choices that have this are all shown at once. */
  readonly about?: string;
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  readonly kind: FieldKind;
  /** As a string: a day as YYYY-MM-DD, a clock as HH:MM, several choices joined by ",". */
  readonly initial?: string;
}

export interface Explanation {
  /** Of the button; at most 28 characters. */
  readonly label: string;
  /** At most 24 characters. */
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Back to the inputs; at most 24 characters. */
  readonly back: string;
}

export interface Form {
  /** The form's key in the gallery, for example "meeting.new". */
  readonly name: string;
  /** At most 24 characters, Slack's limit for the title of a window. */
  readonly title: string;
  readonly note?: string;
  /** What can be read beside the inputs without leaving them, behind a button of the window's body. */
  readonly explain?: Explanation;
  /** Only ever in a window, never as inputs in a card: neither what is entered nor what is answered may stay in the chat. */
  readonly window?: true;
  /** At most 24 characters. */
  readonly submit: string;
  readonly cancel: string;
  /** What the answers are added to when the form is sent. */
  readonly wish: Wish;
  readonly fields: readonly Field[];
}

/** Answers by field name, as strings in the form `initial` has; an empty string is no answer. */
export type Answers = Readonly<Record<string, string>>;

/** The wish a sent form stands for: its known arguments and the answers. A field left empty takes back an argument known before. */
export function answered(form: Pick<Form, "wish">, answers: Answers): Wish {
  return { command: form.wish.command, args: { ...form.wish.args, ...answers, sent: "1" } };
}
