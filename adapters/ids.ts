// Names for new things: ids that sort by time, access codes, and their hashes.
import { createHash, randomBytes, randomInt, randomUUID } from "node:crypto";
import type { Ids } from "../src/ports.ts";

/** No 0 O 1 I L: they are mistaken for one another on paper and on the telephone. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

export const ids: Ids = {
  next: () => randomUUID(),
  code: () => Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join(""),
  hash: (text) => createHash("sha256").update(text).digest("base64url"),
};

/** A secret for signing, of 256 bits. */
export const newSecret = (): string => randomBytes(32).toString("base64url");
