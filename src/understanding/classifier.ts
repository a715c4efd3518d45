// The small linear classifier: how likely each intent is for the features of a text, from weights learned beforehand.
import { type Features, rows } from "./features.ts";
import { type Intent, intents } from "./meaning.ts";

/** Signed bytes, a row of the table after the other, one column per intent; `scale` makes them weights again. */
export interface Weights {
  readonly scale: number;
  readonly bytes: Int8Array;
}

/** Weights as text: one character per byte pair would be unreadable for tools, so base64. */
export interface WrittenWeights {
  readonly scale: number;
  readonly base64: string;
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Throws RangeError where the text is not as long as the table. */
export function readWeights({ scale, base64 }: WrittenWeights): Weights {
  const bytes = new Int8Array(rows * intents.length);
  const value = new Uint8Array(128);
  for (let at = 0; at < alphabet.length; at++) value[alphabet.charCodeAt(at)] = at;
  const length = Math.floor((base64.replace(/=+$/, "").length * 3) / 4);
  if (length !== bytes.length)
    throw new RangeError(`The classifier's table holds ${bytes.length} weights; its text holds ${length}. Run npm run understand:train.`);
  const sign = (at: number): number => value[base64.charCodeAt(at)] ?? 0;
  for (let from = 0, to = 0; to < bytes.length; from += 4, to += 3) {
    const four =
      (sign(from) << 18) | (sign(from + 1) << 12) | (from + 2 < base64.length ? sign(from + 2) << 6 : 0) | (from + 3 < base64.length ? sign(from + 3) : 0);
    bytes[to] = four >> 16;
    if (to + 1 < bytes.length) bytes[to + 1] = four >> 8;
    if (to + 2 < bytes.length) bytes[to + 2] = four;
  }
  return { scale, bytes };
}

export function writeWeights({ scale, bytes }: Weights): WrittenWeights {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = [...bytes.subarray(at, at + 3)].map((byte) => byte & 255);
    const three = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    parts.push(
      alphabet[three >> 18] ?? "",
      alphabet[(three >> 12) & 63] ?? "",
      b === undefined ? "=" : (alphabet[(three >> 6) & 63] ?? ""),
      c === undefined ? "=" : (alphabet[three & 63] ?? ""),
    );
  }
  return { scale, base64: parts.join("") };
}

/** e to the power of x by arithmetic alone, so that every machine trains the same weights. */
function exp(x: number): number {
  const part = x / 1024;
  let power = 1 + part * (1 + (part / 2) * (1 + (part / 3) * (1 + part / 4)));
  for (let n = 0; n < 10; n++) power *= power;
  return power;
}

/** Scores as likelihoods that sum to 1. */
export function softmax(scores: Float64Array): Float64Array {
  const most = scores.reduce((a, b) => (a > b ? a : b), Number.NEGATIVE_INFINITY);
  const odds = scores.map((score) => exp(Math.max(-60, score - most)));
  const sum = odds.reduce((a, b) => a + b, 0);
  return odds.map((it) => it / sum);
}

/** Every intent with its likelihood, the likeliest first. */
export function classify({ row, strength }: Features, { scale, bytes }: Weights): readonly (readonly [Intent, number])[] {
  const columns = intents.length;
  const scores = new Float64Array(columns);
  for (let n = 0; n < row.length; n++) {
    const start = (row[n] ?? 0) * columns;
    const times = (strength[n] ?? 0) * scale;
    for (let column = 0; column < columns; column++) scores[column] = (scores[column] ?? 0) + (bytes[start + column] ?? 0) * times;
  }
  const likely = softmax(scores);
  return intents.map((intent, column) => [intent, likely[column] ?? 0] as const).sort((a, b) => b[1] - a[1]);
}
