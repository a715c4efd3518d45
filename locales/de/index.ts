// The German catalogue, the source of every other.
import { answer } from "./answer.ts";
import { app } from "./app.ts";
import { asking } from "./asking.ts";
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
import { question } from "./question.ts";
import { reply } from "./reply.ts";
import { roster } from "./roster.ts";
import { round } from "./round.ts";
import { rsvp } from "./rsvp.ts";
import { settings } from "./settings.ts";
import { talk } from "./talk.ts";
import { task } from "./task.ts";
import { work } from "./work.ts";

export const de = {
  ...answer,
  ...app,
  ...asking,
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
  ...question,
  ...reply,
  ...roster,
  ...round,
  ...rsvp,
  ...settings,
  ...talk,
  ...task,
  ...work,
} as const;
