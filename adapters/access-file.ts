// The file of access codes behind a signed link: its first loading makes the codes, every further one gives the same.
import type { Store } from "../src/ports.ts";
import { codesFor } from "../src/roster/access-file.ts";
import { dayOf } from "../src/time.ts";
import { spreadsheet } from "./csv.ts";
import { codeFrom, ids } from "./ids.ts";

interface Needed {
  readonly store: Store;
  readonly secret: string;
  readonly now: () => Date;
}

/**
 * The codes follow from the server's secret, the link and the person: nothing but their hashes is stored, and a loading that was broken off,
 * or made by a program that looks behind links, is simply made again. Undefined where the link is blocked or names nobody.
 */
export async function accessFile({ store, secret, now }: Needed, args: Readonly<Record<string, string>>) {
  const { person = "", batch = "" } = args;
  if (person === "" || batch === "") return undefined;
  for (const alliance of await store.alliances()) {
    if ((await store.view(alliance.id).find("Person", { id: person })).length === 0) continue;
    const at = now();
    const codeOf = (personId: string): string => codeFrom(secret, `${batch} ${personId}`);
    const lines = await store.work({ allianceId: alliance.id }, (desk) => codesFor({ desk, alliance, now: at, ids, person, batch, codeOf }));
    return lines && { ...spreadsheet(lines), name: `zugangscodes-${dayOf(at, alliance.zone)}.csv` };
  }
  return undefined;
}
