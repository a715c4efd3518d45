// What people write, read by a real browser: cards of the page hold their text and nothing else.
import type { Browser } from "playwright-core";
import { cardWith } from "../../adapters/web/fixtures/cards.ts";
import { renderMessage } from "../../adapters/web/render.ts";
import { dangerous } from "../slack-strings.ts";
import { launch } from "./page-world.ts";

const hostile = [
  ...dangerous,
  "</textarea><img src=x onerror=alert(1)>",
  "</title></select><svg onload=alert(1)>",
  "<!--",
  "--><b>",
  "&#60;b&#62;",
  "\r\n<b>",
  "\n<b>",
];

interface Seen {
  /** Every element with the names of its attributes. */
  readonly shape: string;
  readonly many: string;
  readonly rows: readonly string[];
}

/** Runs in the browser. */
const reader = `(html) => {
  document.body.innerHTML = html;
  const all = [...document.body.querySelectorAll("*")];
  return {
    shape: all.map((it) => it.tagName + it.getAttributeNames().sort().join()).join(" "),
    many: document.querySelector("textarea").value,
    rows: [...document.querySelectorAll("li")].map((it) => it.textContent),
  };
}`;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
});

test("no text of people's becomes an element, an attribute or a script", async () => {
  const page = await browser.newPage();
  const alarms: string[] = [];
  page.on("dialog", (dialog) => {
    alarms.push(dialog.message());
    void dialog.dismiss();
  });
  const look = (text: string) => {
    const message = { id: "1", author: "bot", card: cardWith(text), twin: null, text: null, at: new Date(0), version: 1 } as const;
    return page.evaluate<Seen>(`(${reader})(${JSON.stringify(renderMessage(message, "de", "a").text)})`);
  };
  const { shape } = await look("X");
  // Browsers read every line break as one.
  const read = (text: string) => text.replaceAll("\r\n", "\n");
  for (const text of hostile) {
    const seen = await look(text);
    expect({ text, shape: seen.shape === shape, rows: seen.rows.map(read) }).toEqual({ text, shape: true, rows: [`IHK · ${read(text)}`, read(text)] });
    expect(read(seen.many)).toBe(read(text));
  }
  expect(alarms).toEqual([]);
});
