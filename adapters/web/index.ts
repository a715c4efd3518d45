// The local page: a newcomer takes anybody's place, chats with the bot and moves the clock. Never beyond this machine.
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { translator } from "../../locales/index.ts";
import type { Messenger } from "../../src/ports.ts";
import { moveClock } from "./clock.ts";
import { renderChats, renderChoice, renderProblem, type Shown } from "./document.ts";
import { createStreams, type Pane } from "./events.ts";
import { type Reply, takeGesture } from "./gestures.ts";
import { addressOf, answer, guard, type Problem, readJson, statusOf } from "./http.ts";
import { isRoad, readMovement, readWho } from "./inbound.ts";
import { limits } from "./limits.ts";
import type { Parts } from "./parts.ts";
import { createMessenger } from "./send.ts";
import { anyGuest, findVisitor, newGuest } from "./visitor.ts";

export type { Messages, NewMessage, PageMessage, Parts, Someone } from "./parts.ts";
export { messengerName, senderOf } from "./send.ts";

export interface Page {
  readonly messenger: Messenger;
  /** Answers "/" and everything below "/page/"; false: the request is somebody else's and was not touched. Never throws. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** Ends the open streams, which would keep the server from stopping. */
  close(): void;
}

const kinds = {
  "page.js": "text/javascript",
  "chat.js": "text/javascript",
  "base.css": "text/css",
  "page.css": "text/css",
  "card.css": "text/css",
  "icon.svg": "image/svg+xml",
} as const;
type StaticName = keyof typeof kinds;
const isStatic = (name: string): name is StaticName => Object.hasOwn(kinds, name);

/** @throws where NODE_ENV is "production": whoever reaches this page may act as anybody. */
export function createPage(parts: Parts): Page {
  if (process.env["NODE_ENV"] === "production")
    throw new Error("The local page lets everybody act as anybody and does not start with NODE_ENV=production. Configure a messenger, or unset NODE_ENV.");
  const { messages, people, clock, log } = parts;
  const streams = createStreams(parts);
  const files = new Map(Object.keys(kinds).map((name) => [name, readFileSync(path.join(import.meta.dirname, "static", name), "utf8")]));

  async function get(url: URL, response: ServerResponse): Promise<Problem | undefined> {
    const file = url.pathname.slice("/page/static/".length);
    if (url.pathname === "/") return chats(url.searchParams, response);
    if (url.pathname === "/page/events") return stream(url.searchParams, response);
    if (!url.pathname.startsWith("/page/static/") || !isStatic(file)) return "path";
    answer(response, 200, kinds[file], files.get(file) ?? "");
    return undefined;
  }

  async function chats(query: URLSearchParams, response: ServerResponse): Promise<Problem | undefined> {
    const [who, beside] = [query.get("who"), query.get("beside")];
    if (who === anyGuest || beside === anyGuest) {
      for (const name of ["who", "beside"]) if (query.get(name) === anyGuest) query.set(name, newGuest());
      answer(response, 303, "text/plain", "", { location: `/?${query}` });
      return undefined;
    }
    const visitors = await Promise.all([who, beside].map((user) => findVisitor(parts, user ?? undefined)));
    const [first, second] = visitors;
    const asked = who !== null || beside !== null;
    if (!first || (beside !== null && !second)) {
      const notice = asked ? translator("de")("page.problem.person") : undefined;
      answer(response, asked ? 404 : 200, "text/html", renderChoice(await people("de"), "de", notice));
      return undefined;
    }
    const show = async (visitor: typeof first, name: Shown["name"]): Promise<Shown> => ({
      name,
      visitor,
      messages: await messages.list(visitor.user, limits.history),
    });
    const shown: [Shown, ...Shown[]] = [await show(first, "a"), ...(second ? [await show(second, "b")] : [])];
    answer(response, 200, "text/html", renderChats(shown, await people(first.lang), clock.now()));
    return undefined;
  }

  async function stream(query: URLSearchParams, response: ServerResponse): Promise<Problem | undefined> {
    const panes: Pane[] = [];
    for (const name of ["a", "b"]) {
      const visitor = await findVisitor(parts, query.get(name) ?? undefined);
      if (visitor) panes.push({ name, chat: visitor.user, lang: visitor.lang });
    }
    if (panes.length === 0) return "person";
    await streams.follow(response, panes);
    return undefined;
  }

  async function post(url: URL, request: IncomingMessage): Promise<Reply | Problem> {
    const road = url.pathname.slice("/page/".length);
    const read = await readJson(request);
    if ("problem" in read) return read.problem;
    if (isRoad(road)) return takeGesture(parts, road, read.body, streams.changed);
    if (road !== "clock") return "path";
    const visitor = await findVisitor(parts, readWho(read.body));
    if (!visitor) return "person";
    const reply = await moveClock(clock, readMovement(read.body), visitor.lang);
    streams.changed();
    return reply;
  }

  async function serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const refused = guard(request);
    if (request.method === "POST") {
      // A body nobody reads would hold the connection.
      if (refused) request.resume();
      const reply = refused ?? (await post(url, request));
      if (typeof reply === "string") answer(response, statusOf(reply), "application/json", JSON.stringify({ text: words(reply, request) }));
      else answer(response, 200, "application/json", JSON.stringify(reply));
      return;
    }
    const problem = refused ?? (request.method === "GET" || request.method === "HEAD" ? await get(url, response) : "path");
    if (problem) answer(response, statusOf(problem), "text/html", renderProblem(words(problem, request), "de"));
  }

  return {
    messenger: createMessenger(messages, clock, streams.changed),
    close: streams.close,
    async handle(request, response) {
      const url = readAddress(request);
      if (url?.pathname !== "/" && !url?.pathname.startsWith("/page/")) return false;
      try {
        await serve(request, response, url);
      } catch (error) {
        log.error("page", error);
        const text = words("fault", request);
        if (response.headersSent) response.end();
        else if (request.method === "POST") answer(response, statusOf("fault"), "application/json", JSON.stringify({ text }));
        else answer(response, statusOf("fault"), "text/html", renderProblem(text, "de"));
      }
      return true;
    },
  };
}

/** Who asks is not known here, so these sentences are German. */
function words(problem: Problem, request: IncomingMessage): string {
  const t = translator("de");
  const address = addressOf(request);
  if (problem === "elsewhere" || problem === "foreign" || problem === "path") return t(`page.problem.${problem}`, { address });
  return t(`page.problem.${problem}`);
}

function readAddress(request: IncomingMessage): URL | undefined {
  const base = "http://127.0.0.1";
  return URL.canParse(request.url ?? "", base) ? new URL(request.url ?? "", base) : undefined;
}
