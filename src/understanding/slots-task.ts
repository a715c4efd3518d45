// Reads the details of answers about a task, and what else people want: until when, by whom, held up by what; about what they ask.
import { lookAt } from "./look.ts";
import type { Slots } from "./meaning.ts";
import { findNames } from "./names.ts";
import { plain, says } from "./plain.ts";
import { countOf, type Detail } from "./slots-times.ts";

const reference = /\bA ?-? ?(\d{1,4})\b/u;
const amount = "(\\d{1,3}|n?'?ne[rn]?|ein\\p{l}*|zwei|drei|vier|fünf|sechs|one|a|two|three|four|five|six|another)";
const unit = "(tage?n?|wochen?|monate?n?|days?|weeks?|months?|fortnight)";
/** „Noch eine Woche“, „zwei Wochen länger“: counted from the deadline, whatever day it is. */
const prolonging = [
  says(
    `(?:\\+ ?|\\b)(?:noch|um|another|weitere|zusätzlich\\p{l}*|one more|an extra|an additional|a further|further|nochmal|gib mir|geben sie mir|give me|brauche?n?|need|bitte) (?:noch |mal |another |etwa |ca\\.? )*${amount} (?:weitere[rn]? |more |extra )?${unit}(?! (?:später|nach|vor|after|before|from|ago))`,
  ),
  says(
    `${amount} (?:weitere[rn]? |more |extra |zusätzliche[rn]? )?${unit} (?:länger|mehr|später|aufschub|verlängerung|longer|more|later|extra|extension|dazu|verlängern|drauf)`,
  ),
  says(`\\+ ?${amount} ${unit}`),
  says(`(?:one|two|three|\\d) more ${unit.replace("(", "(?<unit>")}`),
];

function deltaOf(plainly: string): string | undefined {
  for (const form of prolonging) {
    const found = form.exec(plainly);
    if (!found) continue;
    const said = found[1] ?? "";
    const span = found.groups?.["unit"] ?? found[2] ?? "";
    const n = /^(?:another|ein|'?n|a$|one|further)/.test(said)
      ? 1
      : (countOf(said) ?? (/one more/.test(found[0]) ? 1 : /two more/.test(found[0]) ? 2 : undefined));
    if (n === undefined) continue;
    if (/^fortnight/.test(span)) return `P${14 * n}D`;
    return /^mon/.test(span) ? `P${n}M` : `P${/^w/.test(span) ? 7 * n : n}D`;
  }
  return undefined;
}

/** „Vor Mitte November wird das nichts“ means that it will be mid-November. */
const notBefore = says(
  "\\bnicht vor|\\bnot (?:before|until)|(?:\\bvor|\\bbefore) [^.;]{2,40}(?:wird|schaff|kann|geht|kriege?n?|klappt|bekomm|can|will)[^.;]{0,30}(?:nichts?|nix|nicht|not|kaum|n't)",
);

function dayOfReply({ own, plainly, look, reply }: Detail): Slots["due"] {
  if (!notBefore.test(plainly)) return look.spots.days.at(-1)?.value;
  const plainDays = own.replace(/\b(?:vor|before|not until) (?:dem |der |den |the )?/giu, "");
  return lookAt(plainDays, reply).spots.days.at(-1)?.value ?? look.spots.days.at(-1)?.value;
}

function dueSlots(detail: Detail): Slots {
  const { plainly } = detail;
  const delta = deltaOf(plainly);
  const day = dayOfReply(detail);
  if (delta && !/\bin (?:\d|zwei|einer|two|a|one|drei|three)|binnen|within/.test(plainly)) return { due_delta: delta };
  return day ? { due: day } : {};
}

const articles = /^(?:der|die|das|dem|den|des|ein|eine|einer|einem|einen|the|a|an|noch|unsere[nmr]?|meine[nmr]?|our|my)\s+/iu;
const causes = [
  /(?:h(?:ä|ae)ngt|hakt es|hakt|klemmt|scheitert|scheitert bisher|liegt)(?: \p{L}+){0,2}? (?:an|am|beim|bei|vom|von)\s+(.{3,80})/iu,
  /(?:warte[nt]?|wir warten|warten) (?:noch |immer noch |gerade |derzeit |momentan |weiter |dringend |seit \p{L}+ |seit \p{L}+ \p{L}+ |nur |jetzt |schon )*auf\s+(.{3,80})/iu,
  /(?:waiting|wait) (?:for|on)\s+(.{3,80})/iu,
  /(?:awaiting|held up by|blocked by|stuck (?:on|with|because of)|depend(?:s|ing|ent) on|missing|lack(?:ing)?|no answer from|pending|hinges on|because of|due to)\s+(.{3,80})/iu,
  /(?:abh(?:ä|ae)ngig von|angewiesen auf|wegen|aufgrund|ausgebremst durch|blockiert durch|blockiert von)\s+(.{3,80})/iu,
  /\bbis\s+(.{3,60}?)\s+(?:genehmigt|beschlossen|entschieden|freigegeben|da|geklärt|zugestimmt|geliefert|vorliegt|vorliegen|unterschrieben|kommt)\b/iu,
  /\b(?:solange|bevor|wenn|until|unless|erst muss)\s+(.{3,60}?)\s+(?:nicht|hat|haben|is|has|signs?|decides?|replies|pays?|keine[nr]?|delivers?|approves?|genehmigt|liefert|geliefert|entscheide[nt]|zugestimmt|keine)\b/iu,
  /(?:es|uns|mir)?\s*fehl(?:t|en)(?: \p{L}{2,5})?(?: noch| leider)*\s+(.{3,80})/iu,
  /\bohne\s+(.{3,60}?)\s+(?:geht|kann|können|kommen|komme|läuft|ist)\b/iu,
  /^(.{3,60}?)\s+(?:steht|stehen) (?:noch )?aus\b/iu,
  /^(.{3,60}?)\s+(?:fehlt|fehlen)(?: noch)?\b/iu,
  /(?:^|, )(.{3,50}?)\s+(?:meldet sich nicht|reagiert nicht|antwortet nicht|liefert nicht|hat noch nicht|doesn't respond|hasn't|has not|does not)\b/iu,
];

function causeOf(own: string): string | undefined {
  for (const form of causes) {
    let said =
      form
        .exec(own)?.[1]
        ?.replace(/[,.;!?].*$/u, "")
        .trim() ?? "";
    said = said.replace(/\s+(?:noch|leider|gerade|derzeit|und|and|so|still|vor|ab|damit|then)$/iu, "");
    while (articles.test(said)) said = said.replace(articles, "");
    said = said
      .replace(/\b(?:von|vom|der|des|from|of) (?=(?:Frau|Herr|Ms|Mr))/gu, "")
      .replace(/\bHerrn\b/gu, "Herr")
      .replace(/\b(?:von|from) (?:der |dem |the )/gu, "von ");
    if (said.length >= 2) return said;
  }
  return undefined;
}

function assigneeOf({ own, look }: Detail): string | undefined {
  const names = look.spots.names.length > 0 ? look.spots.names : findNames(own, true);
  const one = names.find(({ from }) => !says("(?:nicht|not|statt|instead of|von)\\s*$").test(plain(own.slice(Math.max(0, from - 14), from)))) ?? names[0];
  if (one) return one.value;
  const organisation = look.spots.organisations[0];
  if (organisation)
    return own
      .slice(organisation.from, organisation.to)
      .replace(/s$/u, (end) => (/jobcenters$/i.test(own.slice(organisation.from, organisation.to)) ? "" : end));
  const colleague =
    /\b(?:meine?r?m?n? |unsere?n?r?m? |my |our |the |die |der |das |dem |den )((?:neue[rn]? )?(?:Kolleg(?:in|e|en)|Stellvertreter(?:in)?|Referent(?:in)?|Assistent(?:in)?|colleague|deputy|assistant|Personalabteilung|Presseabteilung|Pressestelle|Fachabteilung|[A-ZÄÖÜ]\p{L}+(?:abteilung|stelle|amt|referat)))/u.exec(
      own,
    );
  return colleague?.[1];
}

function percentOf(plainly: string): number | undefined {
  const said = says("(\\d{1,3}) ?(?:%|prozent|percent|v\\.? ?h\\.?)").exec(plainly)?.[1];
  if (said !== undefined && Number(said) <= 100) return Number(said);
  if (says("zur hälfte|halb fertig|die hälfte|halfway|half (?:done|finished|way|of it)|fifty percent|half\\b").test(plainly)) return 50;
  if (says("drei ?viertel|three quarters").test(plainly)) return 75;
  const word = says(
    "(zehn|zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety) ?(?:%|prozent|percent)",
  ).exec(plainly)?.[1];
  const tens = [
    "zehn ten",
    "zwanzig twenty",
    "dreisig thirty",
    "vierzig forty",
    "funfzig fifty",
    "sechzig sixty",
    "siebzig seventy",
    "achtzig eighty",
    "neunzig ninety",
  ];
  const at = word === undefined ? -1 : tens.findIndex((pair) => pair.split(" ").includes(word));
  return at < 0 ? undefined : 10 * (at + 1);
}

export function taskSlots(detail: Detail, intent: string): Slots {
  const number = reference.exec(detail.own)?.[1];
  const ref: Slots = number ? { ref: `A-${number}` } : {};
  if (intent === "task.extend") return { ...dueSlots(detail), ...ref };
  if (intent === "task.accept") return { ...(detail.look.spots.days.length > 0 ? dueSlots(detail) : {}), ...ref };
  if (intent === "task.delegate") {
    const assignee = assigneeOf(detail);
    return { ...(assignee ? { assignee } : {}), ...ref };
  }
  if (intent === "task.blocked") {
    const cause = causeOf(detail.own);
    return { ...(cause ? { blocked_by: cause } : {}), ...ref };
  }
  if (intent === "task.progress") {
    const percent = percentOf(detail.plainly);
    return { ...(percent !== undefined ? { percent } : {}), ...ref };
  }
  return ref;
}
