// The page's doors: only this machine, only this page, only what it sends itself; every refusal says what to do.
import { request } from "node:http";
import { fixture } from "./fixtures/index.ts";
import { all, byTag, readMarkup } from "./fixtures/markup.ts";
import { openWorld, type World } from "./fixtures/world.ts";
import { createPage, type Parts } from "./index.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const json = (more: Readonly<Record<string, string>> = {}) => ({ origin: `http://127.0.0.1:${world.port}`, "content-type": "application/json", ...more });
const say = JSON.stringify(fixture("say"));

test.each(["evil.example", "evil.example:3000", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example", "0.0.0.0:3000"])(
  "a foreign name for this machine is refused: %s",
  async (host) => {
    const { status, text } = await world.ask("GET", "/", { host });
    expect([status, byTag(readMarkup(text), "h1").length]).toEqual([403, 1]);
    expect((await world.ask("POST", "/page/say", { ...json(), host, origin: `http://${host}` }, say)).status).toBe(403);
    expect(world.heard).toEqual([]);
  },
);

test("this machine's own names are welcome", async () => {
  for (const name of ["127.0.0.1", "localhost", "[::1]"]) expect((await world.ask("GET", "/", { host: `${name}:${world.port}` })).status).toBe(200);
});

test.each<Readonly<Record<string, string>>>([
  { origin: "https://evil.example" },
  { origin: "null" },
  { origin: "" },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
  { "sec-fetch-site": "none" },
])("a gesture made by another page is refused: %j", async (headers) => {
  const { status, text } = await world.ask("POST", "/page/say", json(headers), say);
  expect([status, JSON.parse(text).text]).toEqual([403, expect.stringContaining(`http://127.0.0.1:${world.port}`)]);
  expect(world.heard).toEqual([]);
});

test("a gesture without an origin is refused, and what came through a proxy", async () => {
  expect((await world.ask("POST", "/page/say", { "content-type": "application/json" }, say)).status).toBe(403);
  for (const header of ["forwarded", "x-forwarded-for"]) expect((await world.ask("GET", "/", { [header]: "10.0.0.1" })).status).toBe(403);
});

test("another page may link here, but not reach in", async () => {
  expect((await world.ask("GET", "/", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" })).status).toBe(200);
  expect((await world.ask("GET", "/page/events?a=ihk", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "cors" })).status).toBe(403);
});

test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp", ""])("%s is no body of ours", async (type) => {
  expect((await world.ask("POST", "/page/say", json({ "content-type": type }), say)).status).toBe(400);
  expect(world.heard).toEqual([]);
});

test("a body of more than 64 kB is refused in words, declared or not", async () => {
  const body = JSON.stringify({ ...fixture("say"), words: "ä".repeat(40_000) });
  const { status, text } = await world.ask("POST", "/page/say", json(), body);
  expect([status, JSON.parse(text).text]).toEqual([413, expect.stringContaining("kürzen")]);
  const streamed = await new Promise<number | undefined>((resolve, reject) => {
    const sent = request(
      { host: "127.0.0.1", port: world.port, method: "POST", path: "/page/say", headers: json({ "transfer-encoding": "chunked" }) },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    sent.on("error", reject);
    for (let n = 0; n < 10; n++) sent.write("x".repeat(20_000));
    sent.end();
  });
  expect(streamed).toBe(413);
});

test.each(["", "{", "null", "[]", '"x"', '{"who":"ihk"}', '{"who":["ihk"]}'])("what cannot be read changes nothing: %s", async (body) => {
  const { status, text } = await world.ask("POST", "/page/say", json(), body);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(JSON.parse(text).text).not.toBe("");
  expect(world.heard).toEqual([]);
});

test("nobody acts as somebody who does not exist", async () => {
  const { status, text } = await world.post("say", { ...fixture("say"), who: "<b>nobody</b>" });
  expect([status, text.includes("nobody")]).toEqual([404, false]);
  const page = await world.ask("GET", "/?who=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
  expect([page.status, page.text.includes("alert(1)")]).toEqual([404, false]);
  expect(byTag(readMarkup(page.text), "li").length).toBeGreaterThan(2);
});

test("every answer carries the strict headers, and no page runs or styles anything inside its text", async () => {
  for (const path of ["/", "/?who=ihk&beside=job", "/page/static/page.js", "/page/none", "/?who=none"]) {
    const { headers } = await world.ask("GET", path);
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|data:|https?:|\*/);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cache-control": "no-store",
    });
  }
  const nodes = all(readMarkup((await world.ask("GET", "/?who=ihk")).text));
  expect(nodes.filter(({ tag, attributes }) => tag === "script" && !attributes["src"]?.startsWith("/page/static/"))).toEqual([]);
  expect(nodes.flatMap(({ attributes }) => [attributes["src"], attributes["href"]]).filter((it) => it !== undefined && !/^[/#]/.test(it))).toEqual([]);
});

test("files are those of the folder's list and no others", async () => {
  for (const name of ["base.css", "page.css", "card.css", "page.js", "chat.js", "icon.svg"]) {
    const { status, text } = await world.ask("GET", `/page/static/${name}`);
    expect([status, text.length > 100]).toEqual([200, true]);
  }
  for (const name of ["..%2findex.ts", "../index.ts", "tsconfig.json", "toString", ""])
    expect((await world.ask("GET", `/page/static/${name}`)).status).toBe(404);
});

test("other paths are left to others, other methods are not taken", async () => {
  for (const path of ["/healthz", "/slack/events", "//", "/pages", "/page"])
    expect([(await world.ask("GET", path)).status, (await world.ask("GET", path)).text]).toEqual([404, "elsewhere"]);
  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"]) expect((await world.ask(method, "/page/say", json())).status).toBe(404);
  expect((await world.post("toString", {})).status).toBe(404);
});

test("a fault is told in words and logged, without its text", async () => {
  world.outcome = () => Promise.reject(new Error("geheim"));
  const { status, text } = await world.post("say", fixture("say"));
  expect([status, text.includes("geheim")]).toEqual([500, false]);
  expect(world.faults).toMatchObject([{ message: "geheim" }]);
});

test("in production there is no page", () => {
  const before = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "production";
  try {
    expect(() => createPage({} as Parts)).toThrow(/does not start with NODE_ENV=production/);
  } finally {
    process.env["NODE_ENV"] = before;
  }
});
