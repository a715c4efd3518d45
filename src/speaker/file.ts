// The speakers' plan as a file: everybody gets the released programme, the office its draft with all it needs to prepare the room.
import { translator } from "../../locales/index.ts";
import type { Meeting } from "../meeting/model.ts";
import type { View } from "../ports.ts";
import { personName, type Reader } from "../reader.ts";
import type { Alliance, Objective, Person } from "../roster/model.ts";
import { isOrganiser } from "../roster/rules.ts";
import { objectiveName } from "../task/forms.ts";
import { isPublic, waitingList } from "./capacity.ts";
import { type Line, lineOf } from "./line.ts";
import type { Talk } from "./model.ts";
import { stateWords } from "./parts.ts";
import { lineUp } from "./programme.ts";
import { byPlace, nameOf } from "./rows.ts";

/** The lines of the file, its columns first; undefined where whoever asked for the link is gone, or there is nothing to see. */
export async function talkLines(view: View, alliance: Alliance, meeting: Meeting, personId: string): Promise<readonly (readonly string[])[] | undefined> {
  const [person] = await view.find("Person", { id: personId });
  const line = meeting.state === "cancelled" ? undefined : await lineOf(view, meeting, alliance.zone);
  if (!person || !line) return undefined;
  const office = isOrganiser(person);
  if (!office && line.programme.edition === 0) return undefined;
  const reader = { lang: person.language, t: translator(person.language) };
  const organisations = await view.find("Organisation", {});
  const objectives = await view.find("Objective", {});
  const people = await view.find("Person", { id: line.draft.talks.map((talk) => talk.personId) });
  const columns = reader.t("file.talks.columns").split(";");
  const shownTo = (cells: readonly string[]): readonly string[] => (office ? cells : cells.slice(0, publicColumns));
  return [
    shownTo(columns),
    ...(office ? drafted(line) : released(line)).map(({ talk, place, start }) =>
      shownTo([
        place,
        start,
        nameOf(reader, organisations, talk),
        talk.title,
        String(talk.minutes),
        reader.t("talk.slides", { slides: talk.slides ?? "none" }),
        objectiveOf(reader, objectives, talk),
        ...officeCells(reader, line, people, talk),
      ]),
    ),
  ];
}

/** Place, beginning, organisation, title, minutes, slides, objective; what follows is the office's. */
const publicColumns = 7;

interface Row {
  readonly talk: Talk;
  readonly place: string;
  readonly start: string;
}

const released = ({ draft }: Line): readonly Row[] =>
  draft.talks
    .filter(isPublic)
    .sort(byPlace)
    .map((talk, index) => ({ talk, place: String(index + 1), start: talk.start ?? "" }));

/** First who is in the programme, then who waits, then the others; withdrawn ones too, because they are asked for. */
function drafted({ draft }: Line): readonly Row[] {
  const inside = lineUp(draft).map(({ talk, place, start }) => ({ talk, place: String(place), start: start ?? "" }));
  const known = new Set(inside.map(({ talk }) => talk.id));
  const waiting = waitingList(draft.talks);
  const others = [...waiting, ...draft.talks.filter((talk) => !waiting.includes(talk))].filter(({ id }) => !known.has(id));
  return [...inside, ...others.map((talk) => ({ talk, place: "", start: "" }))];
}

function objectiveOf(reader: Pick<Reader, "lang">, objectives: readonly Objective[], { objectiveId }: Talk): string {
  const objective = objectives.find(({ id }) => id === objectiveId);
  return objective ? objectiveName(reader, objective) : "";
}

function officeCells(reader: Pick<Reader, "t" | "lang">, line: Line, people: readonly Person[], talk: Talk): readonly string[] {
  const speaker = people.find(({ id }) => id === talk.personId);
  const kind = reader.t("talk.kind", { kind: talk.kind });
  return [stateWords(reader, talk, line), speaker ? personName(reader, speaker) : "", talk.coSpeaker ?? "", kind, talk.link ?? "", talk.needs ?? ""];
}
