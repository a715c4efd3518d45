// A question for tests, with everything that is usual left out.
import type { Question } from "../question/model.ts";

export const question = (more: Partial<Question> & Pick<Question, "id" | "number">): Question => ({
  allianceId: "kba",
  meetingId: "m",
  named: true,
  personId: more.id,
  organisationId: more.id,
  seatId: more.id,
  askedOn: "2026-09-15",
  actorId: null,
  via: "self",
  text: `Wie steht es um ${more.id}?`,
  background: null,
  toId: "agentur",
  objectiveId: null,
  state: "received",
  before: null,
  late: false,
  intoId: null,
  said: null,
  rule: null,
  hint: null,
  admittedOn: null,
  supplementTo: null,
  place: null,
  receipt: null,
  ...more,
  // Without a name nothing leads to anybody, whatever else a test says.
  ...(more.named === false ? { personId: null, organisationId: null, seatId: null, askedOn: null, actorId: null, via: null } : {}),
});
