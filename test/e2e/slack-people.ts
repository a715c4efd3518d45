// People in front of local-slack: they type, press, fill in windows and read, by the words they see.
import { WebSocket } from "undici";
import type { LocalSlack } from "./slack-local.ts";

/** Blocks and views as JSON; tests only look for words in them. */
interface Node {
  readonly [key: string]: unknown;
}
interface Shown extends Node {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly blocks?: readonly Node[];
  readonly ephemeral_to?: string;
}

/** What was found in a message or view, with everything needed to use it. */
interface Found {
  readonly block: Node;
  readonly element: Node;
}

export interface Person {
  /** Sends a slash command, in the direct chat with the bot or in a channel. */
  commands(words: string, channel?: string): Promise<void>;
  /** Writes to the bot in the direct chat. */
  writes(words: string): Promise<void>;
  mentions(words: string, channel: string): Promise<void>;
  /** Presses the newest button of this label, or of the first of several labels that is there. */
  presses(...labels: string[]): Promise<void>;
  /** Chooses an option in the newest selection that has it. */
  chooses(label: string): Promise<void>;
  /** Waits for a message with these words and returns everything it says. */
  sees(words: string): Promise<string>;
  /** Everything this person can read now, oldest first; each message in one text. */
  reads(): Promise<readonly string[]>;
  /** Waits for a window with this title. */
  getsWindow(title: string): Promise<void>;
  /** Fills in the open window, by label, and sends it; the messages at its fields, or nothing where it closed. */
  sends(values: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>>;
  /** Opens the Home tab and returns everything it says. */
  opensHome(): Promise<string>;
}

export interface People {
  person(id: string): Promise<Person>;
  /** Everything Slack keeps, as it keeps it: each message of each channel, and the Home tabs. */
  kept(): Promise<readonly string[]>;
  close(): void;
}

const patience = 8000;

export async function people(slack: LocalSlack): Promise<People> {
  let windows: readonly Node[] = [];
  let errors: Readonly<Record<string, string>> | undefined;
  let changes = 0;
  const homes = new Map<string, Node>();
  // Windows are the only thing local-slack tells nobody but its own page.
  const page = await openPage(slack.url, (event) => {
    if (event["t"] === "view") {
      windows = (event["stack"] as Node[] | undefined) ?? [];
      errors = undefined;
      changes++;
    }
    if (event["t"] === "view_errors") {
      errors = event["errors"] as Record<string, string>;
      changes++;
    }
    if (event["t"] === "home") homes.set(String(event["user"]), event["view"] as Node);
  });
  const control = async (what: string, body?: object): Promise<Node> => {
    const response = await fetch(
      `${slack.url}/_control/${what}`,
      body ? { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) } : {},
    );
    if (!response.ok) throw new Error(`local-slack answered ${response.status} to ${what}: ${await response.text()}`);
    return (await response.json()) as Node;
  };

  async function person(id: string): Promise<Person> {
    const opened = await fetch(`${slack.apiUrl}conversations.open`, {
      method: "POST",
      headers: { authorization: `Bearer ${slack.botToken}` },
      body: new URLSearchParams({ users: id }),
    });
    const direct = ((await opened.json()) as { channel: { id: string } }).channel.id;
    const visible = async (): Promise<readonly Shown[]> => {
      const { channels } = (await control("state")) as unknown as { channels: { id: string; is_im: boolean; members: string[] }[] };
      const mine = channels.filter((channel) => (channel.is_im ? channel.id === direct : channel.members.includes(id)));
      const lists = await Promise.all(mine.map(async (channel) => (await control(`messages/${channel.id}`))["messages"] as Shown[]));
      return lists
        .flat()
        .filter((it) => it.ephemeral_to === undefined || it.ephemeral_to === id)
        .sort((a, b) => a.ts.localeCompare(b.ts));
    };
    const latest = async () => (await visible()).slice(-4).map(textOf);
    const use = async (what: string, pick: (message: Shown) => object | undefined): Promise<void> => {
      await until(
        `${id} finds ${what}`,
        async () => {
          for (const it of (await visible()).toReversed()) {
            const action = pick(it);
            if (!action) continue;
            await control("interact", { channel: it.channel, messageTs: it.ts, user: id, action });
            return true;
          }
          return undefined;
        },
        latest,
      );
    };
    return {
      commands: async (words, channel = direct) => void (await control("command", { channel, user: id, command: "/buendnis", text: words })),
      writes: async (words) => void (await control("message", { channel: direct, user: id, text: words })),
      mentions: async (words, channel) => void (await control("message", { channel, user: id, text: `<@${slack.botUserId}> ${words}` })),
      presses: (...labels) =>
        use(`the button „${labels.join("“ or „")}“`, ({ blocks }) => {
          const found = elements(blocks).find(({ element }) => element["type"] === "button" && labels.includes(wordsOf(element["text"])));
          return (
            found && { type: "button", action_id: found.element["action_id"], block_id: found.block["block_id"] ?? "block", value: found.element["value"] }
          );
        }),
      chooses: (label) =>
        use(`the option „${label}“`, ({ blocks }) => {
          for (const { block, element } of elements(blocks)) {
            const option = ((element["options"] as Node[] | undefined) ?? []).find((it) => wordsOf(it["text"]) === label);
            if (option) return { type: element["type"], action_id: element["action_id"], block_id: block["block_id"], selected_option: option };
          }
          return undefined;
        }),
      sees: (words) => until(`${id} sees „${words}“`, async () => (await visible()).map(textOf).findLast((text) => text.includes(words)), latest),
      reads: async () => (await visible()).map(textOf),
      getsWindow: async (title) =>
        void (await until(`${id} gets the window „${title}“`, async () => windows.find((it) => wordsOf(it["title"]) === title), latest)),
      async sends(values) {
        const top = windows.at(-1);
        if (!top) throw new Error(`${id} has no window to send.`);
        const before = changes;
        page.send(JSON.stringify({ t: "view_submit", user: id, values: entered(top, values) }));
        await until(`the window of ${id} is answered`, async () => changes > before || undefined);
        return errors ?? {};
      },
      async opensHome() {
        homes.delete(id);
        await control("open-home", { user: id });
        return until(`${id} sees the Home tab`, async () => homes.get(id) && wordsOf(homes.get(id)));
      },
    };
  }
  async function kept(): Promise<readonly string[]> {
    const { channels } = (await control("state")) as unknown as { channels: { id: string }[] };
    const lists = await Promise.all(channels.map(async ({ id }) => (await control(`messages/${id}`))["messages"] as Shown[]));
    return [...lists.flat(), ...homes.values()].map((it) => JSON.stringify(it));
  }
  return { person, kept, close: () => page.close() };
}

/** The parts of a message that can be pressed or chosen, each with its block. */
const elements = (blocks: readonly Node[] | undefined): Found[] =>
  (blocks ?? []).flatMap((block) =>
    [...((block["elements"] as Node[] | undefined) ?? []), ...(block["accessory"] ? [block["accessory"] as Node] : [])].map((element) => ({ block, element })),
  );

/** Every text in a block, one after the other. */
function wordsOf(part: unknown): string {
  if (Array.isArray(part)) return part.map(wordsOf).filter(Boolean).join("\n");
  if (typeof part !== "object" || part === null) return "";
  if ((part as Node)["type"] === "mrkdwn") return read(String((part as Node)["text"]));
  const { text, fields, elements: inner, title, label, accessory, blocks, hint } = part as Node;
  if (typeof text === "string") return text;
  return [title, text, fields, label, hint, inner, accessory, blocks].map(wordsOf).filter(Boolean).join("\n");
}

/** mrkdwn as people see it: our labels are bold, signs are signs. */
const read = (text: string): string =>
  text
    .replace(/^\*|\*$/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

const textOf = ({ text, blocks }: Shown): string => (blocks && blocks.length > 0 ? wordsOf(blocks) : text);

/** What Slack's window holds after people filled it in by its labels; untouched fields keep what they began with. */
function entered(view: Node, values: Readonly<Record<string, string>>): Node {
  const inputs = (view["blocks"] as Node[]).filter((block) => block["type"] === "input");
  const unknown = Object.keys(values).find((label) => !inputs.some((block) => wordsOf(block["label"]) === label));
  if (unknown) throw new Error(`The window has no field „${unknown}“, but: ${inputs.map((block) => wordsOf(block["label"])).join(", ")}`);
  return Object.fromEntries(
    inputs.map((block) => {
      const element = block["element"] as Node;
      return [block["block_id"], { [String(element["action_id"])]: state(element, values[wordsOf(block["label"])]) }];
    }),
  );
}

function state(element: Node, given: string | undefined): Node {
  const type = String(element["type"]);
  const options = (element["options"] as Node[] | undefined) ?? [];
  const named = (label: string): Node => {
    const option = options.find((it) => wordsOf(it["text"]) === label);
    if (!option) throw new Error(`No option „${label}“, but: ${options.map((it) => wordsOf(it["text"])).join(", ")}`);
    return option;
  };
  if (type === "datepicker") return { type, selected_date: given ?? element["initial_date"] ?? null };
  if (type === "timepicker") return { type, selected_time: given ?? element["initial_time"] ?? null };
  if (type === "static_select" || type === "radio_buttons")
    return { type, selected_option: given === undefined ? (element["initial_option"] ?? null) : named(given) };
  if (type === "checkboxes" || type === "multi_static_select")
    return { type, selected_options: given === undefined ? (element["initial_options"] ?? []) : given.split(", ").map(named) };
  return { type, value: given ?? element["initial_value"] ?? null };
}

async function openPage(url: string, hear: (event: Node) => void): Promise<{ send(text: string): void; close(): void }> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/ui`);
  socket.addEventListener("message", ({ data }) => hear(JSON.parse(String(data)) as Node));
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", () => reject(new Error(`No page at ${url}.`)));
  });
  return { send: (text) => socket.send(text), close: () => socket.close() };
}

/** Fails with what there was instead, because nobody sees the screen of a test. */
async function until<T>(what: string, look: () => Promise<T | undefined>, instead: () => Promise<readonly string[]> = async () => []): Promise<T> {
  for (const end = performance.now() + patience; ; ) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error([`In ${patience / 1000} s it did not happen that ${what}.`, ...(await instead())].join("\n---\n"));
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
