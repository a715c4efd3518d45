// Starts emulate, a stand-in for Slack's Web API and OAuth written by others, behind a wire on which every call of the bot can be read.
import { spawn } from "node:child_process";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";

const entry = pathToFileURL(path.join(import.meta.dirname, "../peers/node_modules/emulate/dist/api.js")).href;

/** emulate can only be imported, which Jest's CommonJS cannot; its own program does not start on Node 20. */
const program = `
  const { createEmulator } = await import(process.argv[1]);
  const { url } = await createEmulator(JSON.parse(process.argv[2]));
  console.log(url);
  process.stdin.resume().on("end", () => process.exit());`;

// biome-ignore lint/suspicious/noExplicitAny: JSON as it comes from outside
export type Json = any;

/** What the bot asked, and what emulate answered. */
export interface Call {
  readonly method: string;
  readonly token: string | undefined;
  readonly args: Readonly<Record<string, string>>;
  readonly answer: Json;
}

export interface Emulate {
  /** Where a browser sees its pages. */
  readonly url: string;
  /** For SLACK_API_URL. */
  readonly apiUrl: string;
  /** emulate has one workspace, and its id is fixed. */
  readonly tenant: "T000000001";
  /** A public channel everybody is in. */
  readonly channel: string;
  /** The id of a person, which emulate makes up at each start. */
  user(name: string): string;
  /** A call that is not the bot's, with this token; throws where emulate refuses it. */
  ask(method: string, args: Readonly<Record<string, string>>, by: string): Promise<Json>;
  /** The bot's calls, in order. */
  readonly calls: Call[];
  /** Those that were not accepted, from this one on: the method, and why. */
  refused(from?: number): readonly string[];
  /** The address under which somebody's gesture can be answered later, and what was answered there. */
  responseUrl(user: string): string;
  readonly responses: { readonly user: string; readonly body: Json }[];
  /** The next answer to a call of this method with these words gets lost on its way back. */
  lose(method: string, words: string): void;
  stop(): Promise<void>;
}

export interface App {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}

/** The token by which a person of this name asks emulate; what people may do is nothing the tests are about. */
export const tokenOf = (name: string): string => `xoxp-${name}`;
const ofPeople = ["users:read", "channels:read", "im:read", "im:write", "im:history"];

/** Strict: a call is accepted only where its token has every scope that emulate knows for it. */
export async function startEmulate(app: App, people: readonly { readonly name: string; readonly email: string }[]): Promise<Emulate> {
  const seed = {
    strict_scopes: true,
    team: { name: "Testraum", domain: "testraum" },
    users: people,
    channels: [{ name: "allgemein" }],
    oauth_apps: [{ client_id: app.clientId, client_secret: app.clientSecret, name: "Bündnisbot", redirect_uris: [app.redirectUri], scopes: [] }],
    tokens: people.map(({ name }) => ({ token: tokenOf(name), type: "user", user: name, scopes: ofPeople })),
  };
  const { url, end } = await run({ service: "slack", port: 0, seed: { slack: seed } });
  const ask: Emulate["ask"] = async (method, args, by) => {
    const response = await fetch(`${url}/api/${method}`, { method: "POST", headers: { authorization: `Bearer ${by}` }, body: new URLSearchParams(args) });
    const answer = (await response.json()) as Json;
    if (!answer.ok) throw new Error(`emulate refused ${method}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const first = tokenOf(people[0]?.name ?? "");
  const { members } = await ask("users.list", {}, first);
  const { channels } = await ask("conversations.list", { types: "public_channel" }, first);
  const wire = await openWire(url);
  return {
    url,
    tenant: "T000000001",
    channel: channels.find(({ name }: Json) => name === "allgemein").id,
    user: (name) => members.find((it: Json) => it.name === name).id,
    ask,
    ...wire,
    refused: (from = 0) =>
      wire.calls.slice(from).flatMap(({ method, answer }) => (answer.ok ? [] : [[method, answer.error, answer.needed].filter(Boolean).join(" ")])),
    async stop() {
      await wire.close();
      await end();
    },
  };
}

async function run(options: object): Promise<{ url: string; end: () => Promise<void> }> {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program, entry, JSON.stringify(options)], { stdio: ["pipe", "pipe", "pipe"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const end = async () => {
    child.kill();
    await ended;
  };
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  for (let tries = 0; !/^http\S+$/m.test(said); tries++) {
    if (child.exitCode !== null || tries > 200) {
      await end();
      throw new Error(`emulate did not start: ${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { url: /^http\S+$/m.exec(said)?.[0] ?? "", end };
}

/** Everything goes through unchanged; only what is to be lost is not answered. */
async function openWire(url: string) {
  const calls: Call[] = [];
  const responses: { user: string; body: Json }[] = [];
  let losing = { method: "", words: "" };
  const server = createServer(async (request, response) => {
    const [, where = "", what = ""] = (request.url ?? "").split("/");
    const body = await bodyOf(request);
    if (where === "response") {
      responses.push({ user: what, body: JSON.parse(body) });
      response.end("ok");
      return;
    }
    const args = Object.fromEntries(new URLSearchParams(body));
    const isLost = what === losing.method && (args["text"] ?? "").includes(losing.words);
    if (isLost) losing = { method: "", words: "" };
    const { authorization, "content-type": type = "" } = request.headers;
    const headers = { "content-type": type, ...(authorization ? { authorization } : {}) };
    const answered = await fetch(url + request.url, { method: "POST", headers, body });
    const answer = await answered.text();
    calls.push({ method: what, token: authorization?.replace("Bearer ", ""), args, answer: JSON.parse(answer) });
    if (isLost) request.socket.destroy();
    else response.writeHead(answered.status, { "content-type": "application/json" }).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    apiUrl: `${base}/api/`,
    calls,
    responses,
    responseUrl: (user: string) => `${base}/response/${user}`,
    lose(method: string, words: string) {
      losing = { method, words };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
