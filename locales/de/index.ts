// The German catalogue, the source of every other.
import { common } from "./common.ts";
import { help } from "./help.ts";
import { meeting } from "./meeting.ts";
import { notice } from "./notice.ts";
import { page } from "./page.ts";
import { reply } from "./reply.ts";
import { roster } from "./roster.ts";
import { rsvp } from "./rsvp.ts";

export const de = { ...common, ...help, ...meeting, ...notice, ...page, ...reply, ...roster, ...rsvp } as const;
