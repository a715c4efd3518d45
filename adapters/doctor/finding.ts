// What the doctor says: of each thing looked at whether it is well, and of each fault what to do about it.

export interface Finding {
  /** note: worth knowing, and the bot runs all the same. */
  readonly state: "ok" | "note" | "wrong";
  readonly about: string;
  readonly text: string;
}

export const ok = (about: string, text: string): Finding => ({ state: "ok", about, text });
export const note = (about: string, text: string): Finding => ({ state: "note", about, text });
/** `remedy` is what to do, as a sentence. */
export const wrong = (about: string, fault: string, remedy: string): Finding => ({ state: "wrong", about, text: `${fault}. ${remedy}` });

const marks = { ok: "ok   ", note: "note ", wrong: "WRONG" } as const;

/** One line for each finding; whatever the settings hold as a secret is blotted out, whoever quoted it. */
export function report(findings: readonly Finding[], secrets: readonly string[]): string {
  const count = findings.filter(({ state }) => state === "wrong").length;
  const end = count === 0 ? "Nothing is wrong." : count === 1 ? "1 thing is wrong." : `${count} things are wrong.`;
  const lines = findings.map(({ state, about, text }) => `${marks[state]} ${about}: ${text.replace(/\s+/g, " ")}`);
  return secrets.filter((secret) => secret.length > 3).reduce((said, secret) => said.replaceAll(secret, "…"), [...lines, end].join("\n"));
}
