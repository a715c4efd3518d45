// The plain-text twin: complete, and its words do what the buttons do.
import { languages, translator, wordLists } from "../locales/index.ts";
import { typed } from "../locales/words.ts";
import { card } from "./card.ts";
import { hearWords } from "./hear.ts";
import { twin, wordsFor } from "./twin.ts";
import { wish } from "./wish.ts";

const de = { lang: "de", t: translator("de") } as const;
const about = { meeting: "m1", for: "p1", edition: "1" };

it("says everything the card says, and the commands instead of the labels", () => {
  const invitation = card("rsvp.ask", "Einladung: Krefelder Bündnis für Arbeit", {
    facts: [
      { label: "Wann", value: "Mi, 07.10.2026, 14:00–17:30 Uhr" },
      { label: "Wo", value: "Rathaus Krefeld" },
    ],
    text: "Nehmen Sie teil? Bitte antworten Sie bis Mi, 30.09.2026.",
    buttons: [
      { label: "Ich komme", wish: wish("rsvp.accept", about) },
      { label: "Vertretung kommt", wish: wish("substitute.pick", about) },
      { label: "Ich kann nicht", wish: wish("rsvp.decline", about) },
      { label: "Noch unklar", wish: wish("rsvp.undecided", about) },
    ],
  });
  expect(twin(de, invitation)).toBe(
    [
      "Einladung: Krefelder Bündnis für Arbeit. Wann: Mi, 07.10.2026, 14:00–17:30 Uhr. Wo: Rathaus Krefeld.",
      "Nehmen Sie teil? Bitte antworten Sie bis Mi, 30.09.2026.",
      "Sie können antworten mit: zusage · vertretung Name · absage · unklar",
    ].join("\n"),
  );
});

it("keeps rows, the chosen option, inputs and links", () => {
  const everything = {
    ...card("all", "Rückmeldungen?", {
      facts: [{ label: "Frist", value: "Mi, 30.09.2026" }],
      choice: {
        type: "choice",
        label: "Zeigen",
        options: [
          { label: "alle", wish: wish("reply.list") },
          { label: "abgesagt", wish: wish("reply.list", { filter: "declined" }) },
        ],
        chosen: 1,
      },
      rows: ["DGB · 0 von 1", "IHK · 1 von 1"],
      buttons: [
        { label: "Kalender", url: "https://example.org/k.ics" },
        { label: "Nächste Seite", wish: wish("reply.list", { page: "2" }) },
        { label: "Nur zeitweise", wish: wish("rsvp.partial", about) },
      ],
    }),
  };
  expect(twin(de, everything)).toBe(
    [
      "Rückmeldungen? Frist: Mi, 30.09.2026.",
      "Zeigen: abgesagt.",
      "DGB · 0 von 1\nIHK · 1 von 1",
      "Kalender: https://example.org/k.ics",
      "Sie können antworten mit: Nur zeitweise",
    ].join("\n"),
  );
  const form = {
    name: "f",
    title: "Frage",
    submit: "Senden",
    cancel: "Abbrechen",
    wish: wish("link.enter"),
    fields: [{ name: "code", label: "Zugangscode", required: true, kind: { type: "text", max: 40 } as const }],
  };
  expect(twin(de, { name: "f", title: "Frage", elements: [{ type: "form", form }] })).toBe("Frage\nBitte angeben: Zugangscode");
  expect(twin(de, card("smalltalk.thanks", "Gern"))).toBe("Gern");
});

it("offers only words that are heard as the very same wish, in every language", () => {
  for (const lang of languages) {
    const wishes = [
      ...typed.map((name) => wish(name)),
      ...wordLists[lang].labels.map(([, name]) => wish(name as "help.callback")),
      wish("language.set", { language: lang === "de" ? "en" : "de" }),
      wish("member.show", { organisation: "ihk" }),
      wish("help.show", { word: "vertretung" }),
    ];
    for (const it of wishes) {
      const words = wordsFor(lang, it);
      if (words === undefined || it.command === "substitute.pick") continue;
      const heard = hearWords(words, false);
      expect([words, heard.type === "wish" ? heard.wish : heard]).toEqual([words, it]);
    }
  }
});

it("offers no words for what only a button can say", () => {
  expect(wordsFor("de", wish("rsvp.undecided", { ...about, choose: "1" }))).toBeUndefined();
  expect(wordsFor("de", wish("meeting.inviteNow", { meeting: "m1" }))).toBeUndefined();
  expect(wordsFor("de", wish("meeting.show", { meeting: "m2" }))).toBeUndefined();
  expect(wordsFor("de", wish("member.show", { organisation: "ihk", page: "2" }))).toBeUndefined();
  expect(wordsFor("de", wish("member.access", { whom: "p-cdu-1" }))).toBeUndefined();
});
