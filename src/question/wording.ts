// Whether a text is phrased as a question, and how long it is as people count.
const segments = new Intl.Segmenter("de", { granularity: "grapheme" });

export const longestQuestion = 200;
export const longestBackground = 1000;
export const longestHint = 300;
export const longestAnswer = 2000;

/** What a person would count as one character. */
export const lengthOf = (text: string): number => [...segments.segment(text)].length;

/** Words a question begins with, in both languages: also those asked with a preposition in front. */
const asking =
  /^(?:(?:an|auf|aus|bei|durch|für|gegen|in|mit|nach|seit|über|um|unter|von|vor|wegen|zu|bis|ab)\s+)?(?:wie|was|wer|wen|wem|wessen|wo|woher|wohin|womit|wofür|wodurch|worauf|worin|woran|warum|weshalb|wieso|wann|welche[rnms]?|inwiefern|inwieweit|how|what|who|whom|whose|where|why|when|which)\b/iu;

/** It ends with a question mark, or begins like a question. */
export const isQuestion = (text: string): boolean => /\?["“”«»'’)\s]*$/u.test(text) || asking.test(text.trim());
