// The German catalogue, the source of every other.
import { app } from "./app.ts";
import { behalf } from "./behalf.ts";
import { common } from "./common.ts";
import { help } from "./help.ts";
import { fileImport } from "./import.ts";
import { meeting } from "./meeting.ts";
import { members } from "./members.ts";
import { notice } from "./notice.ts";
import { outbox } from "./outbox.ts";
import { page } from "./page.ts";
import { plain } from "./plain.ts";
import { privacy } from "./privacy.ts";
import { reply } from "./reply.ts";
import { roster } from "./roster.ts";
import { rsvp } from "./rsvp.ts";
import { settings } from "./settings.ts";
import { talk } from "./talk.ts";
import { task } from "./task.ts";
import { work } from "./work.ts";

export const de = {
  ...app,
  ...behalf,
  ...common,
  ...fileImport,
  ...help,
  ...meeting,
  ...members,
  ...notice,
  ...outbox,
  ...page,
  ...plain,
  ...privacy,
  ...reply,
  ...roster,
  ...rsvp,
  ...settings,
  ...talk,
  ...task,
  ...work,
} as const;
