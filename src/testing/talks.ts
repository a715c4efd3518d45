// A talk for tests, with everything that is usual left out.
import type { Talk } from "../speaker/model.ts";
import { noon } from "./examples.ts";

export const talk = (more: Partial<Talk> & Pick<Talk, "id">): Talk => ({
  allianceId: "kba",
  meetingId: "m",
  organisationId: more.id,
  personId: more.id,
  title: more.id,
  about: more.id,
  kind: "new",
  objectiveId: null,
  minutes: 10,
  coSpeaker: null,
  slides: null,
  link: null,
  needs: null,
  state: "requested",
  draft: null,
  place: null,
  start: null,
  late: false,
  claim: false,
  swapWithId: null,
  actorId: null,
  via: "self",
  requestedAt: noon,
  confirmedAt: null,
  ...more,
});
