// The Slack adapter between two test ends: requests signed like Slack's on one side, a double of Slack's Web API on the other.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fixture, type Payload } from "../adapters/slack/fixtures/index.ts";
import { createSlack, type Slack } from "../adapters/slack/index.ts";
import { type Listening, silentBot, untilReady } from "./slack-bots.ts";
import { type Double, slackDouble } from "./slack-double.ts";
import { fromSlack, type Got, secret } from "./slack-requests.ts";

export interface World {
  readonly bot: Listening;
  readonly double: Double;
  readonly slack: Slack;
  readonly port: number;
  readonly logged: string[];
  /** A payload of fixtures/, changed where a test wants it, sent as Slack sends it. */
  deliver(name: string, change?: (it: Payload) => void, headers?: Readonly<Record<string, string>>): Promise<Got>;
  close(): Promise<void>;
}

export async function slackWorld({ waiting = false, joined = async (_: string) => {} } = {}): Promise<World> {
  const double = await slackDouble();
  if (waiting) double.replies("auth.test", { status: 503 });
  const bot = silentBot();
  const logged: string[] = [];
  const log = { info: (event: string) => void logged.push(event), error: (event: string) => void logged.push(event) };
  const slack = createSlack({ tokens: ["xoxb-1"], signingSecret: secret, apiUrl: double.url }, { bot, log, joined });
  const server = createServer(slack.listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  if (!waiting) await untilReady(slack);
  return {
    bot,
    double,
    slack,
    port,
    logged,
    deliver(name, change = () => {}, headers = {}) {
      const payload = fixture(name);
      if (payload.response_url) payload.response_url = `${double.url}response`;
      change(payload);
      return fromSlack(port, payload, headers);
    },
    async close() {
      await slack.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await double.close();
    },
  };
}
