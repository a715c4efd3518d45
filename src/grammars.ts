// How the details of each typed command stand behind its word; kept apart from the commands so that parsing needs none of them.
import type { TypedName } from "../locales/words.ts";
import type { Grammar } from "./command.ts";

export const grammars: { readonly [N in TypedName]: Grammar } = {
  "help.show": { rest: "word" },
  "status.show": {},
  "rsvp.accept": { signals: { from: "from", until: "until", without: "except" } },
  "rsvp.decline": {},
  "substitute.name": { rest: "name" },
  "rsvp.undecided": { signals: { by: "askOn" } },
  "meeting.show": { rest: "day", signals: { by: "day" } },
  "meeting.list": {},
  "meeting.new": { workshop: "kind", signals: { by: "day", from: "start" } },
  "meeting.suggest": {},
  "meeting.consult": {},
  "meeting.change": { signals: { by: "day", from: "start" } },
  "meeting.cancel": {},
  "meeting.invite": {},
  "reply.list": { rest: "organisation" },
  "reply.record": { rest: "whom", answer: "answer", signals: { via: "via" } },
  "reply.remind": {},
  "member.show": { rest: "organisation" },
  "member.access": { rest: "whom", signals: { for: "whom" } },
  "member.guest": { rest: "name" },
  "objectives.show": {},
  "language.set": { rest: "language" },
  "privacy.show": {},
  "link.enter": { rest: "code" },
};
