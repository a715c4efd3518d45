import { World } from "../testing/world.ts";
import { at } from "../time.ts";
import type { Talk } from "./model.ts";

const meetingDay = "sitzung neu am 07.10.2026";
let world: World;
const talks = (): readonly Talk[] => world.store.rows("Talk");
const one = (person: string): Talk => talks().find((it) => it.personId === person && it.state !== "withdrawn") as Talk;
const text = (who: string): string => world.text(who);

beforeEach(async () => {
  world = new World(at("2026-09-09", "10:00"));
  await world.say("office", meetingDay);
  await world.tap("office", "meeting.invite");
  await world.tap("office", "meeting.inviteNow");
});

async function register(who: string, title: string, more: Readonly<Record<string, string>> = {}) {
  await world.say(who, "redebeitrag neu");
  return world.fill(who, { title, about: "Worum es geht. Und warum.", kind: "new", ...more });
}

async function released() {
  await register("ihk-1", "Ausbildungslotsen");
  await register("dgb-1", "Gute Arbeit");
  await world.say("office", "programm veröffentlichen");
  await world.tap("office", "programme.publishNow");
}

test("after the yes the talk is one tap away; what is registered is played back", async () => {
  await world.tap("ihk-1", "rsvp.accept");
  expect(world.labels("ihk-1")).toContain("Redebeitrag anmelden");
  await world.tap("ihk-1", "talk.new");
  await world.fill("ihk-1", { title: "Ausbildungslotsen", about: "Worum es geht.", kind: "existing" });
  expect(text("ihk-1")).toContain("angefragt, 10 Minuten, bestehende Initiative");
  expect(one("ihk-1")).toMatchObject({ state: "requested", minutes: 10, kind: "existing", organisationId: "ihk" });
  await world.say("ihk-1", "status");
  expect(text("ihk-1")).toContain("„Ausbildungslotsen“: angefragt");
});

test("a group of the council has no talks, and hears who may help", async () => {
  await world.tap("cdu-1", "rsvp.accept");
  expect(world.labels("cdu-1")).not.toContain("Redebeitrag anmelden");
  await world.say("cdu-1", "redebeitrag neu Haushalt");
  expect(text("cdu-1")).toContain("Hier stellen die Mitglieder ihre Projekte vor");
  expect(talks()).toEqual([]);
});

test("sixty minutes hold so much; who comes later waits, and moves up when minutes become free", async () => {
  await register("ihk-1", "Erstes", { minutes: "40" });
  await register("dgb-1", "Zweites", { minutes: "30" });
  expect(text("dgb-1")).toContain("Warteliste, vorläufig Platz 1");
  await world.say("ihk-1", "redebeitrag zurückziehen");
  expect(one("dgb-1").state).toBe("requested");
  expect(text("dgb-1")).toContain("Ihr Redebeitrag ist nachgerückt");
  expect(world.messages("dgb-1").filter(({ card }) => card.title === "Ihr Redebeitrag ist nachgerückt").length).toBe(1);
});

test("nobody knows of the decisions before the release; then everybody hears theirs, once", async () => {
  await register("ihk-1", "Ausbildungslotsen");
  await register("dgb-1", "Gute Arbeit");
  await world.say("office", "programm entwurf");
  await world.tap("office", "programme.decide", { talk: one("dgb-1").id });
  await world.tap("office", "programme.decide", { draft: "out" });
  expect(text("dgb-1")).toContain("angefragt");
  await world.say("dgb-1", "programm");
  expect(text("dgb-1")).toContain("Noch gibt es kein Programm");
  await world.say("office", "programm veröffentlichen");
  expect(text("office")).toContain("Noch weiß niemand von den Entscheidungen");
  await world.tap("office", "programme.publishNow");
  expect(text("ihk-1")).toContain("Ihr Redebeitrag ist im Programm");
  expect(text("ihk-1")).toContain("Mi, 07.10.2026, etwa 14:40 Uhr, 10 Minuten");
  expect(text("dgb-1")).toContain("Ihr Redebeitrag ist diesmal nicht im Programm");
  await world.tap("dgb-1", "talk.claim", { answer: "yes" });
  expect(one("dgb-1")).toMatchObject({ state: "declined", claim: true });
  const before = world.store.rows("Delivery").length;
  await world.tap("office", "programme.publish");
  await world.tap("office", "programme.publishNow");
  // Nothing has changed: the two answers to the office and no other message.
  expect(world.store.rows("Delivery").length).toBe(before + 2);
});

test("whoever was promised the first word gets it at the next meeting, once", async () => {
  await released();
  world.store.seed({ Talk: [{ ...one("dgb-1"), state: "declined", claim: true }] });
  await world.say("office", "sitzung neu am 11.11.2026");
  await world.tap("office", "meeting.invite");
  await world.tap("office", "meeting.inviteNow");
  world.now = at("2026-10-08", "10:00");
  await register("ihk-1", "Noch etwas");
  await register("dgb-1", "Jetzt aber");
  await world.say("office", "programm entwurf");
  expect(text("office")).toMatch(/1 · 14:40 · DGB · 10 Min\. · war vorgemerkt/);
  expect(talks().filter(({ claim, personId }) => claim && personId === "dgb-1").length).toBe(1);
});

test("confirming, adding a link, and no link that a browser would not open", async () => {
  await released();
  await world.tap("ihk-1", "talk.confirm");
  expect(one("ihk-1").state).toBe("confirmed");
  await world.tap("ihk-1", "talk.more");
  const refused = await world.fill("ihk-1", { link: "javascript:alert(1)" });
  expect(refused).toMatchObject({ refuse: "bad_input", fields: { link: expect.stringContaining("https://") } });
  await world.fill("ihk-1", { link: "https://example.org/folien.pdf" });
  expect(one("ihk-1")).toMatchObject({ link: "https://example.org/folien.pdf", slides: "yes", state: "confirmed" });
});

test("on the day before the documents are due only who owes something is asked, once", async () => {
  await released();
  await world.tap("ihk-1", "talk.confirm");
  await world.tap("ihk-1", "talk.more");
  await world.fill("ihk-1", { slides: "no" });
  await world.clock(at("2026-09-29", "09:00"));
  const asked = (who: string) => world.messages(who).filter(({ kind }) => kind === "talk.owing").length;
  expect([asked("ihk-1"), asked("dgb-1")]).toEqual([0, 1]);
  expect(text("dgb-1")).toContain("Bitte bis Mi, 30.09.2026: Bestätigung, Angabe zu Folien");
  await world.tap("dgb-1", "talk.noSlides");
  await world.clock(at("2026-09-30", "09:00"));
  expect(asked("dgb-1")).toBe(1);
});

test("a longer agenda item before it moves the released starts, and those concerned hear of it once", async () => {
  await released();
  await world.say("office", "sitzung");
  await world.tap("office", "meeting.change");
  await world.tap("office", "meeting.agenda");
  const form = world.formOf("office");
  const opening = form?.fields[0]?.name ?? "";
  await world.fill("office", { [opening]: "20" });
  expect(text("ihk-1")).toContain("Neue Zeit für Ihren Redebeitrag");
  expect(text("ihk-1")).toMatch(/etwa 14:50 Uhr, 10 Minuten[\s\S]*etwa 14:40 Uhr/);
  expect(one("ihk-1").start).toBe("14:50");
});

test("two speakers change places only if both agree", async () => {
  await released();
  await world.tap("ihk-1", "talk.swap");
  await world.fill("ihk-1", { with: one("dgb-1").id });
  expect(text("dgb-1")).toContain("Platz tauschen?");
  expect(one("ihk-1").start).toBe("14:40");
  await world.tap("dgb-1", "talk.swapAnswer", { answer: "yes" });
  expect([one("ihk-1").start, one("dgb-1").start]).toEqual(["14:50", "14:40"]);
  expect(text("ihk-1")).toContain("Die Plätze sind getauscht");
  expect(text("ihk-1")).toContain("etwa 14:50 Uhr (bisher 14:40 Uhr)");
});

test("after the deadline a talk goes to the office as late, and comes in only by its decision", async () => {
  await register("ihk-1", "Erstes");
  world.now = at("2026-09-28", "10:00");
  await register("dgb-1", "Spät");
  expect(one("dgb-1")).toMatchObject({ state: "waiting", late: true });
  expect(text("dgb-1")).toContain("verspätet");
  expect(text("office")).toContain("Ein Redebeitrag kam nach der Frist");
  await world.tap("office", "programme.decide", { draft: "in" });
  await world.say("office", "programm veröffentlichen");
  await world.tap("office", "programme.publishNow");
  expect(one("dgb-1")).toMatchObject({ state: "programmed", start: "14:50", late: false });
});

test("the office enters a talk for a member, with its origin", async () => {
  await world.say("office", "redebeitrag für DGB");
  await world.fill("office", { speaker: "dgb-1", via: "phone" });
  await world.fill("office", { title: "Gute Arbeit", about: "Zwei Sätze.", kind: "existing" });
  expect(one("dgb-1")).toMatchObject({ via: "phone", actorId: "office", state: "requested" });
});

test("on the day talks are called one after the other; an older card steps over nobody", async () => {
  await released();
  world.now = at("2026-10-07", "14:40");
  await world.say("office", "programm jetzt");
  await world.tap("office", "programme.step", { what: "begin" });
  expect(text("office")).toContain("Redebeiträge steuern: 1 von 2");
  const first = world.newest("office");
  world.now = at("2026-10-07", "14:52");
  await world.say("office", "programm jetzt");
  expect(text("office")).toContain("10 von 10 Minuten, 2 Minuten länger");
  await world.tap("office", "programme.step", { what: "held" });
  expect(one("ihk-1").state).toBe("held");
  await world.gesture(
    "office",
    { pressed: JSON.stringify({ c: "programme.step", a: { meeting: one("dgb-1").meetingId, what: "held", current: one("ihk-1").id } }) },
    { card: { id: first?.id ?? "" } },
  );
  expect(one("dgb-1").state).toBe("programmed");
  await world.tap("office", "programme.step", { what: "missed" });
  expect(one("dgb-1")).toMatchObject({ state: "missed", claim: true });
  await world.tap("office", "programme.step", { what: "back" });
  expect(one("dgb-1")).toMatchObject({ state: "programmed", claim: false });
});

test("somebody else's talk cannot be touched", async () => {
  await released();
  const { id, meetingId } = one("dgb-1");
  for (const command of ["talk.withdraw", "talk.confirm", "talk.noSlides", "talk.more"]) {
    await world.gesture("ihk-1", { pressed: JSON.stringify({ c: command, a: { meeting: meetingId, talk: id } }) });
    expect(text("ihk-1")).toContain("Dieser Redebeitrag gehört jemand anderem");
  }
  expect(one("dgb-1").state).toBe("programmed");
});
