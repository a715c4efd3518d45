// The tours of the talks: registered, waiting, released, confirmed, swapped, called on the day; and the office's draft.
import type { Talk } from "../speaker/model.ts";
import { at } from "../time.ts";
import { account, person } from "./examples.ts";
import type { SomeRows } from "./store.ts";
import { adding, invited, invitedToWorkshop, larger, newestMeeting, press, type Tour } from "./tour.ts";
import type { World } from "./world.ts";

const lots = "Ausbildungslotsen im Handwerk und in den Betrieben der ganzen Region, Teil 1";
const about = "Lotsen begleiten junge Menschen in die Ausbildung. Wir suchen Partner.";

async function register(world: World, who: string, title: string, more: Readonly<Record<string, string>> = {}) {
  await world.say(who, "redebeitrag neu");
  await world.fill(who, { title, about, kind: "new", ...more });
}
const talkOf = (world: World, who: string): Talk | undefined => world.store.rows("Talk").find((it) => it.personId === who && it.state !== "withdrawn");
const idOf = (world: World, who: string): string => talkOf(world, who)?.id ?? "";

async function publish(world: World) {
  await world.say("office", "programm veröffentlichen");
  await world.tap("office", "programme.publishNow");
}

const registered: Tour = async (open) => {
  const world = await invited(open);
  await world.say("ihk-1", "redebeitrag");
  await world.say("ihk-1", "programm");
  await world.say("office", "programm");
  await world.say("office", "programm entwurf");
  await world.say("office", "programm veröffentlichen");
  await world.say("office", "programm jetzt");
  await world.tap("ihk-1", "rsvp.accept");
  await world.tap("ihk-1", "talk.new");
  await world.fill("ihk-1", { title: "", about });
  await world.fill("ihk-1", { title: lots, about, kind: "new", minutes: "40" });
  await world.tap("ihk-1", "talk.more");
  await world.fill("ihk-1", { title: "" });
  await world.fill("ihk-1", { link: "ftp://example.org" });
  await world.fill("ihk-1", { minutes: "59", needs: "Ton", with: "Stellvertretung 1, IHK", slides: "yes" });
  await register(world, "dgb-1", "Gute Arbeit", { minutes: "59" });
  await register(world, "ihk-1", "Noch ein Vorhaben", { minutes: "5" });
  await world.say("ihk-1", "redebeitrag");
  await world.tap("ihk-1", "talk.open");
  await world.say("ihk-1", "status");
  await world.say("cdu-1", "redebeitrag");
  await world.say("office", "redebeitrag");
  await press(world, "dgb-1", "talk.withdraw", { meeting: newestMeeting(world), talk: idOf(world, "ihk-1") });
  await press(world, "dgb-1", "talk.open", { meeting: newestMeeting(world), talk: "gone" });
  await world.say("office", "programm entwurf");
  await world.tap("office", "programme.draft", { filter: "waiting" });
  await world.tap("office", "programme.draft", { filter: "owing" });
  await world.tap("office", "programme.order");
  await world.tap("office", "programme.order", { order: "balanced" });
  await world.tap("office", "programme.decide", { talk: idOf(world, "dgb-1") });
  await world.tap("office", "programme.decide", { draft: "in" });
  await world.tap("office", "programme.decide", { talk: idOf(world, "dgb-1") });
  await world.tap("office", "programme.decide", { place: "1" });
  await world.tap("office", "programme.publish");
  await world.tap("ihk-1", "talk.withdraw");
  await world.tap("ihk-1", "talk.new", { talk: world.store.rows("Talk").find(({ state }) => state === "withdrawn")?.id ?? "" });
};

const released: Tour = async (open) => {
  const world = await invited(open);
  await register(world, "ihk-1", "Ausbildungslotsen");
  await register(world, "dgb-1", "Gute Arbeit");
  await register(world, "ob-1", "Stadt der Arbeit");
  await register(world, "agentur-1", "Wege in Arbeit");
  await world.say("office", "programm entwurf");
  await world.tap("office", "programme.decide", { talk: idOf(world, "agentur-1") });
  await world.tap("office", "programme.decide", { draft: "out" });
  await publish(world);
  await world.tap("agentur-1", "talk.claim", { answer: "no" });
  await press(world, "agentur-1", "talk.claim", { meeting: newestMeeting(world), talk: idOf(world, "agentur-1"), answer: "yes" });
  await world.say("dgb-1", "programm");
  await world.say("dgb-1", "status");
  await world.say("office", "programm entwurf");
  await world.tap("office", "programme.decide", { talk: idOf(world, "dgb-1") });
  await world.tap("ihk-1", "talk.confirm");
  await world.tap("ihk-1", "talk.swap");
  await world.fill("ihk-1", { with: idOf(world, "dgb-1") });
  await world.tap("dgb-1", "talk.swapAnswer", { answer: "no" });
  await press(world, "ihk-1", "talk.swap", { meeting: newestMeeting(world), talk: idOf(world, "ihk-1"), with: idOf(world, "dgb-1") });
  await world.tap("dgb-1", "talk.swapAnswer", { answer: "yes" });
  await world.say("office", "sitzung");
  await world.tap("office", "meeting.change");
  await world.tap("office", "meeting.agenda");
  await world.fill("office", { [world.formOf("office")?.fields[0]?.name ?? ""]: "20" });
  await press(world, "dgb-1", "talk.link", { meeting: newestMeeting(world), talk: idOf(world, "dgb-1") });
  await world.fill("dgb-1", { link: "example.org" });
  await world.fill("dgb-1", { link: "https://example.org/folien" });
  await press(world, "dgb-1", "talk.noSlides", { meeting: newestMeeting(world), talk: idOf(world, "dgb-1") });
  await world.tap("ob-1", "talk.withdraw");
};

const day: Tour = async (open) => {
  const world = await invited(open);
  await register(world, "ihk-1", "Ausbildungslotsen");
  await register(world, "dgb-1", "Gute Arbeit");
  await publish(world);
  await world.clock(at("2026-09-29", "10:00"));
  world.now = at("2026-10-01", "10:00");
  await press(world, "dgb-1", "talk.more", { meeting: newestMeeting(world), talk: idOf(world, "dgb-1") });
  world.now = at("2026-10-07", "14:40");
  await world.say("dgb-1", "redebeitrag neu");
  await world.say("ob-1", "programm jetzt");
  await world.tap("ob-1", "programme.step", { what: "begin" });
  world.now = at("2026-10-07", "14:52");
  await world.say("dgb-1", "programm jetzt");
  await world.gesture("dgb-1", { words: "programm jetzt", command: true }, { place: "channel", window: false });
  await world.gesture("dgb-1", { words: "programm", command: true }, { place: "channel", window: false });
  await world.say("ob-1", "programm jetzt");
  await world.tap("ob-1", "programme.step", { what: "held" });
  await world.say("ihk-1", "redebeitrag");
  await world.tap("ob-1", "programme.step", { what: "missed" });
  await world.say("dgb-1", "redebeitrag");
  await world.say("dgb-1", "programm jetzt");
};

const late: Tour = async (open) => {
  const world = await invited(open, larger);
  world.now = at("2026-09-28", "10:00");
  await world.say("dgb-1", "redebeitrag");
  await register(world, "dgb-1", "Spät gemeldet");
  await world.tap("office", "programme.decide", { draft: "in" });
  for (let n = 1; n <= 9; n++) {
    await world.say("office", `redebeitrag für Unternehmen ${n}`);
    await world.fill("office", { speaker: `p${n}`, via: "email" });
    await world.fill("office", { title: `Vorhaben ${n}`, about, kind: "existing", minutes: "5" });
  }
  await world.say("office", "programm entwurf");
  await world.tap("office", "programme.draft", { page: "2" });
  await world.say("office", "redebeitrag für ver.di");
  await world.fill("office", { speaker: "verdi-1", via: "phone" });
  await world.fill("office", { title: "Tarif", about, kind: "new", minutes: "30" });
  await world.say("office", "programm entwurf");
  await world.tap("office", "programme.draft", { page: "2" });
  await world.tap("office", "programme.decide", { talk: idOf(world, "verdi-1") });
  await world.tap("office", "programme.decide", { draft: "in" });
  await world.say("office", "redebeitrag für Niemand");
  await world.say("office", "redebeitrag für Unternehmen");
  await publish(world);
  const alone = await invited(open);
  await register(alone, "ihk-1", "Allein");
  await publish(alone);
  await press(alone, "ihk-1", "talk.swap", { meeting: newestMeeting(alone), talk: idOf(alone, "ihk-1") });
  const draft = open(at("2026-09-09", "10:00"), (rows) => adding(rows, {}));
  await draft.say("office", "sitzung neu am 07.10.2026");
  await draft.say("office", "programm veröffentlichen");
  const workshop = await invitedToWorkshop(open);
  await workshop.say("ihk-1", "redebeitrag neu");
  await workshop.say("ihk-1", "programm");
};

/** The keynote's organisation is asked twice, and completes it; others are shown another way. */
const keynote: Tour = async (open) => {
  const world = await invited(open);
  const meeting = newestMeeting(world);
  await world.say("agentur-1", "redebeitrag");
  await press(world, "ihk-1", "keynote.show", { meeting });
  await press(world, "cdu-1", "keynote.title", { meeting });
  await world.clock(at("2026-09-23", "10:00"));
  await world.tap("agentur-1", "keynote.title");
  await world.fill("agentur-1", { title: "", speaker: "Leitung" });
  await world.fill("agentur-1", { speaker: "" });
  await world.fill("agentur-1", { speaker: "Leitung der Agentur für Arbeit" });
  await world.tap("agentur-1", "keynote.link");
  await world.fill("agentur-1", { link: "javascript:alert(1)" });
  await world.fill("agentur-1", { link: "https://example.org/keynote" });
  await world.say("ihk-1", "sitzung");
  await world.say("office", "programm entwurf");
  await world.tap("office", "keynote.show");
  await world.tap("office", "keynote.noSlides");
  world.now = at("2026-10-01", "10:00");
  await press(world, "agentur-1", "keynote.link", { meeting });
  const workshop = await invitedToWorkshop(open);
  await press(workshop, "agentur-1", "keynote.show", { meeting: newestMeeting(workshop) });
};

/** What comes after the programme, and what becomes of the talks of a meeting that moves or does not take place. */
const afterwards: Tour = async (open) => {
  const world = await invited(open);
  const meeting = newestMeeting(world);
  await register(world, "ihk-1", "Erstes", { minutes: "40" });
  await register(world, "dgb-1", "Zweites", { minutes: "30" });
  await world.say("office", "programm veröffentlichen");
  await world.tap("office", "programme.publish", { part: "text" });
  await world.tap("office", "programme.publish");
  await world.tap("office", "programme.publishNow");
  await register(world, "ob-1", "Danach", { minutes: "5" });
  await world.say("office", "programm entwurf");
  await world.tap("office", "programme.draft", { objective: world.store.rows("Objective")[0]?.id ?? "" });
  await press(world, "office", "talk.more", { meeting, talk: idOf(world, "dgb-1") });
  await world.fill("office", { minutes: "15" });
  await world.say("ihk-1", "sitzung");
  world.store.seed({ Organisation: world.store.rows("Organisation").map((it) => (it.id === "ihk" ? { ...it, mayPresent: false } : it)) });
  await world.say("office", "programm entwurf");
  await press(world, "office", "meeting.move", { meeting, sequence: String(world.store.rows("Meeting")[0]?.sequence ?? 0), day: "2026-10-14" });
  world.now = at("2026-10-12", "10:00");
  await press(world, "office", "meeting.cancelNow", { meeting, sequence: String(world.store.rows("Meeting")[0]?.sequence ?? 0), sent: "1" });
  await world.say("office", "programm entwurf");
  await press(world, "ihk-1", "talk.open", { meeting, talk: idOf(world, "ihk-1") });
  const soon = open(at("2026-10-05", "10:00"));
  await soon.say("office", "sitzung neu am 07.10.2026");
  await soon.tap("office", "meeting.invite");
  await soon.tap("office", "meeting.inviteNow");
  await register(soon, "ihk-1", "Kurzfristig");
  await soon.say("ihk-1", "programm");
};

/** A secretariat registers for the people it answers for. */
const secretariat: Tour = async (open, language) => {
  const behind = (people: readonly string[]) => (rows: SomeRows) =>
    adding(rows, {
      Person: [
        person({ id: "desk", allianceId: "kba", organisationId: "verdi", name: "Sekretariat", nameEn: "Secretariat", language, welcomedAt: new Date(0) }),
      ],
      Account: [account({ id: "acc-desk", allianceId: "kba", personId: "desk", messenger: "test", tenant: "T", user: "desk", address: { chat: "desk" } })],
      StandIn: people.map((personId) => ({ actorId: "desk", personId, allianceId: "kba" })),
    });
  const several = await invited(open, behind(["verdi-1", "dgb-1"]));
  await several.say("desk", "redebeitrag neu");
  await several.fill("desk", { speaker: "dgb-1" });
  await several.fill("desk", { title: "Gute Arbeit", about, kind: "new" });
  await several.say("desk", "redebeitrag");
};

export const talkTours: readonly Tour[] = [registered, released, day, late, keynote, afterwards, secretariat];
