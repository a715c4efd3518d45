// Every command about questions and their round.
import type { Command } from "../command.ts";
import type { CommandName } from "../names.ts";
import { answerCommands } from "./answer.ts";
import { askCommands } from "./ask.ts";
import { listCommands } from "./list.ts";
import { moderationCommands } from "./moderate.ts";
import { ownCommands } from "./own.ts";
import { roundCommands } from "./round.ts";
import { rulesCommands } from "./settings.ts";

export const questionCommands = {
  ...askCommands,
  ...ownCommands,
  ...moderationCommands,
  ...listCommands,
  ...rulesCommands,
  ...answerCommands,
  ...roundCommands,
} satisfies { readonly [N in CommandName]?: Command };
