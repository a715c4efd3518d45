// What was agreed, behind signed links: the follow-up list for a spreadsheet, and the state of the objectives as a picture.
import type { Store } from "../src/ports.ts";
import { followUpLines } from "../src/task/file.ts";
import { pictureFor } from "../src/task/picture.ts";
import { dayOf } from "../src/time.ts";
import { spreadsheet } from "./csv.ts";
import type { Signed } from "./links.ts";
import { drawPng } from "./picture.ts";

interface Needed {
  readonly store: Store;
  readonly now: () => Date;
}

/** Undefined where the link names nothing, or whoever asked for it is no longer of the office. */
export async function agreedFile({ store, now }: Needed, { kind, args }: Signed) {
  const alliance = (await store.alliances()).find(({ id }) => id === args["alliance"]);
  if (!alliance) return undefined;
  const view = store.view(alliance.id);
  if (kind === "picture") {
    const svg = await pictureFor(view, args);
    return svg === undefined ? undefined : { type: "image/png", name: `ziele-${args["day"]}.png`, text: drawPng(svg) };
  }
  const lines = await followUpLines(view, args["person"] ?? "");
  return lines && { ...spreadsheet(lines), name: `wiedervorlage-${dayOf(now(), alliance.zone)}.csv` };
}
