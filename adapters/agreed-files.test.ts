// The follow-up list and the picture of the objectives, fetched over HTTP as a browser or a messenger does.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createBot } from "../src/bot.ts";
import { buttonsOf } from "../src/card.ts";
import { onTheDay, someTasks } from "../src/testing/agreed.ts";
import { adding } from "../src/testing/tour.ts";
import type { World } from "../src/testing/world.ts";
import { at } from "../src/time.ts";
import { serveFile } from "./files.ts";
import { createLinks } from "./links.ts";
import { drawPng } from "./picture.ts";

const secret = "secret";
let world: World;
let server: Server;
let bot: ReturnType<typeof createBot>;
let address: string;

beforeAll(async () => {
  const nasty = someTasks().map((it) => (it.number === 3 ? { ...it, title: '=SUMME(A1); "A\nB"', delay: "+49", outcome: "@alle" } : it));
  world = await onTheDay((rows) => adding(rows, { Task: nasty }));
  server = createServer((request, response) => void serveFile({ store: world.store, secret, now: () => world.now }, request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  bot = createBot({ ...world.ports(), links: createLinks(address, secret, () => world.now) });
});
afterAll(() => void server.close());

let count = 0;
async function shown(words: string, who = "office") {
  const from = { messenger: "test", tenant: "T", user: who, address: { chat: who } };
  const outcome = await bot.handle({ key: `k${++count}`, from, place: "direct", said: { words, command: true }, window: false, answer: "inline" });
  if (!("show" in outcome)) throw new Error("nothing is shown");
  return outcome.show;
}
const fileOf = async (words: string): Promise<string> => buttonsOf(await shown(words)).flatMap((it) => ("url" in it ? [it.url] : []))[0] ?? "";
async function pictureOf(): Promise<string> {
  const image = (await shown("ziele bild")).elements.find((it) => it.type === "image");
  return image?.type === "image" ? image.url : "";
}

test("the list is a CSV file as German spreadsheets want it: semicolon, byte order mark, CRLF, no formulas", async () => {
  const response = await fetch(await fileOf("aufgabe liste"));
  expect([response.status, response.headers.get("content-type"), response.headers.get("cache-control")]).toEqual([200, "text/csv; charset=utf-8", "no-store"]);
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="wiedervorlage-2026-09-15.csv"');
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [columns, first, ...rest] = bytes.subarray(3).toString("utf8").split("\r\n");
  expect(columns).toBe("Nr.;Vereinbarung;Tagesordnungspunkt (TOP);Federführend;Beteiligt;Ziel;Frist;Stand;Verzögerungsgrund;Erledigungsvermerk");
  expect(first).toBe("A-1;Flyer zur Teilzeitausbildung abstimmen;;IHK;;Langzeitarbeitslosigkeit senken;10.09.2026;offen;;");
  const disarmed = rest.find((line) => line.startsWith("A-3"));
  expect(disarmed).toContain(`"'=SUMME(A1);`);
  expect(disarmed?.endsWith("'+49;'@alle")).toBe(true);
});

test("the link to the list lasts a day, and is worth nothing to whoever has left the office", async () => {
  const url = await fileOf("aufgabe liste");
  const [office] = world.store.rows("Person").filter(({ id }) => id === "office");
  if (!office) throw new Error("the office is gone");
  world.store.seed({ Person: [{ ...office, roles: [] }] });
  expect((await fetch(url)).status).toBe(404);
  world.store.seed({ Person: [office] });
  expect((await fetch(url)).status).toBe(200);
  const now = world.now;
  world.now = at("2026-09-17", "10:00");
  expect((await fetch(url)).status).toBe(404);
  world.now = now;
});

test("the picture is a PNG that may stand on other pages, and shows what it showed first", async () => {
  const url = await pictureOf();
  expect(url).toMatch(/\.png$/);
  const response = await fetch(url);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect(response.headers.get("content-disposition")).toBe('inline; filename="ziele-2026-09-15.png"');
  const png = Buffer.from(await response.arrayBuffer());
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1000, 150 + 8 * 84 + 20]);
  world.store.seed({ Task: someTasks().map((it) => ({ ...it, state: "confirmed" as const })) });
  world.now = at("2026-10-30", "10:00");
  expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(png)).toBe(true);
});

test("a picture's link that was changed, or names another alliance, leads nowhere", async () => {
  const url = new URL(await pictureOf());
  expect((await fetch(`${url.origin}${url.pathname.replace("A", "B")}`)).status).toBe(404);
  const foreign = createLinks(address, secret, () => world.now).file("picture", { alliance: "other", lang: "de", day: "2026-09-15", bars: "1.1.1.1.0" });
  expect((await fetch(foreign ?? "")).status).toBe(404);
});

test("German text is drawn with a font of the bot's own, where no fonts are installed", () => {
  const svg = (text: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="60"><text x="5" y="40" font-size="30" font-family="Source Sans 3, sans-serif">${text}</text></svg>`;
  const drawn = ["", "Ärger", "Arger", "Prüfung „ß“", "Prufung „s“"].map((text) => drawPng(svg(text)).toString("base64"));
  // Each differs from every other: no letter is missing, and none is an empty box.
  expect(new Set(drawn).size).toBe(drawn.length);
});
