// Every command, named once.
import type { Command } from "./command.ts";
import { helpCommands } from "./help/commands.ts";
import { meetingCommands } from "./meeting/commands.ts";
import type { CommandName } from "./names.ts";
import { outboxCommands } from "./outbox/commands.ts";
import { privacyCommands } from "./privacy/commands.ts";
import { questionCommands } from "./question/commands.ts";
import { rosterCommands } from "./roster/commands.ts";
import { rsvpCommands } from "./rsvp/commands.ts";
import { replyCommands } from "./rsvp/office.ts";
import { settingsCommands } from "./settings/commands.ts";
import { speakerCommands } from "./speaker/commands.ts";
import { agreementCommands } from "./task/agreements.ts";
import { workCommands } from "./task/work.ts";

/** A name without a command, or a command without a name, does not compile. */
export const registry: { readonly [N in CommandName]: Command } = {
  ...helpCommands,
  ...meetingCommands,
  ...rosterCommands,
  ...rsvpCommands,
  ...replyCommands,
  ...settingsCommands,
  ...privacyCommands,
  ...outboxCommands,
  ...speakerCommands,
  ...questionCommands,
  ...agreementCommands,
  ...workCommands,
};
