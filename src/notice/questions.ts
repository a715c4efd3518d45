// What the bot says by itself about questions: to the office on fixed days how many wait for it, to an organisation once what it is asked.
import { lastOpenDayBefore } from "../calendar.ts";
import type { Meeting } from "../meeting/model.ts";
import { handedOn, reviewDays } from "../question/days.ts";
import type { Question } from "../question/model.ts";
import { askedMatter, reviewMatter } from "../question/parts.ts";
import type { Day } from "../time.ts";
import { type Notice, type NoticeState, noticeOf, type Times } from "./notice.ts";
import { steps } from "./plan.ts";

export const questionNotices = (times: Times, state: NoticeState): readonly Notice[] =>
  state.meetings.flatMap(({ meeting, questions }) =>
    questions && meeting.state === "invited" ? [...reviewsFor(times, state, meeting, questions), ...digestsFor(times, state, meeting, questions)] : [],
  );

/**
 * How many questions wait for the office. When its time has come and none does, that is the end of it: a question handed in later must not set
 * off a message, whose hour would say when it was asked.
 */
function reviewsFor(times: Times, { organisers }: NoticeState, meeting: Meeting, questions: readonly Question[]): readonly Notice[] {
  const days = reviewDays(meeting, times.calendar);
  const none = !questions.some(({ state }) => state === "received");
  return days.flatMap((on, index) =>
    organisers.map((personId): Notice => {
      const notice = noticeOf(
        times,
        steps["question.review"],
        { meeting, on, next: days[index + 1] },
        {
          key: `question.review:${meeting.id}:${meeting.edition}:${on}:${personId}`,
          kind: "question.review",
          personId,
          meetingId: meeting.id,
          matter: reviewMatter(meeting.id),
          args: { meeting: meeting.id },
        },
      );
      return none && notice.dueAt <= times.now ? { ...notice, skip: "nothing" } : notice;
    }),
  );
}

/** What was admitted and not yet handed on, one message for each organisation and person. Where nobody holds its seats, the office hears of it. */
function digestsFor(times: Times, { members, organisers }: NoticeState, meeting: Meeting, questions: readonly Question[]): readonly Notice[] {
  const admitted = questions.filter(({ state, supplementTo }) => state === "admitted" && supplementTo === null);
  return [...new Set(admitted.map(({ toId }) => toId))].sort().flatMap((organisation) => {
    const asked = admitted.filter(({ toId }) => toId === organisation).sort((a, b) => a.number - b.number);
    const on = dayFor(times, meeting, asked);
    const ids = asked.map(({ id }) => id);
    const people = members(organisation);
    return (people.length > 0 ? people : organisers).map((personId) =>
      noticeOf(
        times,
        steps["question.digest"],
        { meeting, on },
        {
          // A question is handed on once, so that with it no two messages have the same name, not even on one day.
          key: `question.digest:${meeting.id}:${organisation}:${personId}:${on}:${ids[0]}`,
          kind: "question.digest",
          personId,
          meetingId: meeting.id,
          matter: askedMatter(meeting.id, organisation),
          args: { meeting: meeting.id, organisation, questions: ids.join(",") },
          questions: ids,
        },
      ),
    );
  });
}

/** The usual day; where that comes too late for the meeting, the last working day before it. */
function dayFor({ when, calendar }: Times, meeting: Meeting, asked: readonly Question[]): Day {
  const usual = handedOn(
    meeting,
    asked.flatMap(({ admittedOn }) => admittedOn ?? []),
    calendar,
  );
  return when(usual, meeting.day, steps["question.digest"].warns) < meeting.startsAt ? usual : lastOpenDayBefore(meeting.day, calendar);
}
