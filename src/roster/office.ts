// Whether a word to the office would be heard: somebody who organises has an account.
import type { View } from "../ports.ts";
import { isOrganiser } from "./rules.ts";

/** `without`: an account that is about to be taken away. */
export async function officeListens(view: View, without?: { readonly id: string }): Promise<boolean> {
  const organisers = (await view.find("Person", {})).filter(isOrganiser);
  const accounts = await view.find("Account", { personId: organisers.map((person) => person.id), reachable: true });
  return accounts.some((account) => account.id !== without?.id);
}
