// The Teams adapter between two test ends: requests with Microsoft's tokens on one side, a double of Teams' service on the other.
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServiceClientCredentialsFactory } from "botframework-connector";
import { fixture, type Payload } from "../adapters/teams/fixtures/index.ts";
import { createTeams, type Teams } from "../adapters/teams/index.ts";
import type { Bot } from "../src/bot.ts";
import type { Incoming } from "../src/incoming.ts";
import type { Outcome } from "../src/outcome.ts";
import { type Double, type Keys, keysDouble, teamsDouble } from "./teams-double.ts";

const appId = "22222222-2222-4222-8222-222222222222";
export const tenant = "11111111-1111-4111-8111-111111111111";
const issuer = "https://api.botframework.com";

/** The bot's own token, as Entra would give it. */
const credentials = (locked: boolean) =>
  ({
    isValidAppId: async (id: string) => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      signRequest: async (outgoing: { headers: { set(name: string, value: string): void } }) => {
        if (locked) throw new Error("invalid_client");
        outgoing.headers.set("authorization", "Bearer bot-token");
        return outgoing;
      },
    }),
  }) as unknown as ServiceClientCredentialsFactory;

export interface Listening extends Bot {
  readonly heard: Incoming[];
  /** What the next gestures get. */
  answers(outcome: Outcome | (() => Promise<Outcome>)): void;
}

export interface Got {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: JSON as it comes from outside
  readonly body: any;
  readonly text: string;
}

export interface World {
  readonly bot: Listening;
  readonly double: Double;
  readonly keys: Keys;
  readonly teams: Teams;
  readonly port: number;
  readonly logged: string[];
  readonly joined: string[];
  /** The claims of a good token. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** An activity of fixtures/, changed where a test wants it, as Teams posts it. */
  deliver(name: string, change?: (it: Payload) => void, headers?: Readonly<Record<string, string>>): Promise<Got>;
  close(): Promise<void>;
}

/** `anonymous`: without an app id · `locked`: Entra gives the bot no token. */
export async function teamsWorld({ anonymous = false, locked = false } = {}): Promise<World> {
  const [double, keys] = await Promise.all([teamsDouble(), keysDouble()]);
  const bot = listening();
  const [logged, joined]: [string[], string[]] = [[], []];
  const log = { info: (event: string) => void logged.push(event), error: (event: string) => void logged.push(event) };
  const cloud = { openIdMetadata: keys.url, issuer, origins: [double.url], credentials: credentials(locked), patience: 300 };
  const app = anonymous ? {} : { app: { id: appId, password: "secret", tenantId: tenant } };
  const teams = createTeams({ ...app, production: false, cloud }, { bot, log, joined: async (it) => void joined.push(it) });
  const server = createServer((incoming, response) => void teams.handle(incoming, response).then((taken) => taken || response.writeHead(404).end()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const claims = { iss: issuer, aud: appId, serviceurl: double.url };
  return {
    ...{ bot, double, keys, teams, port, logged, joined, claims },
    deliver(name, change = () => {}, headers = {}) {
      const activity = fixture(name);
      activity.serviceUrl = double.url;
      change(activity);
      return post(port, JSON.stringify(activity), { ...(anonymous ? {} : { authorization: `Bearer ${keys.token({ claims })}` }), ...headers });
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all([double.close(), keys.close()]);
    },
  };
}

function listening(): Listening {
  const heard: Incoming[] = [];
  let next: Outcome | (() => Promise<Outcome>) = { silent: "test" };
  return {
    heard,
    answers: (outcome) => {
      next = outcome;
    },
    async handle(incoming) {
      heard.push(incoming);
      return typeof next === "function" ? next() : next;
    },
  };
}

/** Sends exactly these headers; an empty one is left out. */
export function post(port: number, body: string, headers: Readonly<Record<string, string>>, method = "POST"): Promise<Got> {
  const given = Object.entries({ "content-type": "application/json", "content-length": String(Buffer.byteLength(body)), connection: "close", ...headers });
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, path: "/api/messages", method, headers: Object.fromEntries(given.filter(([, value]) => value !== "")) };
    const it = request(options, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text, body: text.startsWith("{") ? JSON.parse(text) : undefined }));
    });
    it.on("error", reject);
    it.end(body);
  });
}
