// The local page in Chromium: an invitation round from the draft to the reminder, by mouse, by keyboard, on a phone.
import path from "node:path";
import { openPrisma } from "../../adapters/store/index.ts";
import { addDays, dayOf, showDay, weekday } from "../../src/time.ts";
import { chatOf, choose, focused, moveClock, openPageWorld, overhang, type PageWorld, showBeside } from "./page-world.ts";

const docs = path.join(import.meta.dirname, "../../docs");
/** A Wednesday, so far ahead that every reminder still lies in the future. */
const meetingDay = (() => {
  const soon = addDays(dayOf(new Date()), 49);
  return addDays(soon, (10 - weekday(soon)) % 7);
})();

let world: PageWorld;
beforeAll(async () => {
  world = await openPageWorld();
});
afterAll(async () => {
  await world?.close();
});
afterEach(() => {
  // Answers that were cut off on purpose are complained about rightly.
  expect(world.complaints.splice(0).filter((it) => !it.includes("ERR_FAILED"))).toEqual([]);
});

const asSomebody = async (label: string) => choose(await world.open("/"), label);

test("the office creates a meeting by a form in the card and invites after a preview", async () => {
  const page = await world.open("/");
  const office = await choose(page, "Geschäftsstelle");
  await office.sees(/Willkommen/);
  // A working hour, so that nothing waits for one.
  const monday = addDays(dayOf(new Date()), 8 - weekday(dayOf(new Date())));
  expect(await moveClock(page, { day: monday, clock: "10:00" })).toContain(showDay(monday, "de"));
  await office.says("sitzung neu");
  const form = await office.sees("Sitzung anlegen");
  await form.getByRole("button", { name: "Entwurf anlegen" }).click();
  await form.getByText("Diese Angabe fehlt noch.").waitFor();
  expect(await focused(page)).toMatch(/^INPUT/);
  await form.getByLabel("Tag", { exact: true }).fill(meetingDay);
  await form.getByRole("button", { name: "Entwurf anlegen" }).click();
  await office.sees(new RegExp(`Entwurf: Sitzung am ${showDay(meetingDay, "de")}`));
  await office.presses("Einladung vorbereiten");
  const preview = await office.sees(/Vorschau: Einladung/);
  await preview.getByText("Noch wurde nichts gesendet.").waitFor();
  await office.presses(/^(\d+ Einladungen senden|Sofort senden)/);
  await office.sees(/Einladungen: \d+ von 26 zugestellt/);
});

test("a delegate accepts, then comes for part of the time; a second tab shows the same", async () => {
  const page = await world.open("/");
  const ihk = await choose(page, "Delegierte Person, IHK");
  const second = chatOf(await world.open(new URL(page.url()).pathname + new URL(page.url()).search));
  await ihk.sees(/^Einladung/);
  await ihk.presses("Ich komme");
  await ihk.sees("Ihre Zusage ist eingetragen");
  await second.sees("Ihre Zusage ist eingetragen");
  await ihk.presses("Nur zeitweise");
  const window = page.getByRole("dialog", { name: "Nur zeitweise dabei" });
  await window.getByLabel(/^Ab/).fill("16:00");
  await window.getByLabel(/^Bis/).fill("15:00");
  await window.getByRole("button", { name: "Eintragen" }).click();
  await window.getByText("Das Ende liegt vor dem Beginn").waitFor();
  await window.getByLabel(/^Ab/).fill("15:00");
  await window.getByLabel(/^Bis/).fill("17:00");
  await window.getByRole("button", { name: "Eintragen" }).click();
  await window.waitFor({ state: "hidden" });
  const text = /zeitweise: 15:00–17:00 Uhr/;
  await (await ihk.sees("Ihre Zusage ist eingetragen")).getByText(text).waitFor();
  await (await second.sees("Ihre Zusage ist eingetragen")).getByText(text).waitFor();
});

test("a delegate and a substitute beside each other: named, asked, confirmed", async () => {
  const page = await world.open("/");
  const delegate = await choose(page, "Delegierte Person, Handwerkskammer");
  await delegate.sees(/^Einladung/);
  const substitute = await showBeside(page, "Stellvertretung 1, Handwerkskammer");
  const left = chatOf(page, "Delegierte Person, Handwerkskammer");
  await left.presses("Vertretung kommt");
  await left.presses("Stellvertretung 1");
  await left.sees("Vertretung benannt");
  await substitute.sees("Sie sind als Vertretung benannt");
  await substitute.presses("Ich komme");
  await substitute.sees("Ihre Zusage ist eingetragen");
  await left.sees("Ihre Vertretung ist eingetragen");
});

test("the third member of a group with two seats waits, and moves up when a seat becomes free", async () => {
  await addThird("CDU-Fraktion", "Delegierte Person 3");
  const office = await asSomebody("Geschäftsstelle");
  await office.says("sitzung einladen");
  await office.sees(/Vorschau: Einladung/);
  await office.presses(/^(1 Einladung senden|Sofort senden)/);
  for (const number of [1, 2]) {
    const member = await asSomebody(`Delegierte Person ${number}, CDU-Fraktion`);
    await member.presses("Ich komme");
    await member.sees("Ihre Zusage ist eingetragen");
  }
  const third = await asSomebody("Delegierte Person 3, CDU-Fraktion");
  await third.presses("Ich komme");
  await third.sees("Sie stehen auf der Warteliste");
  await (await asSomebody("Delegierte Person 1, CDU-Fraktion")).says("absage");
  await third.sees("Sie sind nachgerückt");
});

test("a lost answer is asked for again and counts once", async () => {
  const page = await world.open("/");
  const dgb = await choose(page, "Delegierte Person, DGB");
  await dgb.sees(/^Einladung/);
  let lost = 0;
  await page.route("**/page/say", async (route) => {
    if (lost++ > 0) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await dgb.says("hilfe");
  await dgb.sees(/Hilfe/);
  await page.waitForTimeout(1500);
  expect(lost).toBe(2);
  expect(await dgb.pane.locator("article.person").count()).toBe(1);
  expect(await dgb.pane.getByRole("heading", { name: /Hilfe/ }).count()).toBe(1);
});

test("when the clock is moved, the silent are reminded, and the answer is counted", async () => {
  const page = await world.open("/");
  const verdi = await choose(page, "Delegierte Person, ver.di");
  await verdi.sees(/^Einladung/);
  const reminder = verdi.pane.getByRole("heading", { name: /^Erinnerung/ });
  for (let steps = 0; steps < 10 && (await reminder.count()) === 0; steps++) {
    expect(await moveClock(page, "next")).toContain("Die Uhr steht auf");
    await page.waitForTimeout(700);
  }
  await reminder.waitFor();
  await verdi.presses("Ich kann nicht");
  await verdi.sees("Ihre Absage ist eingetragen");
  const office = await asSomebody("Geschäftsstelle");
  await office.says("rückmeldung");
  const overview = await office.sees(/^Rückmeldungen/);
  await overview.getByLabel("Zeigen").selectOption({ label: "abgesagt" });
  await overview.getByText(/ver\.di/).waitFor();
});

test("the office and a delegate beside each other, as the README shows them", async () => {
  const page = await world.open("/");
  const delegate = await choose(page, "Delegierte Person, WfG");
  await delegate.presses("Ich komme");
  await (await delegate.sees("Ihre Zusage ist eingetragen")).scrollIntoViewIfNeeded();
  const office = await showBeside(page, "Geschäftsstelle");
  const messages = office.pane.locator("article");
  const before = await messages.count();
  await office.says("rückmeldung");
  await messages.nth(before + 1).waitFor();
  await office.pane.locator("form:not([aria-busy])").last().waitFor();
  await page.screenshot({ path: path.join(docs, "page.png") });
});

test("the clock never goes back, and says so", async () => {
  const page = await world.open("/");
  await choose(page, "Delegierte Person, IHK");
  expect(await moveClock(page, { day: "2020-01-01", clock: "09:00" })).toContain("Die Uhr geht nur vor");
});

test("somebody unknown is told how to be linked, and nothing else", async () => {
  const guest = await asSomebody("Eine unbekannte Person");
  const first = await guest.sees("Bündnisbot");
  await first.getByText(/Zugangscode/).waitFor();
  await guest.says("sitzung liste");
  await guest.pane.locator("article.bot").nth(1).waitFor();
  expect(await guest.pane.getByText(showDay(meetingDay, "de")).count()).toBe(0);
});

test("whoever chooses English gets the page in English", async () => {
  const page = await world.open("/");
  const jobs = await choose(page, "Delegierte Person, Jobcenter");
  await jobs.says("einstellungen sprache EN");
  await page.getByRole("textbox", { name: "Message" }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
});

test("everything can be done by keyboard, and the focus stays with the card", async () => {
  const page = await world.open("/");
  const tabTo = async (wanted: RegExp) => {
    for (let n = 0; n < 80; n++) {
      await page.keyboard.press("Tab");
      if (wanted.test(await focused(page))) return;
    }
    throw new Error(`Tab never reached ${wanted}`);
  };
  await tabTo(/^A Delegierte Person, Chempark|^A Delegierte Person, .*Chempark/);
  await page.keyboard.press("Enter");
  const chat = chatOf(page);
  await chat.sees(/^(Einladung|Erinnerung)/);
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("A Zum Nachrichtenfeld");
  await page.keyboard.press("Enter");
  await page.keyboard.type("status");
  await page.keyboard.press("Enter");
  await chat.pane.locator("article.person").waitFor();
  await page.locator("[role=log]").focus();
  await tabTo(/^BUTTON Ich komme/);
  await page.keyboard.press("Enter");
  await chat.sees("Ihre Zusage ist eingetragen");
  expect(await focused(page)).toBe("H3 Ihre Zusage ist eingetragen");
  await tabTo(/^BUTTON Nur zeitweise/);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  expect(await focused(page)).toMatch(/^INPUT/);
  await page.keyboard.press("Escape");
  expect(await focused(page)).toMatch(/^BUTTON Nur zeitweise/);
});

test("on a phone nothing is wider than the screen", async () => {
  const page = await world.open("/", { viewport: { width: 360, height: 740 } });
  expect(await overhang(page)).toBe(0);
  const chat = await choose(page, "Delegierte Person, IHK");
  await chat.sees("Ihre Zusage ist eingetragen");
  expect(await overhang(page)).toBe(0);
  await (await chat.sees("Ihre Zusage ist eingetragen")).scrollIntoViewIfNeeded();
  await page.screenshot({ path: path.join(docs, "page-phone.png") });
  await chat.presses("Zeiten ändern");
  await page.getByRole("dialog").waitFor();
  expect(await overhang(page)).toBe(0);
  await page.keyboard.press("Escape");
  await page.getByText("Uhr vorstellen", { exact: true }).click();
  expect(await overhang(page)).toBe(0);
});

/** A council group may have more members than seats; the first alliance has none yet. */
async function addThird(organisation: string, name: string): Promise<void> {
  const prisma = openPrisma(world.databaseUrl);
  try {
    const { id, allianceId, places } = await prisma.organisation.findFirstOrThrow({ where: { nameDe: organisation }, include: { places: true } });
    const [seat] = places;
    if (!seat) throw new Error(`${organisation} has no seat`);
    const personId = `${id}-third`;
    await prisma.person.create({ data: { id: personId, allianceId, name, nameEn: name, organisationId: id, language: "de", roles: [], email: null } });
    await prisma.holding.create({ data: { id: personId, allianceId, seatId: seat.id, personId, kind: "holder", position: 3, verified: true } });
  } finally {
    await prisma.$disconnect();
  }
  // Opening the chat once links the account.
  await (await asSomebody(`${name}, ${organisation}`)).sees(/Willkommen/);
}
