// What the bot says by itself about talks and the keynote: what is still missing, to those who owe it and to nobody else.
import { keynoteMatter } from "../speaker/keynote.ts";
import { talkMatter } from "../speaker/line.ts";
import { owingOf } from "../speaker/parts.ts";
import { type Notice, type NoticeState, noticeOf, type Times } from "./notice.ts";
import { steps } from "./plan.ts";

export const talkNotices = (times: Times, state: NoticeState): readonly Notice[] => [...owingNotices(times, state), ...keynoteNotices(times, state)];

/** To everybody who holds a seat of its organisation, twice: early, and with the talks on the day before the documents are due. */
const keynoteNotices = (times: Times, { meetings, members }: NoticeState): readonly Notice[] =>
  meetings.flatMap(({ meeting, keynote }) =>
    (keynote ? members(keynote.organisationId) : []).flatMap((personId) =>
      (["keynote.first", "talk.owing"] as const).map((step) =>
        noticeOf(times, steps[step], meeting, {
          key: `keynote.owing:${step}:${meeting.id}:${meeting.edition}:${personId}`,
          kind: "keynote.owing",
          personId,
          meetingId: meeting.id,
          matter: keynoteMatter(meeting.id),
          args: { meeting: meeting.id },
        }),
      ),
    ),
  );

const owingNotices = (times: Times, { meetings }: NoticeState): readonly Notice[] =>
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
