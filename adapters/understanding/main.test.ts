// The bulk reader from the command line: one line in, one line out, and bad lines are named.
import { spawnSync } from "node:child_process";
import path from "node:path";

jest.setTimeout(60_000);

const root = path.join(import.meta.dirname, "../..");

function run(input: string | Buffer) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--import", "tsx", "adapters/understanding/main.ts"], { cwd: root, input, encoding: "utf8" });
  const lines = stdout.split("\n").filter((line) => line !== "");
  return { out: lines.map((line) => JSON.parse(line) as Record<string, unknown>), stderr, status };
}

test("each reply is answered by a line, malformed ones by their number on the error output, and the rest goes on", () => {
  const now = "2026-09-15T10:00:00+02:00";
  const lines = [
    JSON.stringify({ id: "a", lang: "de", context: "rsvp", text: "Komme, aber erst ab 15 Uhr.", now, more: { than: "needed" } }),
    "no JSON",
    JSON.stringify({ id: "b", lang: "fr", context: "rsvp", text: "oui", now }),
    "",
    JSON.stringify({ id: "c", lang: "de", context: "task", text: "Vor der Sommerpause kriege ich das hin", now: "2026-06-30T09:00:00+02:00" }),
    JSON.stringify({ id: "d", lang: "de", context: "none", text: "", now }),
    JSON.stringify({ id: "e", lang: "de", context: "rsvp", text: "ja", now: "gestern" }),
    JSON.stringify({ id: "f", lang: "de", context: "rsvp", text: `ja \u0000\ud83d ${"und noch etwas ".repeat(7_000)}`, now }),
  ];
  const { out, stderr, status } = run(`\ufeff${lines.join("\r\n")}`);
  expect(status).toBe(0);
  expect(out.map(({ id }) => id)).toEqual(["a", "c", "d", "f"]);
  expect(out[0]).toMatchObject({ intent: "rsvp.partial", slots: { from: "15:00" }, also: [], confirm: false, confidence: expect.any(Number) });
  expect(Object.keys(out[0] ?? {})).toEqual(["id", "intent", "slots", "also", "confirm", "confidence"]);
  expect(out[1]).toMatchObject({ intent: "task.extend", slots: { due: "2026-07-17" } });
  expect(out[2]).toMatchObject({ intent: "unknown", slots: {} });
  for (const number of [2, 3, 7]) expect(stderr).toContain(`line ${number}: `);
});

test("bytes that are no UTF-8 are read as far as they go", () => {
  const bytes = Buffer.concat([Buffer.from('{"id":"x","lang":"de","context":"rsvp","text":"ja '), Buffer.from([0xff, 0xfe]), Buffer.from('"}\n')]);
  expect(run(bytes).out).toHaveLength(1);
});
