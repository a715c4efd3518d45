// Live pages: a stream of server-sent events brings every new or repainted message and the clock.
import { EventEmitter } from "node:events";
import type { ServerResponse } from "node:http";
import type { Language } from "../../locales/index.ts";
import type { Log } from "../../src/ports.ts";
import { clockOf, dayOf } from "../../src/time.ts";
import { headers } from "./http.ts";
import { limits } from "./limits.ts";
import type { Clock, Messages } from "./parts.ts";
import { renderMessage, when } from "./render.ts";

/** One chat as one page shows it. */
export interface Pane {
  /** "a" or "b". */
  readonly name: string;
  readonly chat: string;
  readonly lang: Language;
}

interface Streams {
  /** Wakes every open stream. */
  changed(): void;
  /** Feeds one open page until it is closed. */
  follow(response: ServerResponse, panes: readonly Pane[]): Promise<void>;
  /** Ends all streams, so that the server can stop. */
  close(): void;
}

/** A browser takes a silent connection for a dead one. */
const heartbeat = 15_000;

export function createStreams({ messages, clock, log }: { readonly messages: Messages; readonly clock: Clock; readonly log: Log }): Streams {
  const signal = new EventEmitter().setMaxListeners(0);
  const open = new Set<ServerResponse>();

  /** Writes what of this chat the page has not seen yet. */
  async function catchUp(pane: Pane, seen: Seen, write: Write): Promise<void> {
    // Asked before the list is read: what changes in between is found the next time.
    const mark = await messages.mark(pane.chat);
    if (mark === seen.mark) return;
    for (const message of await messages.list(pane.chat, limits.history)) {
      if (seen.versions.get(message.id) === message.version) continue;
      write("message", { pane: pane.name, id: message.id, version: message.version, html: renderMessage(message, pane.lang, pane.name).text });
      seen.versions.set(message.id, message.version);
    }
    seen.mark = mark;
  }

  return {
    changed: () => signal.emit("changed"),
    close() {
      for (const response of open) response.end();
    },
    async follow(response, panes) {
      const seen = panes.map((pane) => ({ pane, seen: { mark: undefined, versions: new Map() } as Seen }));
      const lang = panes[0]?.lang ?? "de";
      let shown = "";
      let last = performance.now();
      const write: Write = (event, data) => {
        last = performance.now();
        response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      };
      open.add(response);
      response.on("close", () => {
        open.delete(response);
        signal.emit("changed");
      });
      response.writeHead(200, { ...headers, "content-type": "text/event-stream" });
      response.write("retry: 1000\n\n");
      while (open.has(response)) {
        const woken = wake(signal);
        try {
          for (const it of seen) await catchUp(it.pane, it.seen, write);
        } catch (error) {
          log.error("page.events", error);
        }
        const now = clock.now();
        const said = when(now, lang);
        if (said !== shown) write("clock", { when: said, day: dayOf(now), clock: clockOf(now) });
        shown = said;
        if (performance.now() - last > heartbeat) write("quiet", {});
        await woken;
      }
    },
  };
}

type Write = (event: string, data: unknown) => void;
interface Seen {
  mark: string | undefined;
  readonly versions: Map<string, number>;
}

/** Waits for a change in this process, or as long as one in another may stay unnoticed. */
function wake(signal: EventEmitter): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.off("changed", done);
      resolve();
    };
    const timer = setTimeout(done, limits.poll);
    signal.on("changed", done);
  });
}
