// Tokens at rest: unreadable without the key, useless for another workspace, and readable through a change of keys.
import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { openVault, VaultError } from "./vault.ts";

const key = () => randomBytes(32).toString("base64");
const [first, second] = [key(), key()];
const vault = openVault(`2026:${first}`);

test("what was sealed for a workspace is opened for it, whatever it holds", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), fc.string(), (secret, tenant) => vault.open(vault.seal(secret, tenant), tenant) === secret));
});

test("the same token sealed twice looks different, and shows nothing of itself", () => {
  const [one, two] = [vault.seal("xoxb-canary", "T01"), vault.seal("xoxb-canary", "T01")];
  expect(one).not.toBe(two);
  for (const sealed of [one, two]) expect(Buffer.from(sealed.split(".")[2] ?? "", "base64url").toString("latin1")).not.toContain("canary");
});

test("a token moved to another workspace is refused", () => {
  expect(() => vault.open(vault.seal("xoxb-1", "T01"), "T02")).toThrow(VaultError);
});

test("a changed letter anywhere is noticed", () => {
  const sealed = vault.seal("xoxb-1", "T01");
  const at = sealed.lastIndexOf(".") + 1;
  for (let i = at; i < sealed.length - 1; i++) {
    const changed = sealed.slice(0, i) + (sealed[i] === "A" ? "B" : "A") + sealed.slice(i + 1);
    expect(() => vault.open(changed, "T01")).toThrow(VaultError);
  }
  for (const cut of ["", "v1.2026.", "v0.2026.AAAA", sealed.slice(0, at + 20)]) expect(() => vault.open(cut, "T01")).toThrow(VaultError);
});

test("with a new key in front old tokens can still be opened, and are known as old", () => {
  const old = vault.seal("xoxb-1", "T01");
  const rotated = openVault(`2027:${second}, 2026:${first}`);
  expect(rotated.open(old, "T01")).toBe("xoxb-1");
  expect([rotated.isNewest(old), rotated.isNewest(rotated.seal("xoxb-1", "T01"))]).toEqual([false, true]);
});

test("a key that was taken away too early is named", () => {
  expect(() => openVault(`2027:${second}`).open(vault.seal("xoxb-1", "T01"), "T01")).toThrow("TOKEN_KEYS has lost the key 2026");
});

test("another key under the same name opens nothing", () => {
  expect(() => openVault(`2026:${second}`).open(vault.seal("xoxb-1", "T01"), "T01")).toThrow("cannot be opened");
});

test.each([
  ["nothing", ""],
  ["a key without a name", first],
  ["a key that is too short", `2026:${randomBytes(16).toString("base64")}`],
  ["a name with a sign of ours", `a.b:${first}`],
  ["the same name twice", `2026:${first},2026:${second}`],
])("%s is no list of keys, and no key is quoted", (_, keys) => {
  expect(() => openVault(keys)).toThrow(/^TOKEN_KEYS: /);
  expect(() => openVault(keys)).not.toThrow(first);
});
