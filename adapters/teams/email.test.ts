// Whose account it is: asked of Teams when somebody types, and believed only of the tenant's own people.
import { card } from "../../src/card.ts";
import { show } from "../../src/outcome.ts";
import { teamsWorld, tenant, type World } from "../../test/teams-world.ts";
import type { Payload } from "./fixtures/index.ts";

const done = card("rsvp.accepted", "Ihre Zusage ist eingetragen");
let world: World;
beforeAll(async () => {
  world = await teamsWorld();
});
beforeEach(() => {
  world.double.reset();
  world.bot.heard.length = 0;
  world.bot.answers(show(done));
});
afterAll(() => world.close());

const body = async (name: string, change?: (it: Payload) => void) => {
  const { status, body } = await world.deliver(name, change);
  expect(status).toBe(200);
  return body;
};

describe("an account's address", () => {
  const member = (more: object = {}) => ({ status: 200, body: { id: "29:mail", email: "seat@example.org", tenantId: tenant, userRole: "user", ...more } });
  const someone = (id: string) => (it: Payload) => {
    it.from.id = id;
  };

  test("is asked for once, when somebody types", async () => {
    world.double.replies(member());
    await body("press-personal", someone("29:mail"));
    await body("message-personal", someone("29:mail"));
    await body("message-personal", someone("29:mail"));
    expect(world.bot.heard.map(({ from }) => from.email)).toEqual([undefined, "seat@example.org", "seat@example.org"]);
    expect(world.double.calls.map(({ what }) => what)).toEqual(["GET /v3/conversations/a:direct/members/29:mail"]);
  });

  test.each([
    ["a guest's", { userRole: "guest" }],
    ["another tenant's", { tenantId: "other" }],
    ["nobody's", { email: undefined }],
    ["an unknown shape's", { email: 7 }],
  ])("%s is not taken", async (name, more) => {
    world.double.replies(member(more));
    await body("message-personal", someone(`29:${name}`));
    expect(world.bot.heard[0]?.from.email).toBeUndefined();
  });

  test("that is slow to come holds nobody up", async () => {
    world.double.replies("hanging");
    const start = performance.now();
    await body("message-personal", someone("29:slow"));
    expect([performance.now() - start < 2000, world.bot.heard.length]).toEqual([true, 1]);
  });
});
