// Cards on the page: every element, what listeners hear, the way back of every button, and people's text that stays text.
import { readWish, wish, writeWish } from "../../src/wish.ts";
import { renderChats, renderChoice, renderProblem } from "./document.ts";
import { cardWith, formWith } from "./fixtures/cards.ts";
import { all, byTag, type Node, readMarkup, shapeOf, textOf, unheard } from "./fixtures/markup.ts";
import type { PageMessage } from "./parts.ts";
import { renderCard, renderMessage, renderPassing } from "./render.ts";

const dangerous = [
  "<script>alert(1)</script>",
  "</p></article><img src=x onerror=alert(1)>",
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '" autofocus onfocus="alert(1)',
  "</textarea><script>alert(1)</script>",
  "</select></option></title></style>",
  "<!-- --><!--><![CDATA[",
  "&lt;script&gt; &amp;amp; &#39; &quot; &#x3c;b&#x3e;",
  "javascript:alert(1)",
  "{{constructor.constructor('alert(1)')()}}",
  "`$" + "{alert(1)}`",
  "\u202E<b>tirbsb\u202C",
  "<b",
  "a < b && c > d",
  "\\u003cscript\\u003e",
  "data:text/html,<script>alert(1)</script>",
];

const message = (text: string): PageMessage => ({
  id: "17",
  author: "bot",
  card: cardWith(text),
  twin: null,
  text: null,
  at: new Date("2026-09-09T07:00:00Z"),
  version: 3,
});
const rendered = (text: string): Node => readMarkup(renderMessage(message(text), "de", "a").text);
const find = (node: Node, tag: string, attributes: Readonly<Record<string, string>> = {}): Node => {
  const found = byTag(node, tag).find((it) => Object.entries(attributes).every(([name, value]) => it.attributes[name] === value));
  if (!found) throw new Error(`no ${tag} ${JSON.stringify(attributes)}`);
  return found;
};

test("a card has a heading, terms, a picture, a list, a labelled selection, inputs and buttons", () => {
  const card = rendered("X");
  expect(find(card, "article").attributes).toMatchObject({ id: "a-17", "data-version": "3", "aria-labelledby": "a-17-title" });
  expect(textOf(find(card, "h3"))).toBe("Titel X");
  expect([textOf(find(card, "dt")), textOf(find(card, "dd"))]).toEqual(["Wann X", "Mi, 07.10.2026 X"]);
  expect(byTag(find(card, "ul"), "li").map(textOf)).toEqual(["IHK · X", "X"]);
  // A picture comes from this server, whatever its public name is.
  expect(find(card, "img").attributes).toMatchObject({ src: "/file/picture.png", alt: "Bild X" });
  expect(textOf(find(card, "time"))).toBe("Mi, 09.09.2026, 09:00 Uhr");
  const selected = byTag(find(card, "select"), "option").filter(({ attributes }) => "selected" in attributes);
  expect(selected.map(textOf)).toEqual(["offen X"]);
  expect(find(card, "button", { class: "primary", type: "button" }).attributes["aria-label"]).toBe("Ich komme – Sitzung X");
  expect(find(card, "a").attributes).toMatchObject({
    href: "https://bot.example.org/kalender?x=X",
    rel: "noopener noreferrer",
    "aria-label": "Kalender X (öffnet sich daneben)",
  });
});

test("every kind of field has its input, its hint and a place for its error", () => {
  const card = rendered("X");
  const fields = all(card).filter(({ attributes }) => "data-field" in attributes);
  expect(fields.map(({ attributes }) => attributes["data-field"])).toEqual(formWith("").fields.map(({ name }) => name));
  for (const field of fields) {
    expect(textOf(field)).toContain("Hinweis X");
    expect(byTag(field, "p").filter(({ attributes }) => attributes["class"] === "error")).toHaveLength(1);
  }
  const kinds = fields.map((field) => byTag(field, "input", "select", "textarea").map(({ tag, attributes }) => attributes["type"] ?? tag));
  expect(kinds).toEqual([
    ["text"],
    ["textarea"],
    ["date"],
    ["time"],
    ["number"],
    ["radio", "radio"],
    ["select"],
    ["select"],
    ["checkbox", "checkbox", "checkbox"],
  ]);
  const chosen = all(card).filter(({ attributes }) => "checked" in attributes);
  expect(chosen.map(({ attributes }) => attributes["value"])).toEqual(["v1X", "keynote", "end"]);
  expect(fields.filter((field) => textOf(field).includes("(freiwillig)")).map(({ attributes }) => attributes["data-field"])).toEqual([
    "clock",
    "maybe",
    "several",
  ]);
});

test("listeners miss nothing: inputs and buttons have names, references lead somewhere, ids exist once", () => {
  expect(unheard(rendered("X"))).toEqual([]);
  const people = [{ id: "ihk", label: "Delegierte Person, IHK", group: "seat", language: "de" }] as const;
  const visitor = { user: "ihk", label: "Delegierte Person, IHK", lang: "de", guest: false } as const;
  const shown = { visitor, messages: [message("X")] };
  expect(
    unheard(
      readMarkup(
        renderChats(
          [
            { ...shown, name: "a" },
            { ...shown, name: "b" },
          ],
          people,
          new Date(0),
        ),
      ),
    ),
  ).toEqual([]);
  expect(unheard(readMarkup(renderChoice(people, "de", "Bitte wählen Sie.")))).toEqual([]);
  expect(unheard(readMarkup(renderProblem("Hier nicht.", "de")))).toEqual([]);
});

test.each(dangerous)("people's text stays text: %s", (text) => {
  const card = rendered(text);
  expect(shapeOf(card)).toBe(shapeOf(rendered("X")));
  expect(textOf(card)).toBe(textOf(rendered("X")).replaceAll("X", () => text));
  expect(find(card, "input", { type: "text" }).attributes["value"]).toBe(text);
  expect(textOf(find(card, "textarea"))).toBe(text);
  expect(find(card, "button", { class: "primary", type: "button" }).attributes["aria-label"]).toBe(`Ich komme – Sitzung ${text}`);
});

test.each(dangerous)("names of people stay text on the whole page: %s", (text) => {
  const chats = (it: string): Node => {
    const visitor = { user: `id ${it}`, label: `Person ${it}`, lang: "de", guest: false } as const;
    const said: PageMessage = { ...message(it), author: "person", card: null, text: it };
    return readMarkup(
      renderChats([{ name: "a", visitor, messages: [said] }], [{ id: `id ${it}`, label: `Person ${it}`, group: "seat", language: "de" }], new Date(0)),
    );
  };
  expect(shapeOf(chats(text))).toBe(shapeOf(chats("X")));
  expect(textOf(chats(text))).toBe(textOf(chats("X")).replaceAll("X", () => text));
  expect(shapeOf(readMarkup(renderProblem(text, "de")))).toBe(shapeOf(readMarkup(renderProblem("X", "de"))));
});

test("every button, option and form reads back to its wish", () => {
  const card = rendered("<b>");
  const read = (name: string) => all(card).flatMap(({ attributes }) => (attributes[name] === undefined ? [] : [readWish(attributes[name])]));
  expect(read("data-press")).toEqual([wish("rsvp.accept", { meeting: "<b>" })]);
  expect(read("data-form")).toEqual([wish("meeting.new", { kind: "<b>" })]);
  expect(byTag(find(card, "select", { "data-choice": "" }), "option").map(({ attributes }) => readWish(attributes["value"]))).toEqual([
    wish("reply.list", { show: "<b>" }),
    wish("reply.list"),
  ]);
});

test.each(["javascript:alert(1)", "data:text/html,x", " https://bot.example.org", "//bot.example.org", "/page"])("%s is no link", (url) => {
  const card = { name: "x", title: "x", elements: [{ type: "buttons", buttons: [{ label: "Kalender", url }] }] } as const;
  expect(byTag(readMarkup(renderCard(card, { lang: "de", prefix: "p" }).text), "a")).toEqual([]);
});

test("in a card of a fault only the button that repeats the gesture carries its key", () => {
  const again = wish("rsvp.accept", { meeting: "m1" });
  const buttons = [
    { label: "Erneut versuchen", wish: again },
    { label: "Bitte um Rückruf", wish: wish("help.callback") },
  ];
  const place = { lang: "de", prefix: "f", failed: { wish: writeWish(again), key: "k1", card: "17" } } as const;
  const card = readMarkup(renderPassing({ name: "fault", title: "x", elements: [{ type: "buttons", buttons }] }, place).text);
  expect(byTag(card, "button").map(({ attributes }) => [attributes["data-key"], attributes["data-of"]])).toEqual([
    ["k1", "17"],
    [undefined, undefined],
  ]);
});

test("two forms in one card do not share ids", () => {
  const form = { type: "form", form: formWith("X") } as const;
  expect(unheard(readMarkup(renderCard({ name: "x", title: "x", elements: [form, form] }, { lang: "en", prefix: "p" }).text))).toEqual([]);
});

test("a form's note that stands in the card already is not said twice", () => {
  const note = "Anmerkung X";
  const card = {
    name: "x",
    title: "Formular X",
    elements: [
      { type: "text", text: note },
      { type: "form", form: formWith("X") },
    ],
  } as const;
  const text = textOf(readMarkup(renderCard(card, { lang: "de", prefix: "p" }).text));
  expect([text.split(note).length, text.split("Formular X").length]).toEqual([2, 2]);
});
