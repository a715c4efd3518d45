// Slack's limits, each beside the page of docs.slack.dev that names it, and the cutting that keeps within them.

export const limits = {
  /** reference/methods/chat.postMessage: "For best results, limit the number of characters in the text field to 4,000." */
  text: 4000,
  /** reference/block-kit/blocks: "up to 50 blocks in each message, and 100 blocks in modals or Home tabs". */
  blocksOfMessage: 50,
  blocksOfView: 100,
  /** Undocumented; msg_blocks_too_long was met at about 13,200 characters (slackapi/bolt-js issue 2509). */
  charactersOfBlocks: 12_000,
  /** reference/block-kit/blocks/header-block */
  header: 150,
  /** reference/block-kit/blocks/section-block */
  section: 3000,
  field: 2000,
  fieldsOfSection: 10,
  /** Ours: a label whose every character becomes an entity still fits a field. */
  factLabel: 300,
  /** reference/block-kit/blocks/image-block */
  altText: 2000,
  /** reference/block-kit/blocks/actions-block */
  elementsOfActions: 25,
  /** reference/block-kit/blocks/input-block */
  label: 2000,
  hint: 2000,
  /** reference/block-kit/blocks: block_id and action_id. */
  id: 255,
  /** reference/block-kit/block-elements/button-element */
  buttonText: 75,
  buttonValue: 2000,
  buttonUrl: 3000,
  hears: 75,
  /** reference/block-kit/composition-objects/option-object; newer copies of the page allow values of 150. */
  optionText: 75,
  optionValue: 75,
  /** reference/block-kit/block-elements/select-menu-element: options, and also groups of options. */
  options: 100,
  groups: 100,
  /** reference/block-kit/composition-objects/option-object: description. */
  optionAbout: 75,
  /** reference/block-kit/block-elements/radio-button-group-element */
  radios: 10,
  /** reference/block-kit/block-elements/checkboxes-element */
  checkboxes: 10,
  /** reference/block-kit/block-elements/plain-text-input-element */
  input: 3000,
  /** reference/views/modal-views: title, submit and close; private_metadata; callback_id. */
  windowTitle: 24,
  metadata: 3000,
  callback: 255,
  /** interactivity/implementing-shortcuts: the name in the menu. */
  shortcutName: 24,
  /** Ours: what of a message is taken over as a question. */
  taken: 1000,
} as const;

/** At most `max` UTF-16 units, "…" at the end where something is missing; never half a character. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = max - 1;
  const half = /[\ud800-\udbff]/.test(text[end - 1] ?? "");
  return `${text.slice(0, half ? end - 1 : end).trimEnd()}…`;
}

/** The text in pieces of at most `max`, parted at line ends, else at spaces, else anywhere between two characters. */
export function pieces(text: string, max: number): string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const head = rest.slice(0, max + 1);
    const gap = head.includes("\n") ? head.lastIndexOf("\n") : head.lastIndexOf(" ");
    const end = gap > 0 ? gap : /[\ud800-\udbff]/.test(rest[max - 1] ?? "") ? max - 1 : max;
    found.push(rest.slice(0, end));
    rest = rest.slice(gap > 0 ? end + 1 : end);
  }
  return rest === "" && found.length > 0 ? found : [...found, rest];
}
