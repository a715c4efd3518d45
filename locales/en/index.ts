// The English catalogue: every key and argument of the German one, or it does not compile.
import { behalf } from "./behalf.ts";
import { common } from "./common.ts";
import { help } from "./help.ts";
import { fileImport } from "./import.ts";
import { meeting } from "./meeting.ts";
import { members } from "./members.ts";
import { notice } from "./notice.ts";
import { page } from "./page.ts";
import { reply } from "./reply.ts";
import { roster } from "./roster.ts";
import { rsvp } from "./rsvp.ts";

export const en = { ...behalf, ...common, ...fileImport, ...help, ...meeting, ...members, ...notice, ...page, ...reply, ...roster, ...rsvp } as const;
