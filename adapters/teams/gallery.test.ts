// What the messengers' common contract leaves open for Teams: that a card remembers itself and is shown whole, and a form in all its places.
import { languages } from "../../locales/index.ts";
import { formCard } from "../../src/help/cards.ts";
import { type Gallery, gallery } from "../../src/testing/gallery.ts";
import { faults, nodesOf } from "../../test/teams-schema.ts";
import { memoryId, readMemory } from "./memory.ts";
import { adaptive, inputsOf, message } from "./render.ts";

describe.each(languages.flatMap((language) => (["usual", "long"] as const).map((names) => [language, names] as const)))("%s, %s names", (language, names) => {
  let all: Gallery;
  beforeAll(async () => {
    all = await gallery(language, names);
  }, 60_000);

  test("every card is shown whole and remembers itself", () => {
    const { cards } = all;
    expect(cards.length).toBeGreaterThan(50);
    for (const { card, twin } of cards) {
      const { content } = message(card, twin).attachments[0];
      const memory = nodesOf(content).find(({ id }) => id === memoryId);
      if (memory) expect(readMemory(memory["value"])).toEqual({ card: JSON.parse(JSON.stringify(card)) });
      // Nothing had to be left out.
      expect(JSON.stringify(content)).not.toContain('"text":"…"');
    }
  });

  test("every form is taken in a card, in place of one, and in a dialog", () => {
    const { cards, forms } = all;
    const back = cards[0]?.card;
    expect(forms.length).toBeGreaterThan(5);
    for (const form of forms) {
      const card = formCard((() => "") as never, form);
      const errors = Object.fromEntries(form.fields.map(({ name }) => [name, "Diese Angabe fehlt noch."]));
      for (const look of [{}, back ? { back } : {}])
        expect({ name: form.name, faults: faults(adaptive(card, form.title, look)) }).toEqual({ name: form.name, faults: [] });
      for (const look of [{}, { refused: { errors, typed: {} } }])
        expect({ name: form.name, faults: faults(adaptive(inputsOf(form), form.title, { ...look, dialog: true })) }).toEqual({ name: form.name, faults: [] });
    }
  });
});
