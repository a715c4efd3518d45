// The catalogue of questions, fetched over HTTP as a browser does: a CSV file for the office, with no formula of anybody in it.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createBot } from "../src/bot.ts";
import { buttonsOf } from "../src/card.ts";
import { fewQuestions, withQuestions } from "../src/testing/catalogue.ts";
import type { World } from "../src/testing/world.ts";
import { serveFile } from "./files.ts";
import { createLinks } from "./links.ts";

const secret = "secret";
let world: World;
let server: Server;
let address: string;

beforeAll(async () => {
  const nasty = { number: 40, text: '=HYPERLINK("https://boese.example";"x")\n<!channel> *fett*?', background: "@alle; +49", state: "admitted" as const };
  world = await withQuestions([...fewQuestions, nasty]);
  server = createServer((request, response) => void serveFile({ store: world.store, secret, now: () => world.now }, request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

let count = 0;
async function link(who = "office"): Promise<string | undefined> {
  const bot = createBot({ ...world.ports(), links: createLinks(address, secret, () => world.now) });
  const from = { messenger: "test", tenant: "T", user: who, address: { chat: who } };
  const said = { words: "frage liste", command: true };
  const outcome = await bot.handle({ key: `k${++count}`, from, place: "direct", said, window: false, answer: "inline" });
  return "show" in outcome ? buttonsOf(outcome.show).flatMap((it) => ("url" in it ? [it.url] : []))[0] : undefined;
}

test("the catalogue is a file as German spreadsheets want it, and whatever people wrote stays text", async () => {
  const response = await fetch((await link()) ?? "");
  expect([response.status, response.headers.get("content-type"), response.headers.get("cache-control")]).toEqual([200, "text/csv; charset=utf-8", "no-store"]);
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="fragen-2026-10-07.csv"');
  const [columns, ...lines] = Buffer.from(await response.arrayBuffer())
    .subarray(3)
    .toString("utf8")
    .split("\r\n");
  expect(columns).toBe("Nr.;Fraktion;Gefragte Organisation;Ziel;Frage;Hintergrund;Stand;Unterstützung;Antwort");
  expect(lines.map((line) => line.split(";").slice(0, 3).join(" "))).toEqual([
    "F-3 CDU-Fraktion Agentur für Arbeit",
    "F-12 SPD-Fraktion IHK",
    "F-40 SPD-Fraktion Agentur für Arbeit",
    "F-7 SPD-Fraktion Agentur für Arbeit",
    "F-8 ohne Namen IHK",
    "",
  ]);
  const disarmed = lines.find((line) => line.startsWith("F-40"));
  expect(disarmed).toContain(`;"'=HYPERLINK(""https://boese.example"";""x"")\n<!channel> *fett*?";"'@alle; +49";`);
});

test("the link is offered to the office alone, lasts a day, and is worth nothing to whoever has left the office", async () => {
  expect([await link("spd-1"), await link("ihk-1")]).toEqual([undefined, undefined]);
  const url = (await link()) ?? "";
  const [office] = world.store.rows("Person").filter(({ id }) => id === "office");
  if (!office) throw new Error("the office is gone");
  world.store.seed({ Person: [{ ...office, roles: [] }] });
  expect((await fetch(url)).status).toBe(404);
  world.store.seed({ Person: [office] });
  const then = world.now;
  world.now = new Date(then.getTime() + 25 * 3_600_000);
  expect((await fetch(url)).status).toBe(404);
  world.now = then;
  expect((await fetch(url)).status).toBe(200);
});
