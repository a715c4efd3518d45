// Files behind signed links: a meeting's calendar entry, and all replies as a list for a spreadsheet.
import type { IncomingMessage, ServerResponse } from "node:http";
import { translator } from "../locales/index.ts";
import type { Store } from "../src/ports.ts";
import { nameIn, repliesOf } from "../src/rsvp/overview.ts";
import { replyStatus } from "../src/rsvp/parts.ts";
import { dayOf } from "../src/time.ts";
import { accessFile } from "./access-file.ts";
import { writeEntry } from "./calendar/ics.ts";
import { spreadsheet } from "./csv.ts";
import { readLink, type Signed } from "./links.ts";

interface Files {
  readonly store: Store;
  readonly secret: string;
  readonly now: () => Date;
}

interface File {
  readonly type: string;
  readonly name: string;
  readonly text: string;
}

/** Answers a request for a file; false where the path is no file's. */
export async function serveFile(files: Files, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const path = new URL(request.url ?? "/", "http://localhost").pathname;
  if (!path.startsWith("/file/")) return false;
  const signed = request.method === "GET" || request.method === "HEAD" ? readLink(path, files.secret, files.now()) : undefined;
  // Only a loading makes access codes, not a look at what a loading would give.
  const file = signed && (signed.kind === "access" ? request.method === "GET" && (await accessFile(files, signed.args)) : await find(files, signed));
  if (!file) {
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
    response.end(`${translator("de")("file.gone")}\n${translator("en")("file.gone")}\n`);
    return true;
  }
  response.writeHead(200, {
    "content-type": file.type,
    "content-disposition": `attachment; filename="${file.name}"`,
    "content-length": Buffer.byteLength(file.text),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  });
  response.end(request.method === "HEAD" ? undefined : file.text);
  return true;
}

async function find(files: Files, { kind, args }: Signed): Promise<File | undefined> {
  for (const alliance of await files.store.alliances()) {
    const view = files.store.view(alliance.id);
    const [meeting] = await view.find("Meeting", { id: args["meeting"] ?? "" });
    if (!meeting) continue;
    if (kind === "calendar") {
      const [person] = await view.find("Person", { id: args["person"] ?? "" });
      const agenda = await view.find("AgendaItem", { meetingId: meeting.id });
      const text = writeEntry({ meeting, agenda, alliance, language: person?.language ?? "de", now: files.now() });
      return { type: "text/calendar; charset=utf-8", name: `sitzung-${meeting.day}.ics`, text };
    }
    if (kind !== "replies") return undefined;
    const reader = { lang: "de", t: translator("de") } as const;
    const known = await repliesOf(view, meeting);
    const rows = known.replies.map((reply) => {
      const organisation = known.organisations.find((it) => it.id === reply.organisationId);
      return [
        organisation?.nameDe ?? "",
        nameIn(reader, known, reply.personId),
        replyStatus(reader, reply),
        reply.substituteName ?? "",
        reply.from ?? "",
        reply.until ?? "",
        reply.answeredAt ? germanDay(dayOf(reply.answeredAt, alliance.zone)) : "",
        reader.t("onbehalf.via", { via: reply.via }),
      ];
    });
    rows.sort((a, b) => `${a[0]}${a[1]}`.localeCompare(`${b[0]}${b[1]}`, "de"));
    const columns = reader.t("file.replies.columns").split(";");
    return { ...spreadsheet([columns, ...rows]), name: `rueckmeldungen-${meeting.day}.csv` };
  }
  return undefined;
}

const germanDay = (day: string): string => day.split("-").reverse().join(".");
