// Whose a payload is where several workspaces share a channel, and what people really typed.
import { fixture } from "./fixtures/index.ts";
import { tenantsIn } from "./origin.ts";
import { words } from "./text.ts";

const installed = new Set(["T01HOME"]);
const tenantOf = (body: unknown, known: ReadonlySet<string>) => tenantsIn(body).find((tenant) => known.has(tenant));

test.each([
  ["slash-direct", "T01HOME"],
  ["press-direct", "T01HOME"],
  ["press-home", "T01HOME"],
  ["submit", "T01HOME"],
  ["message-im", "T01HOME"],
  ["connect-mention", "T01HOME"],
  ["connect-press", "T01HOME"],
  ["uninstalled", "T01HOME"],
  ["grid-press", undefined],
  ["grid-message", undefined],
])("%s belongs to the installation %s", (name, tenant) => {
  expect(tenantOf(fixture(name), installed)).toBe(tenant);
});

test("in a shared channel the workspace of the guest is never the tenant, even where the bot is installed there too", () => {
  const both = new Set(["T77GUEST", "T01HOME"]);
  expect(tenantOf(fixture("connect-mention"), both)).toBe("T01HOME");
  expect(tenantOf(fixture("connect-press"), both)).toBe("T01HOME");
});

test("an organisation-wide installation is its own tenant", () => {
  for (const name of ["grid-press", "grid-message"]) expect(tenantOf(fixture(name), new Set(["E01GRID", "T05UNIT"]))).toBe("E01GRID");
  expect(tenantOf({ ...fixture("slash-direct"), is_enterprise_install: "true", enterprise_id: "E01GRID" }, new Set(["E01GRID"]))).toBe("E01GRID");
});

test.each([
  ["<@U0BOT> status", "status"],
  ["<@U0BOT|buendnis>, status", "status"],
  ["Frage an <@U02OTHER|Erika>", "Frage an @Erika"],
  ["<#C01HALL|allgemein> und <!here>", "#allgemein und @here"],
  ["<https://a.example/x?y=1&amp;z=2|a.example> <mailto:a@b.example|a@b.example>", "a.example a@b.example"],
  ["<https://a.example>", "https://a.example"],
  ["&amp;lt; bleibt", "&lt; bleibt"],
  ["a < b > c", "a < b > c"],
])("%s was typed as %s", (sent, typed) => {
  expect(words(sent, "U0BOT")).toBe(typed);
});
