// The tour of what is agreed: new tasks with every question back, the follow-up list in every filter, objectives, measures and their picture.
import { at } from "../time.ts";
import { someTasks, task } from "./agreed.ts";
import type { SomeRows } from "./store.ts";
import { adding, invited, press, type Tour } from "./tour.ts";
import type { World } from "./world.ts";

/** What people type, in the language of the tour. */
const said = {
  de: {
    new: "aufgabe neu",
    flyer: "Flyer zur Teilzeitausbildung abstimmen",
    to: "an",
    by: "bis",
    own: "aufgabe",
    list: "aufgabe liste",
    goals: "ziele",
    picture: "ziele bild",
    meeting: "sitzung",
    week: "KW 45",
    november: "Anfang November",
    saturday: "Samstag",
    eight: "heute in acht Tagen",
    never: "irgendwann",
    past: "9.9.2026",
    beyond: "nach den Sommerferien 2029",
    afterwards: "zwei Wochen nach der Sitzung",
    overdue: "überfällig",
    without: "ohne Ziel",
    somewhere: "Raumfahrtamt",
    near: "Agentu",
    several: "Delegierte Person 1",
    person: "Delegierte Person 1, CDU",
  },
  en: {
    new: "task new",
    flyer: "Agree on the flyer for part-time training",
    to: "to",
    by: "by",
    own: "task",
    list: "task list",
    goals: "objectives",
    picture: "objectives picture",
    meeting: "meeting",
    week: "week 45",
    november: "early November",
    saturday: "Saturday",
    eight: "heute in acht Tagen",
    never: "some day",
    past: "9 September 2026",
    beyond: "after the summer holidays 2029",
    afterwards: "two weeks after the meeting",
    overdue: "overdue",
    without: "no objective",
    somewhere: "Space Office",
    near: "Employmen",
    several: "Delegate 1",
    person: "Delegate 1, CDU",
  },
} as const;

const withTasks = (rows: SomeRows): SomeRows => adding(rows, { Task: someTasks() });
const newestDraft = (world: World): string =>
  (world.newest("office")?.card.elements ?? [])
    .flatMap((it) => (it.type === "buttons" ? it.buttons : []))
    .flatMap((it) => ("wish" in it && it.wish.args["go"] ? [it.wish.args["draft"] ?? ""] : []))[0] ?? "";

const created: Tour = async (open, language) => {
  const it = said[language];
  const world = await invited(open);
  world.now = at("2026-09-15", "10:00");
  const line = (lead: string, until: string): Promise<unknown> => world.say("office", `${it.new} ${it.flyer} ${it.to} ${lead} ${it.by} ${until}`);
  for (const until of [it.week, it.november, it.eight, it.never, it.past, "31.9.", it.beyond, it.afterwards]) await line("IHK", until);
  for (const lead of [it.somewhere, it.near, it.several, it.person]) await line(lead, it.week);
  await world.tap("office", "task.new", { go: "1" });
  await line("ver.di", it.week);
  await world.tap("office", "task.new", { go: "1" });
  await line("Ratsgruppe 1", it.week);
  await line("SPD", it.week);
  await world.tap("office", "task.new", { go: "1" });
  await line("IHK", it.week);
  await world.tap("office", "task.new", { ask: "day" });
  await world.fill("office", { until: it.saturday });
  await world.tap("office", "task.new", { firm: "1" });
  await world.tap("office", "task.new", { ask: "all" });
  await world.fill("office", { involved: "dgb,spd", question: "F-7", note: "A5, 500", objective: "objective-3" });
  await press(world, "office", "task.new", { draft: newestDraft(world), go: "1" });
  // Both readings of a day, one of them a Saturday, which is asked about once more.
  world.now = at("2026-09-18", "10:00");
  await line("IHK", it.eight.replace("acht", "8"));
  await world.tap("office", "task.new", { due: "2026-09-26" });
};

const formed: Tour = async (open, language) => {
  const it = said[language];
  const world = open(at("2026-09-15", "10:00"));
  await world.say("office", it.new);
  await world.fill("office", { title: "", lead: "o:ihk", until: it.week });
  await world.fill("office", { title: it.flyer, lead: "o:other", until: it.week });
  await world.fill("office", { title: it.flyer, lead: "o:ihk", until: it.never });
  await world.fill("office", { title: it.flyer, lead: "o:ihk", until: it.afterwards });
  await world.fill("office", { title: it.flyer, lead: "p:dgb-1", until: it.week });
  await world.tap("office", "task.new", { ask: "all" });
  await world.fill("office", { question: "7", involved: "" });
  await world.fill("office", {
    question: "",
    involved: ["ob", "ihk", "dgb", "verdi", "agentur", "cdu", "spd", "ratsgruppe-1", "landespolitik", "x", "y"].join(","),
  });
  await world.say("office", `${it.new} ${"x".repeat(121)} ${it.to} IHK ${it.by} ${it.week}`);
  await world.say("ihk-1", it.new);
};

const listed: Tour = async (open, language) => {
  const it = said[language];
  const world = await invited(open, withTasks);
  world.now = at("2026-09-15", "10:00");
  for (const who of ["office", "ihk-1", "dgb-1", "ob-1", "cdu-1"]) {
    await world.say(who, it.own);
    await world.say(who, it.list);
    await world.say(who, "status");
    await world.say(who, it.meeting);
  }
  for (const filter of [it.overdue, it.without, "IHK", it.near, it.somewhere]) await world.say("office", `${it.list} ${filter}`);
  for (const view of ["unfinished", "overdue", "open", "confirmed", "all"]) await world.tap("office", "task.list", { view });
  for (const code of ["A-1", "A-2", "A-6", "A-99"]) for (const who of ["office", "dgb-1"]) await world.say(who, `${it.own} ${code}`);
  await world.tap("office", "meeting.invite");
  await press(world, "office", "meeting.inviteText", { meeting: world.store.rows("Meeting")[0]?.id ?? "" });
};

const many: Tour = async (open, language) => {
  const it = said[language];
  const world = open(at("2026-09-15", "10:00"), (rows) => adding(rows, { Task: Array.from({ length: 19 }, (_, n) => task({ number: n + 1 })) }));
  await world.say("office", it.list);
  for (const page of ["2", "3", "1"]) await world.tap("office", "task.list", { page });
  await world.say("ihk-1", it.own);
  await world.say("ihk-1", "status");
  await world.say("office", it.meeting);
  const none = open(at("2026-09-15", "10:00"));
  await none.say("office", it.list);
  await none.say("ihk-1", it.own);
  await none.say("office", it.own);
};

const aims: Tour = async (open, language) => {
  const it = said[language];
  const world = await invited(open, withTasks);
  world.now = at("2026-09-15", "10:00");
  await world.say("office", it.goals);
  await press(world, "office", "measure.end");
  await world.tap("office", "objectives.show", { objective: "objective-2" });
  await world.tap("office", "measure.new");
  await world.fill("office", { title: "Teilzeitausbildung", objectives: "", organisations: "" });
  await world.fill("office", { title: "Teilzeitausbildung", objectives: "other", organisations: "" });
  await world.fill("office", { title: "Teilzeitausbildung", objectives: "objective-4,objective-5", organisations: "ihk,dgb" });
  await press(world, "office", "measure.new");
  await world.fill("office", { title: "Ausbildungslotsen", objectives: "objective-5", organisations: "" });
  await world.say("ihk-1", it.goals);
  for (const who of ["office", "ihk-1"])
    for (const objective of ["objective-5", "objective-3", "none", "other"]) await press(world, who, "objectives.show", { objective });
  await press(world, "office", "measure.end");
  await world.fill("office", { measure: world.store.rows("Measure")[0]?.id ?? "" });
  await world.tap("office", "measure.end", { again: "1" });
  await world.say("office", it.picture);
  world.address = undefined;
  await world.say("office", it.picture);
  await world.say("office", it.list);
  const bare = open(at("2026-09-15", "10:00"), (rows) => ({ ...rows, Objective: [] }));
  await bare.say("office", it.picture);
};

export const agreementTours: readonly Tour[] = [created, formed, listed, many, aims];
