// What people type about a task: the number before or behind the activity, signal words in any order, German and English.
import { hearWords } from "../hear.ts";

test.each<[string, string, Record<string, string>]>([
  ["A-3", "task.show", { task: "A-3" }],
  ["aufgabe A-3", "task.show", { task: "A-3" }],
  ["aufgabe annehmen", "task.accept", {}],
  ["aufgabe A-3 annehmen", "task.accept", { task: "A-3" }],
  ["aufgabe annehmen a3", "task.accept", { task: "A-3" }],
  ["aufgabe annehmen 3", "task.accept", { task: "A-3" }],
  ["a–3 annehmen", "task.accept", { task: "A-3" }],
  ["A-3 erledigt", "task.done", { task: "A-3" }],
  ["aufgabe 3 erledigt", "task.done", { task: "A-3" }],
  ["aufgabe erledigt A-3", "task.done", { task: "A-3" }],
  ["A-3 ist erledigt", "task.done", { task: "A-3" }],
  ["A-3 erledigt, Flyer liegt vor", "task.done", { task: "A-3", note: "Flyer liegt vor" }],
  [
    "aufgabe A-3 erledigt Flyer liegt vor und ist in einer Auflage von 500 Stück gedruckt und verteilt worden",
    "task.done",
    { task: "A-3", note: "Flyer liegt vor und ist in einer Auflage von 500 Stück gedruckt und verteilt worden" },
  ],
  ["aufgabe A-3 stand 50", "task.progress", { task: "A-3", percent: "50" }],
  ["aufgabe stand 50", "task.progress", { percent: "50" }],
  ["A-3 stand 50 Prozent Entwurf liegt vor", "task.progress", { task: "A-3", percent: "50", note: "Entwurf liegt vor" }],
  ["A-3 stand 75% fast fertig", "task.progress", { task: "A-3", percent: "75", note: "fast fertig" }],
  ["aufgabe stand A-3 Druckfreigabe fehlt", "task.progress", { task: "A-3", note: "Druckfreigabe fehlt" }],
  ["aufgabe A-3 verlängern bis 20.11.", "task.extend", { task: "A-3", due: "20.11" }],
  ["aufgabe verlaengern bis zum 20. November", "task.extend", { due: "20. November" }],
  ["aufgabe verlängern A-3 um zwei Wochen", "task.extend", { task: "A-3", due: "um zwei Wochen" }],
  ["A-3 mehr zeit bis KW 47", "task.extend", { task: "A-3", due: "KW 47" }],
  ["aufgabe A-3 abgeben an Jobcenter", "task.handover", { task: "A-3", whom: "Jobcenter" }],
  ["A-3 abgeben an das Jobcenter", "task.handover", { task: "A-3", whom: "das Jobcenter" }],
  ["task A-3 done", "task.done", { task: "A-3" }],
  ["A-3 done: flyer is printed", "task.done", { task: "A-3", note: "flyer is printed" }],
  ["task A-3 progress 40 waiting for approval", "task.progress", { task: "A-3", percent: "40", note: "waiting for approval" }],
  ["task A-3 extend by 20 Nov", "task.extend", { task: "A-3", due: "20 Nov" }],
  ["task A-3 handover to Jobcenter", "task.handover", { task: "A-3", whom: "Jobcenter" }],
  ["Erledigt", "task.done", {}],
  ["Nicht annehmen", "task.reject", {}],
])("„%s“ is %s", (said, command, args) => {
  expect(hearWords(said, false)).toEqual({ type: "wish", wish: { command, args }, by: "words" });
});

test.each(["A-3 läuft gut", "Ich habe das erledigt, mehr weiß ich nicht dazu zu sagen", "a 3 uhr geht es los"])("„%s“ is no command", (said) => {
  expect(hearWords(said, false).type).not.toBe("wish");
});

test("„mein Stand“ and „stand“ still mean the own status", () => {
  for (const said of ["stand", "mein stand"]) expect(hearWords(said, false)).toMatchObject({ wish: { command: "status.show" } });
});
