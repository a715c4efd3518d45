// What can be done with a message in Slack, by the names the manifest gives and the payloads carry.

/** Makes a question of a message. */
export const questionShortcut = "question";
