// Signed links: whoever has one gets that file and no other.
import { createLinks, readLink } from "./links.ts";

const now = new Date("2026-09-09T08:00:00Z");
const links = createLinks("https://bot.example", "secret", () => now);
const pathOf = (url: string | undefined) => new URL(url ?? "").pathname;

test("a link of ours names its file", () => {
  expect(readLink(pathOf(links.calendar("m", "p")), "secret", now)).toEqual({ kind: "calendar", args: { meeting: "m", person: "p" } });
});

test("a changed, cut or foreign link names nothing", () => {
  const path = pathOf(links.calendar("m", "p"));
  for (let index = 6; index < path.length - 4; index++) {
    const letter = path[index] === "A" ? "B" : "A";
    expect(readLink(path.slice(0, index) + letter + path.slice(index + 1), "secret", now)).toBeUndefined();
  }
  expect(readLink(path, "another secret", now)).toBeUndefined();
  for (const wrong of ["/file/", "/file/a.b.ics", "/file/../etc/passwd", `${path}/more`, path.slice(0, -5)])
    expect(readLink(wrong, "secret", now)).toBeUndefined();
});

test("a list of replies can be fetched for a day, a calendar entry at any time", () => {
  const later = new Date(now.getTime() + 25 * 3_600_000);
  const list = pathOf(links.file("replies", { meeting: "m" }));
  expect(readLink(list, "secret", now)?.kind).toBe("replies");
  expect(readLink(list, "secret", later)).toBeUndefined();
  expect(readLink(pathOf(links.calendar("m", "p")), "secret", later)).toBeDefined();
});

test("without a public address there are no links", () => {
  expect(createLinks(undefined, "secret", () => now).calendar("m", "p")).toBeUndefined();
});
