// Everything that can be asked about talks and the programme.
import { dayCommands } from "./day.ts";
import { decideCommands } from "./decide.ts";
import { draftCommands } from "./draft.ts";
import { keynoteCommands } from "./keynote-commands.ts";
import { forCommands } from "./onbehalf.ts";
import { ownCommands } from "./own.ts";
import { publishCommands } from "./publish.ts";
import { registerCommands } from "./register.ts";
import { showCommands } from "./show.ts";
import { swapCommands } from "./swap.ts";

export const speakerCommands = {
  ...registerCommands,
  ...ownCommands,
  ...swapCommands,
  ...forCommands,
  ...draftCommands,
  ...decideCommands,
  ...publishCommands,
  ...showCommands,
  ...dayCommands,
  ...keynoteCommands,
};
