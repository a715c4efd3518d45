// What can be asked about what was agreed: new tasks, the lists of them, objectives and measures.
import type { Command } from "../command.ts";
import type { CommandName } from "../names.ts";
import { listTasks, showTask } from "./list.ts";
import { endMeasure, newMeasure } from "./measures.ts";
import { newTask } from "./new.ts";
import { showObjectives, showPicture } from "./objectives.ts";

export const agreementCommands = {
  "task.new": newTask,
  "task.show": showTask,
  "task.list": listTasks,
  "objectives.show": showObjectives,
  "objectives.picture": showPicture,
  "measure.new": newMeasure,
  "measure.end": endMeasure,
} satisfies { readonly [N in Extract<CommandName, "task.new" | "task.show" | "task.list" | `objectives.${string}` | `measure.${string}`>]: Command };
