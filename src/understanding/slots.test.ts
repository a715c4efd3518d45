// The details read from replies, group by group.
import { reading } from "./example.ts";
import type { Asked, Intent, Slots } from "./meaning.ts";

type Row = [context: Asked, text: string, intent: Intent, slots: Slots];

const holds = (rows: readonly Row[]) => {
  test.each(rows)("%s: „%s“ is %s", (context, text, intent, slots) => {
    const read = reading(context, text, /^[\x20-\x7e]*$/.test(text) && /\b(?:the|I|we|I'm|my|to|by)\b/.test(text) ? "en" : "de");
    expect({ intent: read.intent, slots: read.slots }).toEqual({ intent, slots });
  });
};

describe("who comes, and with what", () => {
  holds([
    ["rsvp", "Wir kommen zu zweit", "rsvp.accept", { party_size: 2 }],
    ["rsvp", "Frau Albers und ich kommen gern", "rsvp.accept", { party_size: 2, companions: ["Frau Albers"] }],
    ["rsvp", "bin dabei, brauche einen Parkplatz", "rsvp.accept", { needs: ["parking"] }],
    ["rsvp", "Ich komme, sitze im Rollstuhl", "rsvp.accept", { needs: ["wheelchair"] }],
    ["rsvp", "ich nehme per Video teil", "rsvp.accept", { mode: "online" }],
    ["rsvp", "Ich vertrete Frau Hoffmann", "rsvp.accept", { represents: "Frau Hoffmann" }],
    ["rsvp", "kann jetzt doch kommen", "rsvp.accept", { revises: true }],
    ["rsvp", "Absage, und eine Vertretung habe ich auch nicht", "rsvp.decline", { no_substitute: true }],
    ["rsvp", "melde mich bis Freitag", "rsvp.tentative", { reply_by: "2026-09-18" }],
  ]);
  test("a reason for being away is never read", () => {
    for (const text of ["bin krank, sorry", "Kind krank, kann nicht", "muss absagen, bin in Elternzeit"]) expect(reading("rsvp", text).slots).toEqual({});
  });
});

describe("from when until when", () => {
  holds([
    ["rsvp", "Komme, aber erst ab 15 Uhr", "rsvp.partial", { from: "15:00" }],
    ["rsvp", "ich muss um halb fünf wieder weg", "rsvp.partial", { until: "16:30" }],
    ["rsvp", "von 15 bis 16:30 Uhr kann ich", "rsvp.partial", { from: "15:00", until: "16:30" }],
    ["rsvp", "ich komme 20 Minuten später", "rsvp.partial", { from: "14:20" }],
    ["rsvp", "I have to leave at 4:30", "rsvp.partial", { until: "16:30" }],
    ["rsvp", "erst ab TOP 4 dabei", "rsvp.partial", { from_item: "qa" }],
    ["rsvp", "bin bis einschließlich TOP 5 da", "rsvp.partial", { until_item: "next_steps" }],
    ["rsvp", "komme gern, aber ohne Get-Together", "rsvp.partial", { except_items: ["get_together"] }],
  ]);
});

describe("who stands in", () => {
  holds([
    ["rsvp", "Ich schicke Herrn Schmitz.", "rsvp.substitute", { substitute_name: "Herr Schmitz" }],
    ["rsvp", "kann nicht, die kollegin albers springt ein", "rsvp.substitute", { substitute_name: "Frau Albers" }],
    ["rsvp", "My colleague Jane Doe will attend instead of me", "rsvp.substitute", { substitute_name: "Jane Doe" }],
    ["rsvp", "Ich schicke eine Vertretung, Name folgt", "rsvp.substitute", { substitute_open: true }],
    ["rsvp", "Unsere Fraktion entsendet Frau Koch und Herrn Sahin", "seat.nominate", { names: ["Frau Koch", "Herr Sahin"] }],
  ]);
});

describe("talks", () => {
  holds([
    ["speaker", "Wir stellen „Azubi-Speeddating“ vor, 10 Minuten, mit Folien", "speaker.offer", { title: "Azubi-Speeddating", duration_min: 10, slides: true }],
    ["speaker", "Titel: Pflege braucht Nachwuchs", "speaker.offer", { title: "Pflege braucht Nachwuchs" }],
    ["speaker", "Herr Kaya und Frau Demir stellen „Lernfabrik“ vor", "speaker.offer", { title: "Lernfabrik", co_presenters: ["Herr Kaya", "Frau Demir"] }],
    ["speaker", "wir sind dabei, Folien schicken wir bis 28.9.", "speaker.offer", { material_by: "2026-09-28" }],
    ["speaker", "wir brauchen doch 15 statt 10 Minuten", "speaker.change", { duration_min: 15 }],
    ["speaker", "wir möchten mit der Handwerkskammer tauschen", "speaker.change", { order: "swap:hwk" }],
  ]);
});

describe("questions", () => {
  holds([
    [
      "question",
      "Frage ans Jobcenter: Gibt es genug Deutschkurse für Geflüchtete?",
      "question.submit",
      { question: "Gibt es genug Deutschkurse für Geflüchtete?", addressee: "jobcenter", objective: "migrant_refugee_integration" },
    ],
    [
      "question",
      "Bitte anonym: Wie hoch ist die Arbeitslosenquote?",
      "question.submit",
      { question: "Wie hoch ist die Arbeitslosenquote?", objective: "unemployment_rate", anonymous: true },
    ],
    [
      "question",
      "1. Wie viele Stellen sind frei? 2. Wer bezahlt das?",
      "question.submit",
      { questions: ["Wie viele Stellen sind frei?", "Wer bezahlt das?"], count: 2 },
    ],
    ["question", "Bitte Frage F-7 zurückziehen", "question.withdraw", { ref: "F-7" }],
    ["question", "F-3 bitte anonym führen", "question.edit", { ref: "F-3", anonymous: true }],
  ]);
});

describe("tasks", () => {
  holds([
    ["task", "bis Ende Oktober", "task.extend", { due: "2026-10-31" }],
    ["task", "wird KW 42", "task.extend", { due: "2026-10-16" }],
    ["task", "noch eine Woche bitte", "task.extend", { due_delta: "P7D" }],
    ["task", "zu 60 % fertig", "task.progress", { percent: 60 }],
    ["task", "A-12 ist erledigt", "task.done", { ref: "A-12" }],
    ["task", "bitte an Frau Demir geben", "task.delegate", { assignee: "Frau Demir" }],
    ["task", "hängt an der Rückmeldung von Herrn Becker", "task.blocked", { blocked_by: "Rückmeldung Herr Becker" }],
    ["task", "on it, by 25 Sept", "task.accept", { due: "2026-09-25" }],
  ]);
});

describe("everything else", () => {
  holds([
    ["none", "Wo findet die Sitzung statt?", "info.ask", { topic: "place" }],
    ["question", "Bis wann können Fragen eingereicht werden?", "info.ask", { topic: "question_deadline" }],
    ["none", "Bitte löschen Sie meine Daten", "privacy.request", { kind: "erasure" }],
    ["none", "What data do you store about me?", "privacy.request", { kind: "access" }],
  ]);
  test("a message that says two things names both", () => {
    const read = reading("rsvp", "Bin leider nicht dabei. Bitte trotzdem fragen: Wann startet das Projekt?");
    expect(read).toMatchObject({ intent: "rsvp.decline", also: ["question.submit"] });
  });
});
