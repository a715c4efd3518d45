// The words people type in English about talks and the programme.
import type { Words } from "../words.ts";

export const talkWords = {
  "talk.show": {
    word: "presentation",
    accepted: ["presentations", "talk", "talks"],
    usage: "",
    help: "Shows your presentations.",
    example: "presentation",
  },
  "talk.new": {
    word: "presentation",
    activity: "new",
    accepted: ["talk new", "new presentation"],
    usage: "[TITLE]",
    help: "Registers a presentation.",
    example: "presentation new",
  },
  "talk.for": {
    word: "presentation",
    activity: "for",
    accepted: ["talk for"],
    usage: "ORG",
    help: "Registers a presentation for a member.",
    example: "presentation for Chempark",
  },
  "talk.withdraw": {
    word: "presentation",
    activity: "withdraw",
    accepted: ["talk withdraw"],
    usage: "",
    help: "Withdraws your presentation.",
    example: "presentation withdraw",
  },
  "programme.show": {
    word: "programme",
    accepted: ["program", "speakers"],
    usage: "",
    help: "Shows who speaks when.",
    example: "programme",
  },
  "programme.draft": {
    word: "programme",
    activity: "draft",
    accepted: ["program draft"],
    usage: "",
    help: "Shows all registered presentations with filters.",
    example: "programme draft",
  },
  "programme.publish": {
    word: "programme",
    activity: "publish",
    accepted: ["program publish"],
    usage: "",
    help: "Publishes the programme after a preview.",
    example: "programme publish",
  },
  "programme.now": {
    word: "programme",
    activity: "now",
    accepted: ["program now"],
    usage: "",
    help: "Shows who is speaking and who is next.",
    example: "programme now",
  },
} satisfies Partial<Words["entries"]>;
