// What an organisation is asked, as a file: for its people, their secretariats and the office, to prepare the answers.
import { translator } from "../../locales/index.ts";
import type { Meeting } from "../meeting/model.ts";
import type { View } from "../ports.ts";
import type { Alliance } from "../roster/model.ts";
import { isOrganiser } from "../roster/rules.ts";
import { delegatesOf } from "../task/parts.ts";
import { type Day, showDay } from "../time.ts";
import { askedOf, versionsOf } from "./answer-cards.ts";
import { ledgerOf } from "./ledger.ts";
import { groupName, questionCode, stateWords } from "./parts.ts";

interface Wanted {
  readonly organisation: string;
  /** Who asked for the link. */
  readonly person: string;
  readonly today: Day;
}

/** The lines of the file, its columns first; undefined where whoever asked for the link no longer answers for the organisation, or there is no round. */
export async function askedLines(view: View, alliance: Alliance, meeting: Meeting, wanted: Wanted): Promise<readonly (readonly string[])[] | undefined> {
  const [person] = await view.find("Person", { id: wanted.person });
  if (!person || meeting.state === "cancelled") return undefined;
  if (!isOrganiser(person) && !(await answersFor(view, wanted))) return undefined;
  const ledger = await ledgerOf(view, meeting, alliance);
  if (!ledger) return undefined;
  const reader = { lang: person.language, t: translator(person.language) };
  return [
    reader.t("answer.file.columns").split(";"),
    ...askedOf(ledger, wanted.organisation).map((it) => {
      const answer = versionsOf(ledger, it).at(-1);
      return [
        questionCode(it),
        groupName(reader, ledger, it),
        it.text,
        it.background ?? "",
        stateWords(reader, it),
        answer?.text ?? "",
        answer ? showDay(answer.on, reader.lang) : "",
      ];
    }),
  ];
}

async function answersFor(view: View, { organisation, person, today }: Wanted): Promise<boolean> {
  const assigned = await view.find("StandIn", { actorId: person });
  const own = [person, ...assigned.map(({ personId }) => personId)];
  return (await delegatesOf(view, organisation, today, "substitutes")).some((id) => own.includes(id));
}
