// What can be done with a message in Teams, from its menu: the manifest names it, a dialog answers it.
import { z } from "zod";
import { type Wish, wish } from "../../src/wish.ts";
import { cut, limits } from "./limits.ts";
import { plainOf } from "./text.ts";

/** Makes a question of a message. */
export const questionAction = "question";

const asked = z.object({
  commandId: z.literal(questionAction),
  messagePayload: z.object({ body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish() }).nullish(),
});

/** What somebody wants of the message they chose; one without words leads to the empty form. Undefined where this is no action of ours. */
export function wishOf(value: unknown): Wish | undefined {
  const { data } = asked.safeParse(value);
  if (!data) return undefined;
  const { contentType, content } = data.messagePayload?.body ?? {};
  const said = (content ?? "").slice(0, limits.words);
  const text = cut(contentType === "text" ? said.replace(/\s+/g, " ").trim() : plainOf(said), limits.taken);
  return text === "" ? wish("question.new") : wish("question.typed", { text });
}

const sent = z.object({ commandId: z.literal(questionAction), data: z.record(z.string(), z.unknown()) });

/** What was pressed or sent in the dialog that a message action opened. */
export const sentIn = (value: unknown): Readonly<Record<string, unknown>> | undefined => sent.safeParse(value).data?.data;
