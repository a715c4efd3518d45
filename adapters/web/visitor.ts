// Whose place a newcomer has taken: somebody of the alliance, or a guest the bot does not know.
import { randomBytes } from "node:crypto";
import { type Language, translator } from "../../locales/index.ts";
import type { Parts } from "./parts.ts";

export interface Visitor {
  /** The account's name: the person's id, or the guest's name. */
  readonly user: string;
  readonly label: string;
  readonly lang: Language;
  readonly guest: boolean;
}

/** What the list of people offers; everybody who chooses it is a new guest. */
export const anyGuest = "guest";
const guestName = /^guest-[0-9a-f]{8}$/;

export const newGuest = (): string => `guest-${randomBytes(4).toString("hex")}`;

/** The person with this id or the guest of this name, named in the person's own language. */
export async function findVisitor({ people }: Pick<Parts, "people">, user: string | undefined): Promise<Visitor | undefined> {
  if (user === undefined) return undefined;
  if (guestName.test(user)) return { user, label: translator("de")("page.unknown"), lang: "de", guest: true };
  const inGerman = (await people("de")).find(({ id }) => id === user);
  if (!inGerman) return undefined;
  const { language: lang } = inGerman;
  const own = lang === "de" ? inGerman : (await people(lang)).find(({ id }) => id === user);
  return { user, label: own?.label ?? inGerman.label, lang, guest: false };
}
