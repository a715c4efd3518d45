// What the agenda says below its items once it is known: the keynote's title and who gives it, the released programme with its start times.
import type { AgendaItem, Meeting } from "../meeting/model.ts";
import type { View } from "../ports.ts";
import type { Member } from "../reader.ts";
import { showClock } from "../time.ts";
import { isPublic } from "./capacity.ts";
import { keynoteOf } from "./keynote.ts";
import { lineOf, withTalks } from "./line.ts";
import { retime } from "./programme.ts";
import { byPlace, nameOf } from "./rows.ts";

/** Lines by the key of the item they stand below. */
export type ItemLines = Readonly<Record<string, readonly string[]>>;

/** `agenda` is what the work in hand has just changed: start times follow from it. */
export async function itemLines(view: View, reader: Member, meeting: Meeting, agenda?: readonly AgendaItem[]): Promise<ItemLines> {
  const { alliance, t, lang } = reader;
  const keynote = (await keynoteOf(view, meeting, alliance.zone))?.keynote;
  const line = await lineOf(view, meeting, alliance.zone, agenda);
  const given = keynote?.title ? { keynote: [t("keynote.row", { title: keynote.title, speaker: keynote.speaker ?? "" })] } : {};
  if (!line || line.programme.edition === 0) return given;
  const organisations = await view.find("Organisation", {});
  const { talks } = withTalks(
    line,
    retime(line.draft).map(({ after }) => after),
  ).draft;
  const rows = talks
    .filter(isPublic)
    .sort(byPlace)
    .map((talk) =>
      t("programme.below", { at: talk.start ? showClock(talk.start, lang) : "", organisation: nameOf(reader, organisations, talk), title: talk.title }),
    );
  return { ...given, [line.item.key]: rows };
}
