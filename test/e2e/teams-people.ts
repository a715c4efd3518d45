// People in Teams by the playground's REST interface: they type, press, fill in and read, by the words they see.
import { nodesOf } from "../teams-schema.ts";
import type { TeamsStage } from "./teams-bot.ts";
import { bot, channel, group, type Json, type Name, personal, type Recorded, tenant, userId } from "./teams-playground.ts";

/** A message as one person sees it now. */
interface Seen {
  readonly conversation: string;
  readonly id: string;
  readonly content: Json;
}

export interface Person {
  /** Installs the bot for this person, or adds it to the group chat or the channel. */
  installs(where?: "group" | "channel"): Promise<void>;
  /** Takes the bot out of the direct chat. */
  removes(): Promise<void>;
  /** Writes to the bot in the direct chat. */
  writes(words: string): Promise<void>;
  /** Mentions the bot in the group chat, or in a new thread of the channel. */
  mentions(words: string, where: "group" | "channel"): Promise<void>;
  /** Presses the newest button of this label, or of the first of several labels that is there, after filling in inputs by their labels. */
  presses(label: string | readonly string[], values?: Readonly<Record<string, string>>): Promise<void>;
  /** Presses a button that opens a dialog, and gives what the dialog shows; the playground has none, so the bot is asked as Teams does. */
  opens(label: string): Promise<Json>;
  /** Sends a dialog; gives the next one, or nothing where it closed. */
  sends(dialog: Json, values: Readonly<Record<string, string>>): Promise<Json>;
  /** Waits for a message with these words and returns everything it says. */
  sees(words: string): Promise<string>;
  /** Everything this person can read now, oldest first; each message in one text. */
  reads(): readonly string[];
}

const patience = 10_000;
const places = { group: group.id, channel: channel.id } as const;
let count = 0;

export function person({ playground, botUrl }: Pick<TeamsStage, "playground" | "botUrl">, name: Name): Person {
  const from = { id: userId(name) };
  const own = name === "anna" ? Promise.resolve(personal) : chatOf();
  let chat = personal;
  own.then((id) => (chat = id)).catch(() => {});

  async function chatOf(): Promise<string> {
    const wanted = { isGroup: false, bot, members: [from], tenantId: tenant, channelData: { tenant: { id: tenant } } };
    return (await playground.post("/_connector/v3/conversations", wanted)).id;
  }
  /** An activity as Teams builds it; the playground speaks of its own accord only for the person in front of it. */
  const activity = async (more: object) => ({
    ...{ id: `test-${++count}`, channelId: "msteams", serviceUrl: playground.serviceUrl, locale: "de-DE", from, recipient: bot },
    ...{ conversation: { conversationType: "personal", tenantId: tenant, id: await own }, channelData: { tenant: { id: tenant } } },
    ...more,
  });
  const custom = async (more: object) => void (await playground.post("/_internal/v1/customActivities", await activity(more)));
  const visible = (): readonly Seen[] => {
    const shared = [group.id, channel.id];
    return seenBy(playground.recorded(), from.id).filter(({ conversation }) => conversation === chat || shared.includes(conversation.split(";")[0] ?? ""));
  };
  const pressed = () => playground.recorded().filter(({ request: { body } }) => body?.type === "invoke" && body.from.id === from.id).length;
  const latest = () =>
    visible()
      .map(({ content }) => wordsOf(content))
      .slice(-4);
  const find = (what: string, pick: (message: Seen) => Json | undefined) =>
    until(
      `${name} finds ${what}`,
      () => {
        for (const message of visible().toReversed()) {
          const action = pick(message);
          if (action) return { message, action };
        }
        return undefined;
      },
      latest,
    );
  const button = (labels: readonly string[]) =>
    find(`the button „${labels.join("“ or „")}“`, ({ content }) =>
      nodesOf(content).find(({ type, title }) => /^Action\.(Execute|Submit)$/.test(String(type)) && labels.includes(String(title))),
    );
  const ask = async (task: string, value: object, replyToId?: string) => {
    const body = JSON.stringify(await activity({ type: "invoke", name: task, value, ...(replyToId ? { replyToId } : {}) }));
    const response = await fetch(`${botUrl}/api/messages`, { method: "POST", headers: { "content-type": "application/json" }, body });
    const text = await response.text();
    if (!response.ok) throw new Error(`The bot answered ${response.status} to ${task}.`);
    return text === "" ? undefined : JSON.parse(text).task;
  };
  return {
    installs: async (where) => void (await playground.post(`/_debug/conversation/${where ? places[where] : await own}/installation`, {})),
    removes: () => custom({ type: "installationUpdate", action: "remove" }),
    async writes(words) {
      const sent = { type: "text", text: words, textFormat: "plain", from };
      if (name === "anna") await playground.post(`/_conversation/v1/conversations/${await own}/messages`, sent);
      else await custom({ type: "message", text: words, textFormat: "plain" });
    },
    async mentions(words, where) {
      const text = `<at>${bot.name}</at>`;
      const id = places[where];
      const mention = { mentioned: bot, text };
      if (name === "anna")
        await playground.post(`/_conversation/v1/conversations/${id}/messages`, {
          type: "text",
          text: `${text} ${words}`,
          textFormat: "plain",
          from,
          mentions: [mention],
        });
      else
        await custom({
          type: "message",
          text: `${text} ${words}`,
          entities: [{ type: "mention", ...mention }],
          conversation: { isGroup: true, conversationType: "groupChat", tenantId: tenant, id },
        });
    },
    async presses(label, values = {}) {
      const { message, action } = await button(typeof label === "string" ? [label] : label);
      const data = { ...entered(message.content, values), ...action.data };
      const value = { action: { type: "Action.Execute", title: action.title, verb: action.verb, data } };
      const before = pressed();
      await playground.post("/_conversation/v1/invoke", {
        name: "adaptiveCard/action",
        value,
        from,
        conversation: { id: message.conversation },
        replyToId: message.id,
      });
      // What the press showed is read from the recording, which is written a little later.
      await until("the press is recorded", () => (pressed() > before ? true : undefined), latest);
    },
    async opens(label) {
      const { message, action } = await button([label]);
      return ask("task/fetch", { data: { ...entered(message.content, {}), ...action.data } }, message.id);
    },
    async sends(dialog, values) {
      const { content } = dialog.value.card;
      const action = nodesOf(content).find(({ type }) => type === "Action.Submit");
      return ask("task/submit", { data: { ...entered(content, values), ...(action?.["data"] as object) } });
    },
    sees: (words) =>
      until(
        `${name} sees „${words}“`,
        () =>
          visible()
            .map(({ content }) => wordsOf(content))
            .findLast((text) => text.includes(words)),
        latest,
      ),
    reads: () => visible().map(({ content }) => wordsOf(content)),
  };
}

/** What is there: posts, then their updates, and over both what a press showed this person only. */
function seenBy(recorded: readonly Recorded[], user: string): readonly Seen[] {
  const messages = new Map<string, Seen>();
  for (const { request, response } of recorded) {
    const { method, url, body } = request;
    const [, conversation = "", activity] = /\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/.exec(decodeURIComponent(url)) ?? [];
    const content = body?.attachments?.[0]?.content ?? { type: "TextRun", text: body?.text ?? "" };
    if (conversation && method === "POST" && response?.body?.id) messages.set(response.body.id, { conversation, id: response.body.id, content });
    const before = messages.get((conversation ? activity : body?.replyToId) ?? "");
    if (conversation && method === "PUT" && before) messages.set(before.id, { ...before, content });
    const shown = body?.type === "invoke" && body.from.id === user && response?.body?.type === "application/vnd.microsoft.card.adaptive";
    if (shown && before) messages.set(before.id, { ...before, content: response?.body.value });
  }
  return [...messages.values()];
}

/** The values of all inputs, as a client sends them, after some were filled in by their labels. */
function entered(content: Json, values: Readonly<Record<string, string>>): Record<string, unknown> {
  const inputs = nodesOf(content).filter(({ type }) => String(type).startsWith("Input."));
  const labels = inputs.map(({ label }) => String(label ?? "").replace(/ \*$/, ""));
  const unknown = Object.keys(values).find((label) => !labels.includes(label));
  if (unknown) throw new Error(`There is no field „${unknown}“, but: ${labels.filter(Boolean).join(", ")}`);
  return Object.fromEntries(
    inputs.flatMap(({ id, value, choices }, index) => {
      const given = values[labels[index] ?? ""];
      const chosen = (choices as Json[] | undefined)?.find(({ title }) => title === given)?.value;
      const it = given === undefined ? value : (chosen ?? given);
      return it === undefined || it === "" ? [] : [[String(id), it]];
    }),
  );
}

/** Every text in a card, one after the other, as people read it. */
const wordsOf = (content: Json): string =>
  nodesOf(content)
    .flatMap(({ text, title, label }) => [text, title, label].filter((part) => typeof part === "string"))
    .map((part) =>
      String(part)
        .replace(/\\([\\`*_[\]<>~|])/g, "$1")
        .replaceAll("\u2060", ""),
    )
    .join("\n")
    .replaceAll(": \n", ": ");

/** Fails with what there was instead, because nobody sees the screen of a test. */
async function until<T>(what: string, look: () => T | undefined, instead: () => readonly string[]): Promise<T> {
  for (const end = performance.now() + patience; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const found = look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error([`In ${patience / 1000} s it did not happen that ${what}.`, ...instead()].join("\n---\n"));
  }
}
