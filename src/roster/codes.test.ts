// Access codes: written, read and limited in time.
import fc from "fast-check";
import { translator } from "../../locales/index.ts";
import { hearWords } from "../hear.ts";
import { isOpen, lockedFrom, newCode, readCode, showCode, showUntil, untilForSelf, untilHandedOut } from "./codes.ts";
import { kba } from "./example.ts";

const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const code = fc.array(fc.constantFrom(...alphabet), { minLength: 8, maxLength: 8 }).map((signs) => signs.join(""));
const now = new Date("2026-09-22T13:30:20Z");
const reader = { t: translator("de"), lang: "de", today: "2026-09-22" } as const;

describe("Zugangscodes", () => {
  it("are the same code in every spelling: case, dashes, spaces, with or without the Z", () => {
    const gap = fc.constantFrom("", "-", " ", "–", " ");
    fc.assert(
      fc.property(code, gap, gap, fc.boolean(), fc.boolean(), (it, first, second, small, z) => {
        const written = `${z ? `Z${first}` : ""}${it.slice(0, 4)}${second}${it.slice(4)}`;
        expect(readCode(small ? written.toLowerCase() : written)).toBe(it);
      }),
    );
  });

  it("are shown so that they can be read and typed, and heard as a code without any command", () => {
    fc.assert(
      fc.property(code, (it) => {
        expect(showCode(it)).toMatch(/^Z-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
        expect(hearWords(showCode(it), false)).toEqual({ type: "wish", by: "words", wish: { command: "link.enter", args: { code: showCode(it) } } });
      }),
    );
  });

  it("are kept as a hash only", () => {
    const { code: shown, row } = newCode(
      { code: () => "4KM72XPD", hash: (text) => `#${text.length}` },
      { allianceId: "kba", personId: "p", expiresAt: now },
      now,
    );
    expect(shown).toBe("Z-4KM7-2XPD");
    expect(JSON.stringify(row)).not.toContain("4KM7");
  });

  it("count until the end of the fourteenth day", () => {
    const until = untilHandedOut("2026-09-22", kba.zone);
    expect(showUntil(reader, until, kba)).toBe("Di, 06.10.2026");
    const row = { hash: "", allianceId: "kba", personId: "p", createdAt: now, expiresAt: until, usedAt: null, revokedAt: null };
    expect(isOpen(row, new Date(until.getTime() - 1))).toBe(true);
    expect(isOpen(row, until)).toBe(false);
    expect(isOpen({ ...row, usedAt: now }, now)).toBe(false);
    expect(isOpen({ ...row, revokedAt: now }, now)).toBe(false);
  });

  it("for oneself count for fifteen minutes, and say so with the day", () =>
    expect(showUntil(reader, untilForSelf(now), kba)).toBe("heute, Di, 22.09.2026, 15:45 Uhr"));

  it("rest to the full minute, so that the time shown is never too early", () => expect(lockedFrom(now).toISOString()).toBe("2026-09-22T13:46:00.000Z"));
});
