// scratch
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { frameAt } from "../../adapters/understanding/frame.ts";
import { readWeights, writeWeights } from "../../src/understanding/classifier.ts";
import { lookAt } from "../../src/understanding/look.ts";
import { binding, harmful, type Slots } from "../../src/understanding/meaning.ts";
import { readText } from "../../src/understanding/text.ts";
import { understandWith } from "../../src/understanding/understand.ts";
import { type Example, isHeld, readExamples } from "./examples.ts";
import { expand, readCorpus } from "./expand.ts";
import { type Labelled, learn } from "./learn.ts";

const [file = "replies.jsonl", show = "dev"] = process.argv.slice(2);
const now = new Date("2026-09-15T10:00:00+02:00");
let w;
if (process.env.RETRAIN) {
  const tr = expand(readCorpus());
  const feats: Labelled[] = tr.map((e) => ({
    intent: e.intent,
    context: e.context,
    group: e.group,
    features: lookAt(readText(e.text).own, { context: e.context, now, frame: frameAt(now) }).features,
  }));
  w = learn(feats);
  writeFileSync("/tmp/w.json", JSON.stringify(writeWeights(w)));
} else w = readWeights((await import("../../src/understanding/weights.ts")).learnt);
const ex = readExamples(file).filter((e) => show === "all" || show === "quiet" || (show === "held") === isHeld(e));
const key = (s: Slots) => Object.entries(s).map(([k, v]) => k + "=" + JSON.stringify(v));
let ok = 0,
  tp = 0,
  fp = 0,
  fn = 0,
  harm = 0,
  softharm = 0,
  clear = 0,
  asked = 0,
  mustConf = 0,
  mustOk = 0,
  alsoOk = 0,
  n = 0;
const t = performance.now();
for (const e of ex) {
  n++;
  const d = new Date(e.now);
  const u = understandWith({ text: e.text, context: e.context, language: e.lang, now: d, frame: frameAt(d) }, w);
  const good = u.intent === e.intent;
  if (good) ok++;
  const g = key(e.slots),
    p = key(u.slots);
  const hit = p.filter((x) => g.includes(x)).length;
  tp += hit;
  fp += p.length - hit;
  fn += g.length - hit;
  const h = !u.confirm && harmful.has(u.intent) && !good;
  if (h) harm++;
  const sh = !u.confirm && binding.has(u.intent) && e.confirm;
  if (sh) softharm++;
  if (!e.confirm) {
    clear++;
    if (u.confirm) asked++;
  } else {
    mustConf++;
    if (u.confirm) mustOk++;
  }
  if (
    show !== "quiet" &&
    (h || sh || !good || hit !== p.length || hit !== g.length || (u.confirm && !e.confirm) || JSON.stringify(u.also) !== JSON.stringify(e.also))
  )
    console.log(
      (h ? "HARM " : "") + (sh ? "SOFT " : "") + (good ? "" : "WRONG ") + (u.confirm && !e.confirm ? "ASK " : "") + e.id,
      e.context,
      "|",
      e.text.replace(/\n/g, "⏎"),
      "|",
      e.intent,
      "->",
      u.intent,
      u.confidence,
      hit !== p.length || hit !== g.length ? "| gold " + g.join(" ") + " | got " + p.join(" ") : "",
      u.also.length || e.also.length ? "also " + e.also + "->" + u.also : "",
    );
}
const P = tp / (tp + fp),
  R = tp / (tp + fn);
console.log({
  file,
  show,
  n,
  intents: (ok / n).toFixed(3),
  slotF1: ((2 * P * R) / (P + R)).toFixed(3),
  harm,
  softharm,
  asked: (asked / clear).toFixed(3),
  mustOk: mustOk + "/" + mustConf,
  ms: ((performance.now() - t) / n).toFixed(2),
});
if (show === "held" || show === "quiet") {
  const c: Record<string, number> = {};
  for (const e of ex) {
    const d = new Date(e.now);
    const u = understandWith({ text: e.text, context: e.context, language: e.lang, now: d, frame: frameAt(d) }, w);
    if (u.intent !== e.intent || (!u.confirm && e.confirm)) {
      const k =
        (u.confirm ? "asked " : "") +
        (!u.confirm && harmful.has(u.intent) ? "HARM " : "") +
        e.context +
        " " +
        e.intent +
        "->" +
        u.intent +
        (e.confirm ? " mustask" : "") +
        " " +
        u.confidence;
      c[k] = (c[k] ?? 0) + 1;
    }
  }
  console.log(c);
}
