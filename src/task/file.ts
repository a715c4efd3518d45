// The follow-up list as a file, with the columns councils keep theirs in; days as TT.MM.JJJJ, whatever the language.
import { translator } from "../../locales/index.ts";
import type { View } from "../ports.ts";
import { organisationName, type Reader } from "../reader.ts";
import { isOrganiser } from "../roster/rules.ts";
import type { Day } from "../time.ts";
import { objectiveName } from "./forms.ts";
import { type Ledger, ledgerOf, type Origins, originsOf } from "./ledger.ts";
import type { Task } from "./model.ts";
import { stateOf, taskCode } from "./parts.ts";

/** The lines of the file, its columns first; undefined where whoever asked for the link is no longer of the office. */
export async function followUpLines(view: View, personId: string): Promise<readonly (readonly string[])[] | undefined> {
  const [office] = await view.find("Person", { id: personId });
  if (!office || !isOrganiser(office)) return undefined;
  const ledger = await ledgerOf(view);
  return linesFor({ lang: office.language, t: translator(office.language) }, ledger, await originsOf(view, ledger.tasks));
}

/** What serves the main objective stands first (D7), and then every task in the order of its number. */
function linesFor(reader: Pick<Reader, "t" | "lang">, ledger: Ledger, origins: Origins): readonly (readonly string[])[] {
  const { t } = reader;
  const main = new Set(ledger.objectives.flatMap((it) => (it.main ? [it.id] : [])));
  const serves = (task: Task): number => Number(task.objectiveId !== null && main.has(task.objectiveId));
  const tasks = [...ledger.tasks].sort((a, b) => serves(b) - serves(a) || a.number - b.number);
  return [t("file.tasks.columns").split(";"), ...tasks.map((task) => lineOf(reader, ledger, origins, task))];
}

const germanDay = (day: Day): string => day.split("-").reverse().join(".");

function lineOf(reader: Pick<Reader, "t" | "lang">, { organisations, objectives }: Ledger, { meetings, items }: Origins, task: Task): readonly string[] {
  const { t } = reader;
  const name = (id: string): string => {
    const found = organisations.find((it) => it.id === id);
    return found ? organisationName(reader, found) : "";
  };
  const meeting = meetings.find(({ id }) => id === task.meetingId);
  const item = meeting && items.find((it) => it.meetingId === meeting.id && it.key === task.item);
  const day = meeting ? germanDay(meeting.day) : "";
  const objective = objectives.find(({ id }) => id === task.objectiveId);
  return [
    taskCode(task),
    task.title,
    item?.number ? t("file.tasks.item", { day, number: item.number }) : day,
    name(task.organisationId),
    task.involved.map(name).join(", "),
    objective ? objectiveName(reader, objective) : "",
    germanDay(task.due),
    stateOf(reader, task),
    task.delay ?? "",
    task.outcome ?? "",
  ];
}
