// Submitting a question, with and without a name: the form, its limits, and everything that is said no to.
import type { Outcome } from "../outcome.ts";
import { factsOf, titleOf } from "../testing/agreed.ts";
import { askNamed, askUnnamed, beforeTheRound, openForm, words } from "../testing/asking.ts";
import { person } from "../testing/examples.ts";
import { adding, newestMeeting, press } from "../testing/tour.ts";
import type { World } from "../testing/world.ts";
import { wish } from "../wish.ts";

const questions = (world: World) => world.store.rows("Question");
const fieldsOf = (outcome: Outcome) => ("refuse" in outcome ? outcome.fields : undefined);
const onceTitle = (outcome: Outcome) => ("show" in outcome && outcome.once ? outcome.show.title : undefined);
const rowsOf = (world: World, who: string) => (world.newest(who)?.card.elements ?? []).flatMap((it) => (it.type === "rows" ? it.rows : []));

test("with a name: the form in a window, then a live card with number, addressee and state", async () => {
  const world = await beforeTheRound();
  const opened = await openForm(world, "cdu-1");
  expect(opened).toMatchObject({ ask: { window: true, title: "Frage einreichen", note: "Sie können noch 2 von 2 Fragen einreichen, bis Mi, 23.09.2026." } });
  const name = world.formOf("cdu-1")?.fields.find((field) => field.name === "name");
  expect(name).toMatchObject({ required: true, hint: "Diese Wahl gilt endgültig." });
  expect(name).not.toHaveProperty("initial");
  await world.fill("cdu-1", { text: words, background: "Es geht um 2027.", to: "agentur", objective: "objective-5", name: "named" });
  expect(questions(world)).toMatchObject([
    {
      number: 1,
      named: true,
      personId: "cdu-1",
      organisationId: "cdu",
      seatId: "cdu-seat-1",
      askedOn: "2026-09-15",
      actorId: "cdu-1",
      via: "self",
      text: words,
    },
  ]);
  expect(questions(world)).toMatchObject([
    { background: "Es geht um 2027.", toId: "agentur", objectiveId: "objective-5", state: "received", late: false, receipt: null },
  ]);
  expect([titleOf(world, "cdu-1"), factsOf(world, "cdu-1")]).toEqual([
    "Frage F-1 ist eingegangen",
    { An: "Agentur für Arbeit · mit Namen", Stand: "eingegangen" },
  ]);
  expect(rowsOf(world, "cdu-1")).toEqual([`„${words}“`, "„Es geht um 2027.“"]);
  expect(world.text("cdu-1")).toContain("Die Geschäftsstelle prüft sie bis Mo, 28.09.2026. Ich melde jeden neuen Stand.");
  expect(world.labels("cdu-1")).toEqual(["Ändern", "Zurückziehen"]);
  expect(world.store.rows("Shown").map(({ matter }) => matter)).toContain(`question:${questions(world)[0]?.id}`);
  expect(world.store.rows("Trail").filter(({ what }) => what === "question")).toMatchObject([{ personId: "cdu-1", actorId: "cdu-1" }]);
});

test("what both choices mean can be read beside the inputs", async () => {
  const world = await beforeTheRound();
  await openForm(world, "cdu-1");
  const form = world.formOf("cdu-1");
  expect(form?.explain).toMatchObject({ label: "Was heißt das?", title: "Mit oder ohne Namen", back: "Zurück zur Frage" });
  expect(form?.explain?.facts.map(({ label }) => label)).toEqual(["Mit Namen", "Ohne Namen", "Grenze"]);
  const name = form?.fields.find((field) => field.name === "name");
  expect(name?.kind).toMatchObject({
    options: [
      { value: "named", about: "Alle im Bündnis sehen Ihren Namen und Ihre Fraktion." },
      { value: "unnamed", about: "Name und Fraktion werden nicht gespeichert. Das bleibt so." },
    ],
  });
});

test("only organisations that answer can be asked", async () => {
  const world = await beforeTheRound();
  await openForm(world, "cdu-1");
  const to = world.formOf("cdu-1")?.fields.find((field) => field.name === "to");
  const values = to && "options" in to.kind ? to.kind.options.map(({ value }) => value) : [];
  expect(values).toEqual(expect.arrayContaining(["agentur", "jobcenter", "ihk"]));
  expect(values).not.toEqual(expect.arrayContaining(["cdu"]));
  expect(fieldsOf(await world.fill("cdu-1", { text: words, to: "cdu", name: "named" }))).toEqual({ to: "Bitte wählen Sie eine Organisation aus der Liste." });
});

test("what is wrong is said at its field, and nothing is stored", async () => {
  const world = await beforeTheRound();
  await openForm(world, "cdu-1");
  const long = `Wie ${"👩‍👩‍👧".repeat(226)}?`;
  const sent = async (answers: Readonly<Record<string, string>>) =>
    fieldsOf(await world.fill("cdu-1", { text: words, to: "agentur", name: "named", ...answers }));
  expect(await sent({ text: long })).toEqual({ text: "Ihre Frage hat 231 Zeichen, möglich sind 200. Der Rest passt in „Hintergrund“." });
  expect(await sent({ text: "Mehr Plätze für alle." })).toEqual({ text: "Bitte formulieren Sie eine Frage, zum Beispiel mit „Wie“ oder „Welche“." });
  expect(await sent({ text: " " })).toEqual({ text: "Diese Angabe fehlt noch." });
  expect(await sent({ name: "" })).toEqual({ name: "Bitte wählen Sie: mit oder ohne Namen." });
  expect(Object.keys((await sent({ text: "Nein.", to: "", name: "" })) ?? {}).sort()).toEqual(["name", "text", "to"]);
  expect(questions(world)).toEqual([]);
  expect(world.store.rows("Token")).toEqual([]);
  expect(await sent({ text: `Wie ${"👩‍👩‍👧".repeat(195)}?` })).toBeUndefined();
  expect(questions(world)).toHaveLength(1);
});

test("without a name: the receipt is shown once, and nothing leads from the question to whoever asked", async () => {
  const world = await beforeTheRound();
  await openForm(world, "cdu-1");
  const before = { delivered: world.store.rows("Delivery").length, trail: world.store.rows("Trail").length, chat: world.messages("cdu-1").length };
  const outcome = await world.fill("cdu-1", { text: words, to: "agentur", name: "unnamed" });
  expect(onceTitle(outcome)).toMatch(/^Frage F-\d+ ist eingegangen$/);
  expect(JSON.stringify(outcome)).toMatch(/Q-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}/);
  expect(questions(world)).toMatchObject([
    { named: false, personId: null, organisationId: null, seatId: null, askedOn: null, actorId: null, via: null, state: "received" },
  ]);
  expect(questions(world)[0]?.receipt).toMatch(/^sealed-\d+$/);
  expect({ delivered: world.store.rows("Delivery").length, trail: world.store.rows("Trail").length, chat: world.messages("cdu-1").length }).toEqual(before);
  const tables = ["Delivery", "Trail", "Shown", "Token", "Person", "Account", "Reply", "Holding"] as const;
  for (const table of tables) expect(JSON.stringify(world.store.rows(table))).not.toContain(words);
  await world.say("cdu-1", "frage");
  expect(world.text("cdu-1")).not.toContain(words);
  expect(world.text("cdu-1")).not.toMatch(/F-\d/);
});

test("a window that is sent twice stores one question and shows the receipt once", async () => {
  const world = await beforeTheRound();
  await openForm(world, "cdu-1");
  const said = { sent: world.formOf("cdu-1")?.wish ?? wish("question.new"), answers: { text: words, to: "agentur", name: "unnamed" } };
  await world.gesture("cdu-1", said, { key: "k" });
  const again = await world.gesture("cdu-1", said, { key: "k" });
  expect(again).toMatchObject({ once: true, show: { title: "Das ist schon gespeichert" } });
  expect(JSON.stringify(again)).not.toMatch(/Q-\w{4}-/);
  expect([questions(world).length, world.store.rows("Token").length]).toEqual([1, 1]);
});

test("only what comes from the form itself is without a name", async () => {
  const world = await beforeTheRound();
  const args = { meeting: newestMeeting(world), text: words, to: "agentur", name: "unnamed", sent: "1" };
  await press(world, "cdu-1", "question.new", args);
  await world.gesture("cdu-1", { words: `frage neu ${words} an Arbeitsagentur`, command: true });
  expect(questions(world)).toEqual([]);
});

test("a secretariat of several people says for whom; the limit of each stays behind the field", async () => {
  const world = await beforeTheRound((rows) =>
    adding(rows, { StandIn: ["cdu-1", "spd-1"].map((personId) => ({ actorId: "dgb-1", personId, allianceId: "kba" })) }),
  );
  const opened = await openForm(world, "dgb-1");
  expect(opened).toMatchObject({ ask: { note: "Je Platz sind 2 Fragen möglich, bis Mi, 23.09.2026." } });
  expect(world.formOf("dgb-1")?.fields[0]).toMatchObject({ name: "asker", label: "Für wen fragen Sie?" });
  expect(fieldsOf(await world.fill("dgb-1", { text: words, to: "agentur", name: "named" }))).toEqual({ asker: "Diese Angabe fehlt noch." });
  await world.fill("dgb-1", { text: words, to: "agentur", name: "named", asker: "spd-1" });
  expect(questions(world)).toMatchObject([{ personId: "spd-1", organisationId: "spd", seatId: "spd-seat-1", actorId: "dgb-1" }]);
  expect(factsOf(world, "dgb-1")["Für"]).toBe("Delegierte Person 1, SPD-Fraktion");
  expect([titleOf(world, "spd-1"), factsOf(world, "spd-1")["Für"]]).toEqual(["Frage F-1 ist eingegangen", undefined]);
  await openForm(world, "dgb-1");
  await world.fill("dgb-1", { text: words, to: "agentur", name: "unnamed", asker: "spd-1" });
  await openForm(world, "dgb-1");
  expect(fieldsOf(await world.fill("dgb-1", { text: words, to: "agentur", name: "named", asker: "spd-1" }))).toEqual({
    asker: "Für diesen Platz sind schon 2 von 2 Fragen eingereicht.",
  });
});

test("whoever comes in somebody's place asks as themselves, for that seat", async () => {
  const world = await beforeTheRound((rows) => ({
    ...rows,
    Holding: [
      ...(rows.Holding ?? []),
      {
        id: "h-s",
        allianceId: "kba",
        seatId: "cdu-seat-1",
        personId: "ihk-s",
        kind: "substitute",
        position: 1,
        verified: true,
        validFrom: null,
        validTo: null,
      },
    ],
  }));
  expect(await openForm(world, "ihk-s")).toMatchObject({ refuse: "no_right" });
  const reply = world.store.rows("Reply").find(({ personId }) => personId === "cdu-1");
  if (reply) world.store.seed({ Reply: [{ ...reply, state: "substitute", substituteId: "ihk-s", substituteState: "confirmed" }] });
  await askNamed(world, "ihk-s");
  expect(questions(world)).toMatchObject([{ personId: "ihk-s", organisationId: "cdu", seatId: "cdu-seat-1" }]);
});

test("a workshop has no item for questions, and a stranger no question", async () => {
  const world = await beforeTheRound((rows) => adding(rows, { Person: [person({ id: "x", allianceId: "kba" })] }));
  world.store.seed({ AgendaItem: world.store.rows("AgendaItem").map((it) => (it.key === "qa" ? { ...it, key: "other" } : it)) });
  expect(await openForm(world, "cdu-1")).toMatchObject({ refuse: "no_questions" });
});

test("in English", async () => {
  const world = await beforeTheRound((rows) => ({ ...rows, Person: (rows.Person ?? []).map((it) => ({ ...it, language: "en" })) }));
  expect(await openForm(world, "cdu-1")).toMatchObject({
    ask: { title: "Submit question", note: "You can still submit 2 of 2 questions, until Wed, 23 Sept 2026.", explain: { title: "With or without name" } },
  });
  await world.fill("cdu-1", { text: "How many part-time trainings are planned?", to: "agentur", name: "named" });
  expect(titleOf(world, "cdu-1")).toBe("Question F-1 has been received");
  expect(factsOf(world, "cdu-1")).toEqual({ To: "Employment Agency · with name", State: "received" });
  const { receipt } = await askUnnamed(world, "cdu-1");
  expect(receipt).toMatch(/^Q-/);
});
