// What a gesture is called in the database: a messenger's own key may name the person who made it, so only its hash is kept.
import { createHash } from "node:crypto";

export const gestureKey = (key: string): string => createHash("sha256").update(key).digest("base64url");
