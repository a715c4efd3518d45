// Slack as people use it, on local-slack: first the adapter with a bot that answers as it is told, then the story of an invitation.
import { createServer, type Server } from "node:http";
import { createSlack, type Slack } from "../../adapters/slack/index.ts";
import { card } from "../../src/card.ts";
import type { Form } from "../../src/form.ts";
import type { Incoming } from "../../src/incoming.ts";
import { ask, type Outcome, refuse, show } from "../../src/outcome.ts";
import { wish } from "../../src/wish.ts";
import { untilReady } from "../slack-bots.ts";
import { freePort, hasLocalSlack, type LocalSlack, startLocalSlack } from "./slack-local.ts";
import { type People, type Person, people } from "./slack-people.ts";

const form: Form = {
  name: "meeting.new",
  title: "Sitzung anlegen",
  submit: "Anlegen",
  cancel: "Abbrechen",
  wish: wish("meeting.new"),
  fields: [
    { name: "day", label: "Tag", required: true, kind: { type: "day" }, initial: "2026-10-07" },
    { name: "start", label: "Beginn", required: true, kind: { type: "clock" }, initial: "14:00" },
    { name: "place", label: "Ort", required: true, kind: { type: "text", max: 200 } },
    {
      name: "kind",
      label: "Art",
      required: true,
      kind: {
        type: "one",
        options: [
          { value: "regular", label: "Sitzung" },
          { value: "workshop", label: "Workshop" },
        ],
      },
      initial: "regular",
    },
    {
      name: "items",
      label: "Punkte",
      required: false,
      kind: {
        type: "many",
        options: [
          { value: "keynote", label: "Impuls" },
          { value: "qa", label: "Fragerunde" },
        ],
      },
    },
  ],
};
const list = (chosen: number) =>
  card("reply.list", "Rückmeldungen", {
    choice: {
      type: "choice",
      label: "Auswahl",
      chosen,
      options: [
        { label: "Alle", wish: wish("reply.list", { meeting: "m1" }) },
        { label: "Ohne Antwort", wish: wish("reply.list", { meeting: "m1", state: "silent" }) },
      ],
    },
    rows: ["IHK · zugesagt", "DGB · ohne Antwort"],
  });

/** Answers each gesture from what it says, and posts what a bot would owe. */
function told(it: Incoming): Outcome {
  const { said } = it;
  if ("sent" in said)
    return said.answers["place"] === ""
      ? refuse("bad", list(0), { place: "Diese Angabe fehlt noch." })
      : show(card("meeting.draft", `Entwurf: ${said.answers["place"]}`, { rows: Object.entries(said.answers).map(([name, value]) => `${name}=${value}`) }));
  if ("pressed" in said) return String(said.pressed).includes("meeting.new") ? ask(form) : show(list(String(said.pressed).includes("silent") ? 1 : 0));
  if (!("words" in said)) return { silent: "none of these" };
  if (said.words === "liste") return show(list(0));
  if (said.words === "sitzung") return { show: card("meeting.show", "Sitzung am Mi, 07.10.2026"), open: true };
  return show(card("help.show", `Gelesen: ${said.words}`, { buttons: [{ label: "Sitzung anlegen", wish: wish("meeting.new") }] }));
}

const local = hasLocalSlack() ? describe : describe.skip;

local.each(["events", "socket"])("the adapter on local-slack (%s)", (mode) => {
  let peer: LocalSlack;
  let slack: Slack;
  let server: Server | undefined;
  let all: People;
  let office: Person;
  const heard: Incoming[] = [];
  const logged: unknown[] = [];

  beforeAll(async () => {
    const port = await freePort();
    const requestUrl = mode === "events" ? { requestUrl: `http://127.0.0.1:${port}/slack/events` } : {};
    peer = await startLocalSlack({
      users: [
        { id: "U01OFFICE", name: "Geschäftsstelle", email: "office@example.org" },
        { id: "U02SEAT", name: "Delegierte Person, IHK" },
      ],
      ...requestUrl,
    });
    const handle = async (incoming: Incoming): Promise<Outcome> => {
      heard.push(incoming);
      const outcome = told(incoming);
      const owed = "show" in outcome && incoming.answer === "posted" && !outcome.open;
      // The adapter's own messenger stands in for the deliveries.
      const to = { tenant: incoming.from.tenant, address: incoming.from.address };
      if (owed)
        await (incoming.card
          ? slack.messenger.update(to, incoming.card, outcome.show, outcome.show.title)
          : slack.messenger.send(to, outcome.show, outcome.show.title, incoming.key));
      return outcome;
    };
    const secrets = mode === "events" ? { signingSecret: peer.signingSecret } : { appToken: peer.appToken };
    slack = createSlack(
      { tokens: [peer.botToken], apiUrl: peer.apiUrl, ...secrets },
      { bot: { handle }, log: { info() {}, error: (...it: unknown[]) => void logged.push(it) } },
    );
    if (slack.listener) {
      server = createServer(slack.listener);
      await new Promise<void>((resolve) => server?.listen(port, "127.0.0.1", resolve));
    }
    await untilReady(slack);
    all = await people(peer);
    office = await all.person("U01OFFICE");
  });
  afterAll(async () => {
    all.close();
    await slack.stop();
    server?.closeAllConnections();
    server?.close();
    await peer.stop();
  });
  afterEach(() => {
    expect(logged).toEqual([]);
  });

  test("words in the direct chat are answered there", async () => {
    await office.writes("hallo & guten Tag");
    expect(await office.sees("Gelesen: hallo & guten Tag")).toContain("Sitzung anlegen");
    expect(heard.at(-1)?.from).toMatchObject({ tenant: "T01HOME", user: "U01OFFICE", email: "office@example.org" });
  });

  test("a button opens a form; a refused form stays and may be sent again", async () => {
    await office.presses("Sitzung anlegen");
    await office.getsWindow("Sitzung anlegen");
    expect(await office.sends({ Ort: "" })).toEqual({ place: "Diese Angabe fehlt noch." });
    expect(await office.sends({ Ort: "Rathaus Krefeld", Punkte: "Impuls, Fragerunde", Art: "Workshop" })).toEqual({});
    expect(await office.sees("Entwurf: Rathaus Krefeld")).toContain(
      "• day=2026-10-07\n• start=14:00\n• place=Rathaus Krefeld\n• kind=workshop\n• items=keynote,qa",
    );
    expect((await office.reads()).filter((text) => text.includes("Entwurf"))).toHaveLength(1);
  });

  test("a slash command is echoed; choosing on the echo repaints it", async () => {
    await office.commands("liste");
    await office.sees("Rückmeldungen");
    const before = (await office.reads()).length;
    await office.chooses("Ohne Antwort");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await office.reads()).length).toBe(before);
    expect(heard.at(-1)?.said).toEqual({ pressed: '{"c":"reply.list","a":{"meeting":"m1","state":"silent"}}' });
  });

  test("in a channel personal answers go to the direct chat, open ones are for all", async () => {
    const seat = await all.person("U02SEAT");
    await seat.commands("status", "C01HALL");
    await seat.sees("Ich habe Ihnen direkt geschrieben.");
    await seat.sees("Gelesen: status");
    await office.mentions("sitzung", "C01HALL");
    await seat.sees("Sitzung am Mi, 07.10.2026");
    expect((await office.reads()).join()).not.toContain("Gelesen: status");
  });

  test("the Home tab shows the status", async () => {
    expect(await office.opensHome()).toContain("Rückmeldungen");
  });
});
