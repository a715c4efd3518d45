// What the bot says by itself about talks: what is still missing, to those who owe it and to nobody else.

import { talkMatter } from "../speaker/line.ts";
import { owingOf } from "../speaker/parts.ts";
import { type Notice, type NoticeState, noticeOf, type Times } from "./notice.ts";
import { steps } from "./plan.ts";

export const talkNotices = (times: Times, { meetings }: NoticeState): readonly Notice[] =>
  meetings
    .filter(({ meeting }) => meeting.state === "invited")
    .flatMap(({ meeting, talks }) =>
      talks
        .filter((talk) => owingOf(talk).length > 0)
        .map((talk) =>
          noticeOf(times, steps["talk.owing"], meeting, {
            key: `talk.owing:${talk.id}:${meeting.edition}`,
            kind: "talk.owing",
            personId: talk.personId,
            meetingId: meeting.id,
            matter: talkMatter(talk.id),
            args: { talk: talk.id },
          }),
        ),
    );
