// Every command, named once.
import type { Command } from "./command.ts";
import { helpCommands } from "./help/commands.ts";
import { meetingCommands } from "./meeting/commands.ts";
import type { CommandName } from "./names.ts";
import { rosterCommands } from "./roster/commands.ts";
import { rsvpCommands } from "./rsvp/commands.ts";
import { replyCommands } from "./rsvp/office.ts";

/** A name without a command, or a command without a name, does not compile. */
export const registry: { readonly [N in CommandName]: Command } = {
  ...helpCommands,
  ...meetingCommands,
  ...rosterCommands,
  ...rsvpCommands,
  ...replyCommands,
};
