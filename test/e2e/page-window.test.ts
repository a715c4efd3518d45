// A form that exists only in a window, in Chromium: by keyboard alone, on a phone, and nothing of it stays in the page.
import type { Page } from "playwright-core";
import { openWorld, type World } from "../../adapters/web/fixtures/world.ts";
import { card } from "../../src/card.ts";
import type { Form } from "../../src/form.ts";
import { formCard } from "../../src/help/cards.ts";
import { ask, refuse, showOnce } from "../../src/outcome.ts";
import { wish } from "../../src/wish.ts";
import { focused, openBrowser, overhang } from "./page-world.ts";

const form: Form = {
  name: "question.form",
  title: "Frage einreichen",
  note: "Sie können noch 2 Fragen einreichen.",
  explain: {
    label: "Was heißt das?",
    title: "Mit oder ohne Namen",
    back: "Zurück zur Frage",
    facts: [
      {
        label: "Mit Namen",
        value: "Alle im Bündnis sehen Ihren Namen und Ihre Fraktion. Sie erfahren jeden neuen Stand. Bis zur Zulassung können Sie ändern.",
      },
      { label: "Ohne Namen", value: "Zur Frage speichere ich weder Name noch Fraktion noch Chatkonto. Auch die Geschäftsstelle kann nicht nachsehen." },
    ],
  },
  window: true,
  submit: "Einreichen",
  cancel: "Abbrechen",
  wish: wish("question.new"),
  fields: [
    { name: "text", label: "Ihre Frage", hint: "höchstens 200 Zeichen", required: true, kind: { type: "text", max: 200, lines: "many" } },
    {
      name: "name",
      label: "Ihr Name",
      hint: "Diese Wahl gilt endgültig.",
      required: true,
      kind: {
        type: "one",
        options: [
          { value: "with", label: "Mit Namen", about: "Alle im Bündnis sehen Ihren Namen und Ihre Fraktion." },
          { value: "without", label: "Ohne Namen", about: "Name und Fraktion werden nicht gespeichert. Das bleibt so." },
        ],
      },
    },
  ],
};
const question = "Wie viele Kanarienvögel arbeiten in Krefeld?";
const receipt = card("question.received.unnamed", "Frage F-8 ist eingegangen", {
  facts: [{ label: "Quittung", value: "Q-9RT4-6CWB" }],
  text: "Ich zeige die Quittung nur jetzt.",
  buttons: [{ label: "Fertig", wish: wish("step.cancel") }],
});

let world: World;
let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  world = await openWorld();
  browser = await openBrowser(`http://127.0.0.1:${world.port}`);
});
beforeEach(async () => {
  world.messages.rows.length = 0;
  world.heard.length = 0;
  await world.messages.add("ihk", { key: "card", author: "bot", card: formCard((() => "") as never, form), twin: "", text: null, at: new Date(0) });
  world.outcome = () => {
    const { said } = world.heard.at(-1) ?? { said: { met: true } };
    if (!("sent" in said)) return "pressed" in said ? ask(form) : { silent: "test" };
    const { text = "", name = "" } = said.answers;
    const missing = { ...(text.endsWith("?") ? {} : { text: "Bitte formulieren Sie eine Frage." }), ...(name ? {} : { name: "Bitte wählen Sie." }) };
    return Object.keys(missing).length > 0 ? refuse("bad_input", receipt, missing) : showOnce(receipt);
  };
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});
afterEach(() => expect(browser.complaints.splice(0)).toEqual([]));

async function opened(options = {}): Promise<Page> {
  const page = await browser.open("/?who=ihk", options);
  await page.locator("main.panes:not([inert])").waitFor();
  return page;
}
const text = (page: Page): Promise<string> =>
  page.evaluate<string>("document.documentElement.outerHTML + [...document.querySelectorAll('input, textarea')].map((it) => it.value).join()");

/** The window is closed, and the browser has told the page so. */
const emptied = (page: Page): Promise<void> => page.locator("dialog:empty:not([open])").waitFor({ state: "attached" });

test("is opened, read up on, corrected and sent by keyboard alone, and leaves nothing behind", async () => {
  const page = await opened();
  const press = (...keys: string[]) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const dialog = page.getByRole("dialog", { name: "Frage einreichen" });
  await page.locator("article").getByRole("button", { name: "Frage einreichen" }).focus();
  await press("Enter");
  await dialog.waitFor();
  expect(await focused(page)).toMatch(/^TEXTAREA/);
  await page.keyboard.type("Kanarienvögel");
  // Past the choice, of which nothing is chosen, to what can be read beside it.
  await press("Tab", "Tab");
  expect([await focused(page), await dialog.locator("input:checked").count()]).toEqual(["SUMMARY Was heißt das?", 0]);
  await press("Enter");
  await dialog.getByText("Auch die Geschäftsstelle kann nicht nachsehen.").waitFor();
  await press("Space");
  expect(await dialog.getByText("Auch die Geschäftsstelle kann nicht nachsehen.").isVisible()).toBe(false);
  await press("Tab", "Enter");
  await dialog.getByText("Bitte wählen Sie.").waitFor();
  // The first that is wrong has the focus, with what was typed.
  expect([await focused(page), await dialog.getByLabel("Ihre Frage").inputValue()]).toEqual([expect.stringMatching(/^TEXTAREA/), "Kanarienvögel"]);
  await press("ControlOrMeta+a");
  await page.keyboard.type(question);
  await press("Tab", "ArrowDown");
  expect(await dialog.getByRole("radio", { name: "Ohne Namen" }).isChecked()).toBe(true);
  await press("Tab", "Tab", "Enter");
  const once = page.getByRole("dialog", { name: "Frage F-8 ist eingegangen" });
  await once.getByText("Q-9RT4-6CWB").waitFor();
  expect([await focused(page), (await text(page)).includes(question)]).toEqual(["H2 Frage F-8 ist eingegangen", false]);
  expect(world.heard.at(-1)?.said).toMatchObject({ answers: { text: question, name: "without" } });
  await press("Tab", "Enter");
  await emptied(page);
  expect(await text(page)).not.toMatch(/Q-9RT4|Kanarien/);
  expect(await focused(page)).toMatch(/Frage einreichen/);
  await page.reload();
  expect(await text(page)).not.toMatch(/Q-9RT4|Kanarien/);
  expect(world.messages.rows.map(({ key }) => key)).toEqual(["card"]);
});

test("given up with Escape, nothing of it stays in the page", async () => {
  const page = await opened();
  await page.locator("article").getByRole("button", { name: "Frage einreichen" }).click();
  await page.getByRole("dialog").getByLabel("Ihre Frage").fill(question);
  await page.keyboard.press("Escape");
  await emptied(page);
  expect(await text(page)).not.toContain("Kanarien");
});

test("fits a phone, with everything that can be read beside it open", async () => {
  const page = await opened({ viewport: { width: 320, height: 640 } });
  await page.locator("article").getByRole("button", { name: "Frage einreichen" }).click();
  await page.getByText("Was heißt das?").click();
  expect(await overhang(page)).toBe(0);
  const wide = await page.evaluate<number>("document.querySelector('dialog').scrollWidth - document.querySelector('dialog').clientWidth");
  expect(wide).toBe(0);
});
