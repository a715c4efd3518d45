// Files behind signed links: a meeting's calendar entry, all replies as a list for a spreadsheet, and what stands in files of its own.

import type { IncomingMessage, ServerResponse } from "node:http";
import { translator } from "../locales/index.ts";
import type { Store } from "../src/ports.ts";
import { asJson, ownData } from "../src/privacy/own.ts";
import { askedLines } from "../src/question/answer-file.ts";
import { questionLines } from "../src/question/file.ts";
import { nameIn } from "../src/reader.ts";
import { repliesOf } from "../src/rsvp/overview.ts";
import { replyStatus } from "../src/rsvp/parts.ts";
import { talkLines } from "../src/speaker/file.ts";
import { followUps } from "../src/task/agenda.ts";
import { dayOf } from "../src/time.ts";
import { accessFile } from "./access-file.ts";
import { agreedFile } from "./agreed-files.ts";
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
  readonly text: string | Buffer;
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
    // A picture is shown where it stands, also on other people's pages; everything else is kept as a file.
    "content-disposition": `${isPicture(file) ? "inline" : "attachment"}; filename="${file.name}"`,
    "content-length": Buffer.byteLength(file.text),
    "cache-control": isPicture(file) ? "public, max-age=86400, immutable" : "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  });
  response.end(request.method === "HEAD" ? undefined : file.text);
  return true;
}

const isPicture = ({ type }: File): boolean => type.startsWith("image/");

async function find(files: Files, signed: Signed): Promise<File | undefined> {
  const { kind, args } = signed;
  if (kind === "tasks" || kind === "picture") return agreedFile(files, signed);
  if (kind === "data") return ownFile(files, args["person"] ?? "");
  for (const alliance of await files.store.alliances()) {
    const view = files.store.view(alliance.id);
    const [meeting] = await view.find("Meeting", { id: args["meeting"] ?? "" });
    if (!meeting) continue;
    if (kind === "calendar") {
      const [person] = await view.find("Person", { id: args["person"] ?? "" });
      const agenda = await view.find("AgendaItem", { meetingId: meeting.id });
      const now = files.now();
      const text = writeEntry({ meeting, agenda, followUps: await followUps(view, { now }, meeting), alliance, language: person?.language ?? "de", now });
      return { type: "text/calendar; charset=utf-8", name: `sitzung-${meeting.day}.ics`, text };
    }
    if (kind === "talks") {
      const lines = await talkLines(view, alliance, meeting, args["person"] ?? "");
      return lines && { ...spreadsheet(lines), name: `redebeitraege-${meeting.day}.csv` };
    }
    if (kind === "questions") {
      const lines = await questionLines(view, alliance, meeting, args["person"] ?? "");
      return lines && { ...spreadsheet(lines), name: `fragen-${meeting.day}.csv` };
    }
    if (kind === "asked") {
      const wanted = { organisation: args["organisation"] ?? "", person: args["person"] ?? "", today: dayOf(files.now(), alliance.zone) };
      const lines = await askedLines(view, alliance, meeting, wanted);
      return lines && { ...spreadsheet(lines), name: `fragen-${meeting.day}.csv` };
    }
    if (kind !== "replies") return undefined;
    const reader = { lang: "de", t: translator("de") } as const;
    const known = await repliesOf(view, meeting);
    const rows = known.replies.map((reply) => {
      const organisation = known.organisations.find((it) => it.id === reply.organisationId);
      return [
        organisation?.nameDe ?? "",
        nameIn(reader, known, reply.personId),
        replyStatus(reader, reply, undefined, undefined, meeting),
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

/** What is stored about one person; nothing once it has been erased. */
async function ownFile({ store, now }: Files, personId: string): Promise<File | undefined> {
  for (const alliance of await store.alliances()) {
    const own = await ownData(store.view(alliance.id), personId);
    if (own) return { type: "application/json; charset=utf-8", name: `meine-daten-${dayOf(now(), alliance.zone)}.json`, text: asJson(own) };
  }
  return undefined;
}

const germanDay = (day: string): string => day.split("-").reverse().join(".");
