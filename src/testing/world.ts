// A whole bot in memory with people who talk to it: push an event in, look at what came out and what is stored.
import type { Language } from "../../locales/index.ts";
import { type Bot, createBot } from "../bot.ts";
import { buttonsOf, type Card } from "../card.ts";
import type { Form } from "../form.ts";
import type { Incoming } from "../incoming.ts";
import { compose } from "../notice/compose.ts";
import type { Delivery, Shown } from "../notice/model.ts";
import { tellOffice } from "../notice/office.ts";
import { owed } from "../notice/owe.ts";
import { runNotices } from "../notice/run.ts";
import type { Outcome } from "../outcome.ts";
import type { Ids, Links, Log } from "../ports.ts";
import type { Account } from "../roster/model.ts";
import { at } from "../time.ts";
import { type Wish, writeWish } from "../wish.ts";
import { keepBoard, roomOf } from "./boards.ts";
import { nrw } from "./nrw.ts";
import { krefeld } from "./roster.ts";
import { seal } from "./seal.ts";
import { type MemoryStore, memoryStore, type SomeRows } from "./store.ts";

export interface Message {
  readonly id: string;
  readonly kind: string;
  card: Card;
  twin: string;
}

/** Everything a person can press or choose on a card. */
export const wishesOf = (card: Card): readonly Wish[] =>
  card.elements.flatMap((element) => {
    if (element.type === "choice") return element.options.map((option) => option.wish);
    return element.type === "buttons" ? element.buttons.flatMap((button) => ("wish" in button ? [button.wish] : [])) : [];
  });

export class World {
  readonly store: MemoryStore = memoryStore();
  readonly bot: Bot;
  readonly faults: unknown[] = [];
  now: Date;
  /** Every card anybody was shown, in the order of showing. */
  readonly shown: Card[] = [];
  readonly forms: Form[] = [];
  readonly heard: Incoming[] = [];
  /** Chats that take no messages any more. */
  readonly deaf = new Set<string>();
  /** Where the bot is reached from outside; undefined where nobody has told it. */
  address: string | undefined = "https://bot.example";
  /** What the messenger says about everybody's language; a person's own setting wins. */
  language: Language = "de";
  private readonly chats = new Map<string, Message[]>();
  private readonly open = new Map<string, Form>();
  private count = 0;

  constructor(now: Date = at("2026-09-09", "10:00"), rows: SomeRows = krefeld()) {
    this.now = now;
    this.store.seed(rows);
    this.bot = createBot(this.ports());
  }

  /** What the bot runs on; another bot on the same store may take them. */
  ports() {
    const ids: Ids = {
      next: () => `id-${++this.count}`,
      code: () => `${"ABCDEFGH"[this.count++ % 8]}2345678`,
      hash: (text) => `#${text}`,
    };
    const links: Links = {
      calendar: (meeting, person) => this.address && `${this.address}/c/${meeting}/${person}.ics`,
      file: (kind) => this.address && `${this.address}/f/${kind}.csv`,
    };
    const log: Log = { info: () => undefined, error: (_event, error) => void this.faults.push(error) };
    return { store: this.store, now: () => this.now, ids, seal, links, calendar: nrw, log };
  }

  /** One gesture in the person's direct chat, then everything that is owed because of it. */
  async gesture(who: string, said: Incoming["said"], more: Partial<Incoming> = {}): Promise<Outcome> {
    const key = `g${++this.count}`;
    const from = { messenger: "test", tenant: "T", user: who, address: { chat: who } };
    const window = "pressed" in said || "sent" in said;
    const incoming: Incoming = { key, from, place: "direct", said, window, answer: "posted", language: this.language, ...more };
    this.heard.push(incoming);
    const outcome = await this.bot.handle(incoming);
    if (this.faults.length > 0) throw this.faults[0];
    this.keep(who, outcome);
    // What a whole channel sees, or a window once, is in nobody's chat.
    if ("show" in outcome && (outcome.once || (outcome.open && incoming.place === "channel" && !incoming.room))) this.shown.push(outcome.show);
    await this.deliver();
    return outcome;
  }

  private keep(who: string, outcome: Outcome): void {
    if ("ask" in outcome) {
      this.open.set(who, outcome.ask);
      this.forms.push(outcome.ask);
    } else if ("refuse" in outcome && outcome.fields) this.shown.push(outcome.card);
    else this.open.delete(who);
  }

  say(who: string, words: string): Promise<Outcome> {
    return this.gesture(who, { words, command: words.startsWith("/") });
  }

  /** Presses the button with this label on the newest card that has one. */
  press(who: string, label: string): Promise<Outcome> {
    const message = [...this.messages(who)].reverse().find((it) => buttonsOf(it.card).some((button) => button.label === label));
    const button = message && buttonsOf(message.card).find((it) => it.label === label);
    if (!message || !button || !("wish" in button)) throw new Error(`${who} sees no button „${label}“, but: ${this.labels(who).join(" · ")}`);
    return this.gesture(who, { pressed: writeWish(button.wish) }, { card: { id: message.id } });
  }

  /** Presses the newest button, or chooses the newest option, that stands for this wish; `args` are those that tell it from others. */
  tap(who: string, command: Wish["command"], args: Readonly<Record<string, string>> = {}): Promise<Outcome> {
    for (const message of [...this.messages(who)].reverse()) {
      const found = wishesOf(message.card).find((it) => it.command === command && Object.entries(args).every(([name, value]) => it.args[name] === value));
      if (found) return this.gesture(who, { pressed: writeWish(found) }, { card: { id: message.id } });
    }
    throw new Error(`${who} cannot press ${command} ${JSON.stringify(args)}, but: ${this.labels(who).join(" · ")}`);
  }

  /** Sends the form that is open for this person. */
  fill(who: string, answers: Readonly<Record<string, string>>): Promise<Outcome> {
    const form = this.formOf(who);
    if (!form) throw new Error(`No form is open for ${who}.`);
    const initial = Object.fromEntries(form.fields.map((field) => [field.name, field.initial ?? ""]));
    return this.gesture(who, { sent: form.wish, answers: { ...initial, ...answers } });
  }

  /** The form in the window of this person, else the one in the newest card. */
  formOf = (who: string): Form | undefined => this.open.get(who) ?? this.inCard(who);

  private inCard(who: string): Form | undefined {
    const element = this.newest(who)?.card.elements.find((it) => it.type === "form");
    return element?.type === "form" ? element.form : undefined;
  }

  messages = (who: string): readonly Message[] => this.chats.get(who) ?? [];
  newest = (who: string): Message | undefined => this.messages(who).at(-1);
  labels = (who: string): readonly string[] => (this.newest(who) ? buttonsOf(this.newest(who)?.card as Card).map((button) => button.label) : []);
  /** Title, facts and sentences of the newest card, as one text. */
  text = (who: string): string => this.newest(who)?.twin ?? "";

  /** Sends what is owed and due, as the worker does. */
  async deliver(): Promise<void> {
    for (;;) {
      const owed = this.store.rows("Delivery").find((it) => it.state === "ready" && (!it.notBefore || it.notBefore <= this.now));
      if (!owed) return;
      await this.send(owed);
    }
  }

  /** The person's own account; for what is about their invitation, their secretariat's where they have none that takes messages. */
  private accountOf({ personId, matter, mode, address }: Delivery): Account | undefined {
    const taking = this.store.rows("Account").filter((it) => it.receives && it.reachable);
    const own = taking.find((it) => it.personId === personId);
    if (own || mode !== "post" || address || !matter?.startsWith("rsvp:")) return own;
    const actors = this.store.rows("StandIn").flatMap((it) => (it.personId === personId ? [it.actorId] : []));
    return taking.find((it) => actors.includes(it.personId));
  }

  private async send(delivery: Delivery): Promise<void> {
    const late = delivery.usefulUntil !== null && delivery.usefulUntil < this.now;
    const account = this.accountOf(delivery);
    const chat = delivery.address?.["chat"] ?? roomOf(delivery) ?? account?.user;
    const read = account && delivery.mode === "post" && !delivery.address ? { ...delivery, personId: account.personId } : delivery;
    const composed = late ? { skip: "late" } : !chat && delivery.mode === "post" ? { skip: "no_account" } : await compose(this.ports(), read);
    const own = account ?? this.store.rows("Account").find((it) => it.user === chat);
    const before = this.store.rows("Shown").find((it) => it.matter === delivery.matter && it.accountId === own?.id);
    let ref = delivery.ref;
    if (!("skip" in composed) && delivery.mode === "post" && account && chat && this.deaf.has(chat)) return this.refuse(delivery, account);
    if (!("skip" in composed) && delivery.mode === "update" && delivery.kind !== "answer" && before && before.ref["id"] !== ref?.["id"])
      return this.overtaken(delivery);
    if (!("skip" in composed)) {
      this.shown.push(composed.card);
      ref = delivery.mode === "update" ? this.repaint(delivery, composed) : this.post(chat ?? "", delivery, composed);
    }
    await this.store.work({ allianceId: delivery.allianceId ?? "kba" }, async (desk) => {
      desk.put("Delivery", {
        ...delivery,
        ref,
        state: "skip" in composed ? "skipped" : "sent",
        reason: "skip" in composed ? composed.skip : null,
        sentAt: this.now,
      });
      await keepBoard(desk, delivery, ref, this.now);
      if ("skip" in composed || !delivery.matter || !own || !ref) return;
      desk.put("Shown", {
        matter: delivery.matter,
        accountId: own.id,
        allianceId: own.allianceId,
        personId: own.personId,
        messenger: own.messenger,
        tenant: own.tenant,
        ref,
        kind: delivery.kind,
        args: delivery.args,
        shownAt: this.now,
      });
    });
    if (before && ref && before.ref["id"] !== ref["id"] && !("skip" in composed)) await this.replace(before);
  }

  /** As the worker does with a repaint of a card that has been replaced meanwhile. */
  private async overtaken(delivery: Delivery): Promise<void> {
    await this.store.work({ allianceId: delivery.allianceId ?? "kba" }, async (desk) => desk.put("Delivery", { ...delivery, state: "sent", sentAt: this.now }));
    const { matter, kind, personId, allianceId, ref } = delivery;
    if (matter && personId && allianceId && ref) await this.replace({ matter, kind, personId, allianceId, ref });
  }

  /** The older live card of the matter says that a newer one has taken its place. */
  private async replace({ matter, kind, personId, allianceId, ref }: Pick<Shown, "matter" | "kind" | "personId" | "allianceId" | "ref">): Promise<void> {
    const delivery = owed({ now: this.now, desk: {} }, { key: "replaced", kind: "replaced", args: { matter, kind }, personId, allianceId, ref });
    const composed = await compose(this.ports(), delivery);
    if ("skip" in composed) return;
    this.shown.push(composed.card);
    this.repaint(delivery, composed);
  }

  /** As the worker does when an account takes no messages: it is marked, and the office hears of it. */
  private async refuse(delivery: Delivery, account: Account): Promise<void> {
    await this.store.work({ allianceId: account.allianceId }, async (desk) => {
      desk.put("Delivery", { ...delivery, state: "failed", reason: "unreachable" });
      desk.put("Account", { ...account, reachable: false });
      const args = { person: account.personId };
      await tellOffice({ now: this.now, key: "", desk }, { key: `unreachable:${account.id}`, kind: "unreachable", args });
    });
  }

  private post(chat: string, delivery: Delivery, { card, twin }: { card: Card; twin: string }) {
    const id = `msg-${++this.count}`;
    this.chats.set(chat, [...this.messages(chat), { id, kind: delivery.kind, card, twin }]);
    return { id };
  }

  private repaint(delivery: Delivery, { card, twin }: { card: Card; twin: string }) {
    for (const messages of this.chats.values()) {
      const message = messages.find((it) => it.id === delivery.ref?.["id"]);
      if (message) Object.assign(message, { card, twin });
    }
    return delivery.ref;
  }

  /** Moves the clock and lets everything go out that is due then. */
  async clock(now: Date): Promise<void> {
    this.now = now;
    await runNotices(this.ports(), now);
    await this.deliver();
  }
}
