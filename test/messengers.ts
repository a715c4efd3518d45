// Every messenger as the contract sees it: what it makes of a card and a form, and what comes back when they are used.
import type { ActionsBlock, KnownBlock, SectionBlock } from "@slack/types";
import { answersOf, enteredValues, modal, readMemory } from "../adapters/slack/form.ts";
import { limits as slackLimits } from "../adapters/slack/limits.ts";
import { home, message, notice, readChoice } from "../adapters/slack/render.ts";
import { readSent } from "../adapters/teams/form.ts";
import { limits as teamsLimits } from "../adapters/teams/limits.ts";
import { adaptive, inputsOf, message as teamsMessage } from "../adapters/teams/render.ts";
import { all, byTag, type Node, readMarkup, shapeOf, textOf, unheard } from "../adapters/web/fixtures/markup.ts";
import { renderForm } from "../adapters/web/form.ts";
import { limits as webLimits } from "../adapters/web/limits.ts";
import { renderCard } from "../adapters/web/render.ts";
import { type Language, translator } from "../locales/index.ts";
import type { Card } from "../src/card.ts";
import type { Answers, Field, Form } from "../src/form.ts";
import { formCard } from "../src/help/cards.ts";
import { wishesOf } from "../src/testing/world.ts";
import { readWish, type Wish, writeWish } from "../src/wish.ts";
import { faults, live } from "./slack-schema.ts";
import { nodesOf, faults as teamsFaults, live as teamsLive } from "./teams-schema.ts";

/** What a messenger made of something: everything people see of it as one text, and what the messenger would refuse or misread. */
interface Rendered {
  readonly said: string;
  readonly faults: readonly string[];
  /** What of people's text would be read as markup, a mention or a link. */
  readonly live: readonly string[];
}
export interface Pressable extends Rendered {
  /** The wishes of everything that can be pressed or chosen, as they come back; a form in the card by its own wish. */
  readonly wishes: readonly (Wish | undefined)[];
}
export interface Fillable extends Rendered {
  readonly wish: Wish | undefined;
  /** What comes back when somebody sends the form with these answers. */
  answers(given: Answers): Answers;
}
export interface MessengerUnderTest {
  readonly name: string;
  /** How much of a long text is surely shown; the rest may be cut. */
  readonly shown: { readonly label: number; readonly text: number };
  card(card: Card, twin: string, language: Language): Pressable;
  form(form: Form, language: Language): Fillable;
}

const strings = (part: unknown): readonly string[] =>
  typeof part === "string" ? [part] : part !== null && typeof part === "object" ? Object.values(part).flatMap(strings) : [];

/** Slack's entities as people see them. */
const seen = (text: string): string => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

function pressedIn(blocks: readonly KnownBlock[]): readonly (Wish | undefined)[] {
  return (blocks as readonly (ActionsBlock | SectionBlock)[]).flatMap((block) => {
    if (block.type === "actions") return block.elements.flatMap((it) => (it.type === "button" && it.value ? [readWish(it.value)] : []));
    const select = block.type === "section" && block.accessory?.type === "static_select" ? block.accessory : undefined;
    return (select?.options ?? []).map(({ value }) => readChoice(block.block_id ?? "", value ?? ""));
  });
}

/** The state of a window as Slack hands it in when somebody has entered this. */
function entered(field: Field, given: string) {
  const option = (value: string) => ({ value });
  switch (field.kind.type) {
    case "day":
      return { selected_date: given || null };
    case "clock":
      return { selected_time: given || null };
    case "one":
      return { selected_option: given ? option(given) : null };
    case "many":
      return { selected_options: given === "" ? [] : given.split(",").map(option) };
    default:
      return { value: given || null };
  }
}

const slack: MessengerUnderTest = {
  name: "Slack",
  shown: { label: slackLimits.buttonText - 1, text: slackLimits.section - 10 },
  card(card, twin) {
    const sent = message(card, twin);
    const views = [home(card, "{}"), notice(card, "{}")];
    return {
      said: seen(strings(sent.blocks).join("\n")),
      faults: [...faults("message", sent), ...faults("home", views[0] ?? sent), ...faults("modal", views[1] ?? sent)],
      live: [sent, ...views].flatMap(live),
      wishes: pressedIn(sent.blocks),
    };
  },
  form(form) {
    const view = modal(form, { tenant: "T01HOME", card: { channel: "D01SEAT", ts: "1700000000.000100" } });
    const shown = view.blocks.flatMap((block) => (block.type === "input" ? [block.block_id ?? ""] : []));
    return {
      said: seen(strings(view).join("\n")),
      faults: faults("modal", view),
      live: live(view),
      wish: readMemory(view.private_metadata ?? "")?.wish,
      answers(given) {
        const fields = form.fields.filter(({ name }) => shown.includes(name));
        const values = Object.fromEntries(fields.map((field) => [field.name, { answer: entered(field, given[field.name] ?? "") }]));
        return answersOf(enteredValues.parse(values));
      },
    };
  },
};

/** Adaptive Cards as people see them: every text, title and label, without the marks that keep them text. */
const seenInTeams = (content: object): string =>
  nodesOf(content)
    .flatMap(({ text, title, label }) => [text, title, label].filter((part) => typeof part === "string"))
    .map((part) =>
      String(part)
        .replace(/\\([\\`*_[\]<>~|])/g, "$1")
        .replaceAll("\u2060", ""),
    )
    .join("\n");

type Data = Readonly<Record<string, unknown>>;
const broughtBack = (content: object): readonly Data[] =>
  nodesOf(content).flatMap(({ type, data }) => (type === "Action.Execute" || type === "Action.Submit" ? [data as Data] : []));

/** What a client sends for one input when somebody has entered this: nothing it does not offer. */
function enteredInTeams(input: Data, given: string): string {
  if (input["type"] !== "Input.ChoiceSet") return given;
  const wanted = input["isMultiSelect"] === true ? given.split(",") : [given];
  return (input["choices"] as readonly { value: string }[]).flatMap(({ value }) => (wanted.includes(value) ? [value] : [])).join(",");
}

const teams: MessengerUnderTest = {
  name: "Teams",
  shown: { label: teamsLimits.buttonText - 1, text: teamsLimits.line - 1 },
  card(card, twin) {
    const { content } = teamsMessage(card, twin).attachments[0];
    const wishes = broughtBack(content).flatMap((data) =>
      "s" in data ? [readSent(data)?.wish] : Array.isArray(data["w"]) ? data["w"].map(readWish) : [readWish(data["w"])],
    );
    return { said: seenInTeams(content), faults: teamsFaults(content), live: teamsLive(content), wishes };
  },
  form(form, lang) {
    const card = formCard(translator(lang), form);
    const [inPlace, inDialog] = [adaptive(card, form.title, { back: { ...card, elements: [] } }), adaptive(inputsOf(form), form.title, { dialog: true })];
    const sent = broughtBack(inDialog).find((data) => "s" in data) ?? {};
    const inputs = nodesOf(inDialog).filter(({ id }) => String(id).startsWith("f."));
    return {
      said: [inPlace, inDialog].map(seenInTeams).join("\n"),
      faults: [inPlace, inDialog].flatMap(teamsFaults),
      live: [inPlace, inDialog].flatMap(teamsLive),
      wish: readSent(sent)?.wish,
      answers(given) {
        const values = inputs.map((input) => [String(input["id"]), enteredInTeams(input, given[String(input["id"]).slice(2)] ?? "")] as const);
        return readSent({ ...sent, ...Object.fromEntries(values.filter(([, value]) => value !== "")) })?.answers ?? {};
      },
    };
  },
};

const tooLong = (root: Node, names: readonly string[]): readonly string[] =>
  all(root).flatMap(({ attributes }) => names.flatMap((name) => ((attributes[name] ?? "").length > webLimits.wish ? [`${name} is too long`] : [])));

/** Only what a link names may be an address that opens. */
const links = (root: Node): readonly string[] =>
  byTag(root, "a").flatMap(({ attributes }) => (/^https:\/\//.test(attributes["href"] ?? "") ? [] : ["a link elsewhere"]));

function inputs(root: Node, field: string): readonly Node[] {
  const place = all(root).find(({ attributes }) => attributes["data-field"] === field);
  return place ? byTag(place, "input", "select", "textarea").filter(({ attributes }) => attributes["name"] === `f.${field}`) : [];
}

/** What the browser's FormData holds once somebody has entered this: nothing the page does not offer. */
function filled(root: Node, field: string, given: string): string {
  const wanted = given.split(",");
  const values = inputs(root, field).flatMap((input) => {
    const { type, value = "" } = input.attributes;
    if (type === "checkbox" || type === "radio") return wanted.includes(value) ? [value] : [];
    if (input.tag !== "select") return [given];
    return byTag(input, "option").flatMap(({ attributes }) => (attributes["value"] === given ? [given] : []));
  });
  return values.join(",");
}

const page: MessengerUnderTest = {
  name: "the page",
  shown: { label: 1000, text: 100_000 },
  card(card, _twin, lang) {
    const root = readMarkup(renderCard(card, { lang, prefix: "m1" }).text);
    const wishes = (name: string) => all(root).flatMap(({ attributes }) => (attributes[name] === undefined ? [] : [readWish(attributes[name])]));
    const choices = all(root)
      .filter(({ attributes }) => "data-choice" in attributes)
      .flatMap((select) => byTag(select, "option").map(({ attributes }) => readWish(attributes["value"])));
    const heard = all(root).flatMap(({ attributes }) => attributes["aria-label"] ?? []);
    return {
      said: [textOf(root), ...heard].join("\n"),
      faults: [...unheard(root), ...tooLong(root, ["data-press", "data-form"])],
      live: links(root),
      wishes: [...choices, ...wishes("data-press"), ...wishes("data-form")],
    };
  },
  form(form, lang) {
    const root = readMarkup(renderForm(form, { t: translator(lang), prefix: "w", window: true }).text);
    const wish = all(root).find(({ attributes }) => attributes["data-form"] !== undefined)?.attributes["data-form"];
    return {
      said: textOf(root),
      faults: [...unheard(root), ...tooLong(root, ["data-form"])],
      live: links(root),
      wish: readWish(wish),
      answers: (given) => Object.fromEntries(form.fields.map(({ name }) => [name, filled(root, name, given[name] ?? "")])),
    };
  },
};

/** The double of src/testing/world.ts keeps cards as they are and presses what their values say. */
const double: MessengerUnderTest = {
  name: "the test double",
  shown: { label: 1000, text: 100_000 },
  card(card, twin) {
    const forms = card.elements.flatMap((it) => (it.type === "form" ? [it.form.wish] : []));
    return { said: `${strings(card).join("\n")}\n${twin}`, faults: [], live: [], wishes: [...wishesOf(card), ...forms].map((it) => readWish(writeWish(it))) };
  },
  form: (form) => ({ said: strings(form).join("\n"), faults: [], live: [], wish: readWish(writeWish(form.wish)), answers: (given) => given }),
};

export const messengers: readonly MessengerUnderTest[] = [slack, teams, page, double];

/** The shape of a card's HTML, which people's text must never change. */
export const shapeOnPage = (card: Card): string => shapeOf(readMarkup(renderCard(card, { lang: "de", prefix: "m1" }).text));
export const formShapeOnPage = (form: Form): string => shapeOf(readMarkup(renderForm(form, { t: translator("de"), prefix: "w", window: true }).text));
