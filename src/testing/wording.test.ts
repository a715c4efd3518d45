// The wording rules that can be counted (wording.md 4), held against every card, form and text in both languages.
import { catalogues, format, type Key, type Language, languages, wordLists } from "../../locales/index.ts";
import { type Button, buttonsOf, card } from "../card.ts";
import type { CommandName } from "../names.ts";
import { type Gallery, gallery } from "./gallery.ts";
import { brokenEnd, brokenFormLimits, brokenLimits, brokenOrder, brokenSentences, brokenText, leadsOn, textsOf, textsOfForm } from "./wording.ts";

/** Labels a wish may have: most have one, and the same one everywhere (wording.md 2.10). */
const labels: { readonly [C in CommandName]?: readonly Key[] } = {
  "rsvp.accept": ["label.accept", "behalf.accept", "label.keepWaiting"],
  "rsvp.decline": ["label.decline", "behalf.decline", "label.noLonger", "label.nobody", "cancel.which.own"],
  "rsvp.undecided": ["label.undecided", "label.otherDay"],
  "rsvp.partial": ["label.partial", "label.times"],
  "rsvp.change": ["label.change", "status.change", "label.cancel"],
  "rsvp.show": ["label.invitation", "meeting.label.reply"],
  "rsvp.late": ["label.reportChange"],
  "substitute.pick": ["label.substitute", "label.nameSubstitute", "label.otherPerson"],
  "substitute.told": ["label.told"],
  "substitute.ask": ["label.askOffice", "label.askAgain"],
  "substitute.answer": ["label.accept", "label.decline", "label.change"],
  "waiting.leave": ["label.noLonger"],
  "reply.remind": ["label.remindN", "do.reply.remind"],
  "reply.remindNow": ["label.sendReminders"],
  "reply.undo": ["label.undo"],
  "reply.swap": ["label.swap"],
  "meeting.inviteNow": ["invite.send", "invite.plan", "invite.sendNow", "invite.result.again", "invite.withoutSending"],
  "meeting.move": ["meeting.change.move", "meeting.change.change"],
  "meeting.cancel": ["do.meeting.cancel", "cancel.which.meeting"],
  "meeting.delete": ["meeting.label.delete"],
  "meeting.invite": ["do.meeting.invite"],
  "meeting.open": ["meeting.label.open"],
  "step.cancel": ["label.cancel", "ask.done"],
  "status.show": ["label.status"],
  "privacy.show": ["do.privacy.show"],
  "link.enter": ["do.link.enter"],
  "link.notMe": ["welcome.notMe"],
  "help.callback": ["label.callback"],
  "member.revoke": ["access.revoke"],
  "settings.change": ["label.change"],
  "settings.restEnd": ["settings.rest.end"],
  "settings.rest": ["do.settings.rest", "settings.rest.pass"],
  "privacy.data": ["do.privacy.data"],
  "privacy.erase": ["do.privacy.erase"],
  "privacy.eraseNow": ["do.privacy.erase"],
  "round.answered": ["do.round.answered"],
  "round.written": ["do.round.written"],
  "round.later": ["do.round.later"],
  "round.back": ["do.round.back"],
  "round.pause": ["do.round.pause", "round.goOn"],
  "round.end": ["do.round.end"],
  "round.endNow": ["do.round.end"],
  "round.control": ["round.goOn"],
  "round.tasks": ["round.tasks.go"],
};
/** Cards whose buttons repeat or confirm whatever was wanted. */
const repeating = ["fault.notStored", "behalf.whom", "echo.day", "rsvp.understood"];

describe.each(languages)("in %s", (language) => {
  let usual: Gallery;
  let long: Gallery;
  beforeAll(async () => {
    usual = await gallery(language);
    long = await gallery(language, "long");
  });
  const inAll = (it: Gallery, look: (card: Gallery["cards"][number]["card"]) => readonly string[]): string[] => [
    ...new Set(it.cards.flatMap(({ name, card }) => look(card).map((what) => `${name}: ${what}`))),
  ];

  test("a card has at most three sentences of few words", () => {
    const sentences = (it: Gallery["cards"][number]["card"]) => [
      ...brokenSentences(textsOf(it).sentences.join(" "), language),
      ...textsOf(it).sentences.flatMap(brokenEnd),
    ];
    expect(inAll(usual, sentences)).toEqual([]);
    expect(usual.forms.flatMap((form) => textsOfForm(form).sentences.flatMap((text) => brokenSentences(text, language)))).toEqual([]);
  });

  test("titles, labels and buttons keep their limits, however long the names are", () => {
    expect(inAll(usual, brokenLimits)).toEqual([]);
    expect(inAll(long, brokenLimits)).toEqual([]);
    expect([...usual.forms, ...long.forms].flatMap(brokenFormLimits)).toEqual([]);
  });

  test("what takes back or ends is the last button", () => {
    expect(inAll(usual, (card) => brokenOrder(card, language))).toEqual([]);
  });

  test("every card leads on, or only says what was done", () => {
    expect(inAll(usual, (card) => (leadsOn(card) ? [] : ["is a dead end"]))).toEqual([]);
  });

  test("every date has its weekday, and no word, mark or sign is used that should not be", () => {
    const texts = (it: Gallery["cards"][number]["card"]) => {
      const { sentences, others, rows } = textsOf(it);
      // The hours of an agenda stand in a column of their own.
      const listed = rows.map((row) => row.replace(/(^|· )\d{2}:\d{2} ·/, "·"));
      return [...sentences, ...others, ...listed].flatMap((text) => brokenText(text, language));
    };
    expect(inAll(usual, texts)).toEqual([]);
    const forms = usual.forms.flatMap((form) => [...textsOfForm(form).sentences, ...textsOfForm(form).others]);
    expect(forms.flatMap((text) => brokenText(text, language))).toEqual([]);
  });

  test("the same wish has the same label everywhere", () => {
    const strange = inAll(usual, (card) => (repeating.includes(card.name) ? [] : buttonsOf(card).flatMap((button) => strangeLabel(button, language))));
    expect(strange).toEqual([]);
  });

  test("the lines of the help fit beside their word on a phone", () => {
    const lines = Object.values(wordLists[language].entries).map(({ help }) => help);
    expect(lines.filter((help) => help.length > 58 || !help.endsWith("."))).toEqual([]);
    expect(lines.flatMap((help) => [...brokenText(help, language), ...brokenSentences(help, language)])).toEqual([]);
  });

  test("texts that no card of the gallery shows follow the rules too", () => {
    const plain = Object.values<string>(catalogues[language]).map((text) => text.replace(/\{\w+, (?:select|plural),|#|\w+ \{|[{}]/g, ""));
    const words = plain
      .flatMap((text) => brokenText(text.replace(/\s+/g, " ").trim(), language))
      .filter((what) => !/^an? (?:space|time|date|German date|English date)/.test(what));
    expect(words).toEqual([]);
  });
});

/** What breaks a rule, so that a rule that finds nothing is not mistaken for a text without faults. */
test.each<[Language, string]>([
  ["de", "Am 07.10.2026 ist Sitzung."],
  ["de", "Am Di, 07.10.2026 ist Sitzung."],
  ["de", "Am Mi, 7.10. ist Sitzung."],
  ["de", "Um 14:00 ist Beginn."],
  ["de", "Das hat leider nicht geklappt."],
  ["de", "Alle Redner*innen kommen."],
  ["de", "Gespeichert!"],
  ["de", "Erledigt ✅"],
  ["de", "Der Stand von {person} fehlt."],
  ["de", "Wählen Sie “Hilfe”."],
  ["de", "In TOP 3 sprechen die Mitglieder."],
  ["de", "Die Aufgabe ist noch offen ."],
  ["en", "The meeting is on 7 Oct 2026."],
  ["en", "The meeting is on Tue, 7 Oct 2026."],
  ["en", "Die Sitzung ist am Mi, 07.10.2026."],
  ["en", "Choose „Help“."],
  ["en", "Unfortunately this did not work."],
])("in %s it is found that this breaks a rule: %s", (language, text) => {
  expect(brokenText(text, language)).not.toEqual([]);
});

test("limits that are broken are found", () => {
  const button = (label: string, hears?: string): Button => ({ label, wish: { command: "help.show", args: {} }, ...(hears ? { hears } : {}) });
  const having = (...buttons: readonly Button[]) => card("x", "Titel", { buttons });
  const broken = [
    card("x", "T".repeat(61)),
    card("x", "T".repeat(60)),
    having(button("L".repeat(29))),
    having(button("Ändern", "Abbrechen – Sitzung")),
    having(button("Ändern", `Ändern ${"x".repeat(70)}`)),
    having(button("Ändern"), button("Ändern")),
    having(...["a", "b", "c", "d", "e"].map((label) => button(label))),
    card("x", "Titel", { facts: [{ label: "Wann", value: "" }] }),
  ];
  expect(broken.map((it) => brokenLimits(it).length > 0)).toEqual(broken.map(() => true));
  expect(brokenOrder(having(button("Abbrechen"), button("Ich komme")), "de")).not.toEqual([]);
  expect(brokenSentences("Eins ist da. Zwei ist da. Drei ist da. Vier ist da.", "de")).not.toEqual([]);
  expect(brokenSentences(`${"Wort ".repeat(16)}hier.`, "de")).not.toEqual([]);
  expect(brokenEnd("Ohne Punkt")).not.toEqual([]);
  expect(brokenFormLimits({ name: "x", title: "T".repeat(25), submit: "S", cancel: "C", wish: { command: "help.show", args: {} }, fields: [] })).not.toEqual(
    [],
  );
});

function strangeLabel(button: Button, language: Language): readonly string[] {
  const allowed = "wish" in button ? labels[button.wish.command] : undefined;
  if (!allowed) return [];
  const n = Number(/\d+/.exec(button.label)?.[0] ?? 0);
  return allowed.some((key) => format(language, key, { n }) === button.label) ? [] : [`${button.label} for ${allowed.join(", ")}`];
}
