// What the page shows in its window only: forms that leave nothing in the chat, what is read beside them, and cards that are seen once.
import { card } from "../../src/card.ts";
import type { Form } from "../../src/form.ts";
import { formCard } from "../../src/help/cards.ts";
import { ask, refuse, showOnce } from "../../src/outcome.ts";
import { readWish, wish } from "../../src/wish.ts";
import { fixture } from "./fixtures/index.ts";
import { all, byTag, type Node, readMarkup, textOf, unheard } from "./fixtures/markup.ts";
import { openWorld, type World } from "./fixtures/world.ts";
import { renderCard } from "./render.ts";

const form: Form = {
  name: "question.form",
  title: "Frage einreichen",
  note: "Sie können noch 1 Frage einreichen.",
  explain: { label: "Was heißt das?", title: "Mit oder ohne Namen", back: "Zurück", facts: [{ label: "Ohne Namen", value: "Das bleibt <b>so</b>." }] },
  window: true,
  submit: "Einreichen",
  cancel: "Abbrechen",
  wish: wish("question.new", { meeting: "m1" }),
  fields: [
    { name: "text", label: "Ihre Frage", required: true, kind: { type: "text", max: 200, lines: "many" } },
    {
      name: "name",
      label: "Ihr Name",
      required: true,
      kind: {
        type: "one",
        options: [
          { value: "yes", label: "Mit Namen", about: "Alle sehen ihn." },
          { value: "no", label: "Ohne Namen", about: 'Das "bleibt" so.' },
        ],
      },
    },
  ],
};
const secret = "Q-9RT4-6CWB";
const receipt = card("question.received.unnamed", "Frage F-8 ist eingegangen", {
  facts: [{ label: "Quittung", value: secret }],
  buttons: [
    { label: "Fragenliste", wish: wish("question.list") },
    { label: "Fertig", wish: wish("step.cancel") },
  ],
});

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const post = async (road: string) => JSON.parse((await world.post(road, fixture(road))).text);
const windowOf = (reply: { readonly window: string }): Node => readMarkup(reply.window);
const buttons = (root: Node) =>
  byTag(root, "button").map((it) => [textOf(it), "data-close" in it.attributes ? "closes" : readWish(it.attributes["data-press"])?.command]);

test("in a card such a form is one button that opens the window, without inputs and without what is left of the limit", () => {
  const shown = readMarkup(renderCard(formCard((() => "") as never, form), { lang: "de", prefix: "m1" }).text);
  expect(buttons(shown)).toEqual([["Frage einreichen", "question.new"]]);
  expect(byTag(shown, "form", "input", "textarea", "details")).toEqual([]);
  expect(textOf(shown)).not.toContain("noch 1 Frage");
});

test("in the window it has its inputs; of the choices each says what it means, and none is made", async () => {
  world.outcome = () => ask(form);
  const shown = windowOf(await post("press"));
  expect(unheard(shown)).toEqual([]);
  const boxes = byTag(shown, "input");
  expect(boxes.map(({ attributes }) => [attributes["type"], attributes["value"], "checked" in attributes])).toEqual([
    ["radio", "yes", false],
    ["radio", "no", false],
  ]);
  const about = boxes.map(({ attributes }) => all(shown).find((it) => it.attributes["id"] === attributes["aria-describedby"]));
  expect(about.map((it) => it && textOf(it))).toEqual(["Alle sehen ihn.", 'Das "bleibt" so.']);
  expect(byTag(shown, "textarea")[0]?.attributes["autocomplete"]).toBe("off");
});

test("what can be read beside it opens where it stands, by keyboard too", async () => {
  world.outcome = () => ask(form);
  const [details] = byTag(windowOf(await post("press")), "details");
  expect(details && byTag(details, "summary").map(textOf)).toEqual(["Was heißt das?"]);
  expect(details && textOf(details)).toContain("Das bleibt <b>so</b>.");
  expect(details?.attributes).not.toHaveProperty("open");
});

test("sent and refused, what was typed goes back to nobody and into no chat", async () => {
  world.outcome = () => refuse("bad_input", receipt, { text: "Bitte formulieren Sie eine Frage." });
  expect(await post("send-form")).toEqual({ errors: { text: "Bitte formulieren Sie eine Frage." }, text: expect.any(String) });
  expect(world.messages.rows).toEqual([]);
});

test.each(["send-form", "press"])("a card that is seen once (%s) is in the window, with a way to close it, and kept nowhere", async (road) => {
  world.outcome = () => showOnce(receipt);
  const shown = windowOf(await post(road));
  expect(unheard(shown)).toEqual([]);
  expect(textOf(byTag(shown, "h2")[0] ?? shown)).toBe("Frage F-8 ist eingegangen");
  expect(textOf(shown)).toContain(secret);
  expect(buttons(shown)).toEqual([
    ["Fragenliste", "question.list"],
    ["Fertig", "closes"],
  ]);
  expect(world.messages.rows).toEqual([]);
  expect((await world.ask("GET", "/?who=ihk")).text).not.toContain(secret);
});

test("one that brings no way to close it gets one", async () => {
  world.outcome = () => showOnce(card("once.again", "Das ist schon gespeichert"));
  expect(buttons(windowOf(await post("press")))).toEqual([["Fenster schließen", "closes"]]);
});
