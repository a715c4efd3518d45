// A command is a value: who may ask it, with which arguments, and what happens then.
import type { Arg } from "./args.ts";
import type { Form } from "./form.ts";
import type { Incoming } from "./incoming.ts";
import type { CommandName } from "./names.ts";
import type { Outcome } from "./outcome.ts";
import type { Desk, Ids, Opening, Ref, Sender } from "./ports.ts";
import type { Reader } from "./reader.ts";
import type { Alliance, Person } from "./roster/model.ts";

/**
 * anyone: also accounts that belong to nobody yet · linked: everybody of the alliance ·
 * delegate: who holds a seat or stands in for somebody · organiser: the office · chair: the office, or who leads the meetings.
 */
export type Who = "anyone" | "linked" | "delegate" | "organiser" | "chair";

/** What a command works with. */
export interface Context extends Reader {
  readonly desk: Desk;
  /** The gesture's key; keys of messages owed because of it begin with it. */
  readonly key: string;
  readonly from: Sender;
  /** The message whose button was pressed. */
  readonly card: Ref | undefined;
  readonly person: Person | undefined;
  readonly alliance: Alliance | undefined;
  readonly ids: Ids;
  /** A keyed hash, for what must be recognised and may not be read. */
  readonly seal: (text: string) => string;
  /** What this person may do, for help and suggestions. */
  readonly may: (name: CommandName) => boolean;
  /** Typed words are echoed before they count where a misreading would matter. */
  readonly by: "words" | "button" | "form";
  readonly place: Incoming["place"];
}

/** What is meant for everybody is shown to all where it was typed among them; a pressed button is answered in the person's own chat. */
export const isAmongAll = ({ place, by }: Pick<Context, "place" | "by">): boolean => place === "channel" && by === "words";

/** The same, for somebody the bot knows. */
export interface Known extends Context {
  readonly person: Person;
  readonly alliance: Alliance;
}

export type Args = Readonly<Record<string, Arg<unknown>>>;
export type Read<A extends Args> = { readonly [K in keyof A]: A[K] extends Arg<infer T> ? T : never };

/** How the arguments stand behind the word: the free text first, then signal words. */
export interface Grammar {
  readonly rest?: string;
  readonly signals?: Partial<Record<"to" | "for" | "by" | "from" | "until" | "due" | "without" | "via", string>>;
  /** The free text may hold an answer word ("zusage") for this argument, or the word "workshop" for this one. */
  readonly answer?: string;
  readonly workshop?: string;
  /** The free text may begin with the number of a task, and with how much of it is done. */
  readonly task?: string;
  readonly percent?: string;
  /** The free text is what people want to have done, and may be as long as a sentence. */
  readonly sentence?: true;
}

interface Common<A extends Args> {
  readonly args: A;
  /** What the desk shows and holds still; absent: no meeting is needed. `whose` names the argument with the person's id. */
  readonly opens?: { readonly meeting: "needed" | "wanted"; readonly hold: Opening["hold"] };
  /**
   * What is entered for it may stay nowhere, not even in the button that tries again after a fault; and no row of the sender's is written together
   * with it, which would lead from one to the other.
   */
  readonly confides?: true;
  /** Pressed on a card, it answers with a new message and leaves that card as it is. */
  readonly opensNew?: true;
}

export type Command<A extends Args = Args> =
  | (Common<A> & {
      readonly who: "anyone";
      run(context: Context, args: Read<A>): Promise<Outcome>;
      form?(context: Context, args: Partial<Read<A>>): Promise<Form>;
    })
  | (Common<A> & {
      readonly who: Exclude<Who, "anyone">;
      run(context: Known, args: Read<A>): Promise<Outcome>;
      /** Asks for what is missing; where absent, a missing argument means the wish was no wish of ours. */
      form?(context: Known, args: Partial<Read<A>>): Promise<Form>;
    });

/** Returns its argument; its only work is inference. */
export const command = <const A extends Args>(it: Command<A>): Command<A> => it;
