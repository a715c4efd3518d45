// Finds in typed words the organisation a question is for: taken only where it is named exactly, else asked back (K21.3).
import type { Language } from "../../locales/index.ts";
import { findOrganisation } from "../roster/find.ts";
import type { Organisation } from "../roster/model.ts";

interface Addressed {
  /** The question without the words that say whom it is for. */
  readonly text: string;
  /** What is asked of, as it was typed; absent where nobody is named. */
  readonly said?: string;
  /** Named exactly. */
  readonly to?: Organisation;
  /** Near to what was typed, the likeliest first. */
  readonly near: readonly Organisation[];
}

/** „… an die Arbeitsagentur“, „… ans Jobcenter“, “… to the Employment Agency”. */
const leads = /(?<=^|\s)(?:an|ans|to)\s+/giu;
/** Names of organisations are no longer, articles included. */
const longestName = 7;
const ended = /[?.!…]["“”»]?\s*$/u;
const withoutEnd = (text: string): string => text.replace(/[\s?.!,;:…"“”„»«]+$/u, "");

/** `organisations` are those that answer. A question may hold the word „an“ itself, so only what names one of them is cut off. */
export function readAddressee(text: string, organisations: readonly Organisation[], lang: Language): Addressed {
  const tails = [...text.matchAll(leads)].map(({ index, 0: lead }) => ({
    head: text.slice(0, index).trim(),
    said: withoutEnd(text.slice(index + lead.length)),
  }));
  for (const { head, said } of tails.reverse()) {
    if (head === "" || said === "" || said.split(/\s+/).length > longestName) continue;
    const found = findOrganisation(said, organisations, lang);
    if (found.type === "exact") return { text: asQuestion(head, text), said, to: found.organisation, near: [] };
    // Behind the end of a question stands whom it is for, and nothing else.
    if (ended.test(head)) return { text: head, said, near: found.type === "near" ? found.organisations : [] };
    if (found.type === "near") return { text, said, near: found.organisations };
  }
  return { text, near: [] };
}

/** „Gibt es genug Plätze an die Arbeitsagentur?“: the question mark belongs to the question. */
const asQuestion = (head: string, whole: string): string => (!ended.test(head) && /\?["“”»]?\s*$/u.test(whole) ? `${head.replace(/[,;:–-]\s*$/u, "")}?` : head);

/** By id, by name or by alias, where something else than the question names it. */
export function namedAddressee(said: string, organisations: readonly Organisation[], lang: Language): Omit<Addressed, "text"> {
  const byId = organisations.find(({ id }) => id === said);
  if (byId) return { said, to: byId, near: [] };
  const found = findOrganisation(said.replace(/^ans\s+/iu, ""), organisations, lang);
  if (found.type === "exact") return { said, to: found.organisation, near: [] };
  return { said, near: found.type === "near" ? found.organisations : [] };
}
