// The English catalogue: every key and argument of the German one, or it does not compile.
import { common } from "./common.ts";
import { help } from "./help.ts";
import { meeting } from "./meeting.ts";
import { notice } from "./notice.ts";
import { page } from "./page.ts";
import { reply } from "./reply.ts";
import { roster } from "./roster.ts";
import { rsvp } from "./rsvp.ts";

export const en = { ...common, ...help, ...meeting, ...notice, ...page, ...reply, ...roster, ...rsvp } as const;
