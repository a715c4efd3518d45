// People in a workspace of emulate: what they type, press and send reaches the bot as Slack signs it, and they read what emulate keeps for them.
import { fixture, type Payload } from "../../adapters/slack/fixtures/index.ts";
import { fromSlack, type Got } from "../slack-requests.ts";
import { type Emulate, type Json, tokenOf } from "./slack-emulate.ts";

/** Opens one window within three seconds, as in Slack. */
export interface Trigger {
  readonly id: string;
  /** Seconds, as emulate counts them. */
  readonly until: number;
}

export interface Person {
  readonly id: string;
  trigger(): Promise<Trigger>;
  /** The slash command, in the direct chat with the bot. */
  commands(words: string, trigger?: Trigger): Promise<void>;
  writes(words: string): Promise<void>;
  /** Speaks to the bot in the channel. */
  mentions(words: string): Promise<void>;
  /** Presses the newest button of this label, or of the first of several labels that is there. */
  presses(labels: string | readonly string[], trigger?: Trigger): Promise<void>;
  /** Waits for a message with these words and returns everything it says. */
  sees(words: string): Promise<string>;
  /** Everything this person can read now, oldest first. */
  reads(): Promise<readonly string[]>;
  /** The newest window emulate has opened for this person. */
  window(): Json | undefined;
  /** Fills in that window, by label, and sends it; what the bot answers to Slack. */
  sends(values: Readonly<Record<string, string>>): Promise<Json>;
  /** What can be pressed inside that window. */
  offered(): readonly Button[];
  pressesInWindow(button: Button): Promise<void>;
  /** Opens the Home tab and returns everything it says. */
  opensHome(): Promise<string>;
}

interface Button {
  readonly action_id: string;
  readonly value: string;
}

export interface Bot {
  readonly port: number;
  /** Of the newest installation. */
  readonly token: string;
  readonly userId: string;
}

let serial = 0;

/** @param patience milliseconds before somebody who waits for something gives up */
export async function person(emulate: Emulate, bot: () => Bot, name: string, patience = 8000): Promise<Person> {
  const id = emulate.user(name);
  const { tenant } = emulate;
  const opened = await emulate.ask("conversations.open", { users: bot().userId }, tokenOf(name));
  const direct: string = opened.channel.id;
  const own = new Set<string>();
  /** Answers to a command, which Slack shows to this person alone and keeps nowhere. */
  const echoes: Shown[] = [];
  const team = { team_id: tenant, context_team_id: tenant };
  const deliver = async (it: Payload): Promise<Got> => {
    const got = await fromSlack(bot().port, it);
    if (got.status !== 200) throw new Error(`The bot answered ${got.status} to ${name}: ${got.body}`);
    return got;
  };
  async function event(from: string, change: Json): Promise<void> {
    const it = fixture(from);
    Object.assign(it, team, { event_id: `EvEmulate${++serial}`, event_time: Math.floor(Date.now() / 1000) });
    Object.assign(it.event, { user: id, team: tenant }, change);
    Object.assign(it.authorizations[0], { team_id: tenant, user_id: bot().userId });
    await deliver(it);
  }
  const shown = async (): Promise<readonly Shown[]> => {
    const { messages } = await emulate.ask("conversations.history", { channel: direct, limit: "1000" }, tokenOf(name));
    const kept = messages.filter((it: Json) => it.user === bot().userId).map((it: Json) => ({ ...it, at: Number(it.ts) }));
    const whispered = emulate.calls.filter(({ method, args, answer }) => method === "chat.postEphemeral" && answer.ok && args["user"] === id);
    const later = emulate.responses.filter((it) => it.user === id).map(({ body }) => ({ ...body, at: Date.now() / 1000 }));
    const alone = whispered.map(({ args, answer }) => ({ ...args, blocks: JSON.parse(args["blocks"] ?? "[]"), at: Number(answer.message_ts) }));
    return [...kept, ...alone, ...echoes, ...later].sort((a, b) => a.at - b.at);
  };
  const latest = async () => (await shown()).slice(-3).map(textOf);
  const until = waiting(name, patience, latest);
  /** @param above the window in which something is pressed */
  const trigger = async (above?: string): Promise<Trigger> => {
    const { trigger_id, expires_at } = await emulate.ask("views.generateTriggerId", { user_id: id, ...(above ? { view_id: above } : {}) }, bot().token);
    return { id: trigger_id, until: expires_at };
  };
  const take = async (given?: Trigger): Promise<string> => {
    const { id: taken } = given ?? (await trigger());
    own.add(taken);
    return taken;
  };
  /** By which emulate knows what a press or a sent window belongs to. */
  const gesture = async (from: string, given?: Trigger): Promise<Payload> => {
    const it = fixture(from);
    Object.assign(it, { trigger_id: await take(given), response_url: emulate.responseUrl(id) });
    Object.assign(it.user, { id, team_id: tenant });
    it.team.id = tenant;
    return it;
  };
  const window = () =>
    emulate.calls.findLast(({ method, args, answer }) => method === "views.open" && answer.ok && own.has(args["trigger_id"] ?? ""))?.answer.view;

  return {
    id,
    trigger: () => trigger(),
    async commands(words, given) {
      const it = fixture("slash-direct");
      Object.assign(it, team, { user_id: id, channel_id: direct, text: words, trigger_id: await take(given), response_url: emulate.responseUrl(id) });
      const { body } = await deliver(it);
      if (body) echoes.push({ ...JSON.parse(body), at: Date.now() / 1000 });
    },
    writes: (words) => event("message-im", { text: words, channel: direct }),
    mentions: (words) => event("mention", { text: `<@${bot().userId}> ${words}`, channel: emulate.channel }),
    async presses(labels, given) {
      const wanted = [labels].flat();
      const [message, button] = await until(`finds the button „${wanted.join("“ or „")}“`, async () => {
        for (const it of (await shown()).toReversed()) {
          const found = buttonsOf(it.blocks).find((one) => wanted.includes(one.text.text));
          if (found) return [it, found] as const;
        }
        return undefined;
      });
      const it = await gesture(message.ts ? "press-direct" : "press-echo", given);
      if (it.channel) it.channel.id = direct;
      if (message.ts) {
        Object.assign(it.container, { channel_id: direct, message_ts: message.ts });
        Object.assign(it.message, { ts: message.ts, team: tenant });
      }
      Object.assign(it.actions[0], { action_id: button.action_id, value: button.value, action_ts: `${Date.now() / 1000}` });
      await deliver(it);
    },
    sees: (words) => until(`sees „${words}“`, async () => (await shown()).map(textOf).findLast((text) => text.includes(words))),
    reads: async () => (await shown()).map(textOf),
    window,
    async sends(values) {
      const view = await until("has a window", async () => window());
      const it = await gesture("submit");
      Object.assign(it.view, view, { state: { values: entered(view.blocks, values) }, team_id: tenant, app_installed_team_id: tenant });
      const { body } = await deliver(it);
      return body ? JSON.parse(body) : undefined;
    },
    offered: () => buttonsOf(window()?.blocks),
    async pressesInWindow({ action_id, value }) {
      const view = window();
      const it = await gesture("press-window", await trigger(view?.id));
      Object.assign(it.view, view, { team_id: tenant, app_installed_team_id: tenant });
      it.container.view_id = it.view.id;
      Object.assign(it.actions[0], { action_id, value, action_ts: `${Date.now() / 1000}` });
      await deliver(it);
    },
    async opensHome() {
      const before = emulate.calls.length;
      await event("home-opened", { channel: direct });
      const painted = await until("sees the Home tab", async () =>
        emulate.calls.slice(before).find(({ method, args, answer }) => method === "views.publish" && answer.ok && args["user_id"] === id),
      );
      return textsIn(painted.answer.view.blocks).join("\n");
    },
  };
}

interface Shown {
  readonly at: number;
  /** Absent where Slack keeps nothing of it. */
  readonly ts?: string;
  readonly text?: string;
  readonly blocks?: readonly Json[];
}

const buttonsOf = (blocks: readonly Json[] = []): Json[] => blocks.flatMap(({ elements = [] }) => elements.filter(({ type }: Json) => type === "button"));

/** Every text in blocks, one after the other. */
function textsIn(part: Json): string[] {
  if (typeof part !== "object" || part === null) return [];
  if (typeof part.text === "string") return [part.text];
  return Object.values(part).flatMap(textsIn);
}

const textOf = ({ text = "", blocks = [] }: Shown): string => (blocks.length > 0 ? textsIn(blocks).join("\n") : text);

/** What Slack's window holds after it was filled in; untouched fields keep what they began with. */
function entered(blocks: readonly Json[], values: Readonly<Record<string, string>>): Json {
  const inputs = blocks.filter(({ type }) => type === "input");
  const unknown = Object.keys(values).find((label) => !inputs.some((it) => it.label.text === label));
  if (unknown) throw new Error(`The window has no field „${unknown}“, but: ${inputs.map(({ label }) => label.text).join(", ")}`);
  return Object.fromEntries(
    inputs.map(({ block_id, label, element }) => {
      const { type, action_id, initial_value: value, initial_date, initial_time, initial_option, initial_options } = element;
      const kept = { value, selected_date: initial_date, selected_time: initial_time, selected_option: initial_option, selected_options: initial_options };
      const given = values[label.text];
      const place = type === "datepicker" ? "selected_date" : "value";
      return [block_id, { [action_id]: { type, ...kept, ...(given === undefined ? {} : { [place]: given }) } }];
    }),
  );
}

/** Fails with what there was instead, because nobody sees the screen of a test. */
function waiting(name: string, patience: number, instead: () => Promise<readonly string[]>) {
  return async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
    for (const end = performance.now() + patience; ; ) {
      const found = await look();
      if (found !== undefined) return found;
      if (performance.now() > end) throw new Error([`In ${patience / 1000} s it did not happen that ${name} ${what}.`, ...(await instead())].join("\n---\n"));
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  };
}
