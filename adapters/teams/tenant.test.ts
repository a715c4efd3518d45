// Whose bot it is: its own token is asked for in the one tenant it is registered in, and goes nowhere else.
import https from "node:https";
import { DeliveryError } from "../../src/ports.ts";
import { tenant } from "../../test/teams-world.ts";
import { createTeams } from "./index.ts";

afterEach(() => jest.restoreAllMocks());

test("the bot's token is asked of its own tenant, with its own secret", async () => {
  const asked: string[] = [];
  jest.spyOn(https, "request").mockImplementation(((...args: readonly unknown[]) => {
    asked.push(JSON.stringify(args, (_, value) => (value instanceof URL ? value.href : value)));
    throw new Error("No network in tests.");
  }) as never);
  const log = { info() {}, error: jest.fn() };
  const bot = { handle: async () => ({ silent: "test" }) };
  const { messenger } = createTeams(
    { app: { id: "22222222-2222-4222-8222-222222222222", password: "app-secret", tenantId: tenant }, production: true },
    { bot, log },
  );
  const to = { tenant, address: { serviceUrl: "https://smba.trafficmanager.net/de/", bot: "28:bot", conversation: "a:direct" } };
  const failed = await messenger.send(to, { name: "x", title: "x", elements: [] }, "x", "1").catch((error: unknown) => error);
  expect(failed).toMatchObject({ reason: "busy", uncertain: false });
  expect(failed).toBeInstanceOf(DeliveryError);
  expect(asked.length).toBeGreaterThan(0);
  for (const it of asked) expect(it).toContain(`login.microsoftonline.com/${tenant}/`);
  expect(log.error).toHaveBeenCalledWith("teams.service", expect.anything(), { step: "post" });
});
