// Names for new things: ids that sort by time, access codes, and their hashes.
import { createHash, createHmac, randomBytes, randomInt, randomUUID } from "node:crypto";
import type { Ids } from "../src/ports.ts";

const codeLength = 8;
/** No 0 O 1 I L: they are mistaken for one another on paper and on the telephone. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

export const ids: Ids = {
  next: () => randomUUID(),
  code: () => Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join(""),
  hash: (text) => createHash("sha256").update(text).digest("base64url"),
};

/** The access code that follows from a secret and a text: always the same, and to nobody without the secret. */
export function codeFrom(secret: string, text: string): string {
  let code = "";
  for (let round = 0; code.length < codeLength; round++) {
    const bytes = createHmac("sha256", secret).update(`code ${round} ${text}`).digest();
    // What lies above the last whole multiple would make some letters likelier than others.
    for (const byte of bytes) if (byte < 256 - (256 % alphabet.length) && code.length < codeLength) code += alphabet[byte % alphabet.length];
  }
  return code;
}

/** A keyed hash, apart from everything else the same secret is used for. */
export const sealWith =
  (secret: string) =>
  (text: string): string =>
    createHmac("sha256", secret).update(`seal ${text}`).digest("base64url");

/** A secret for signing, of 256 bits. */
export const newSecret = (): string => randomBytes(32).toString("base64url");
