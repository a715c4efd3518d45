// What the local page stands on: everybody has an account on it, and the clock of the installation can be moved.
import { setTimeout as sleep } from "node:timers/promises";
import type { Language } from "../locales/index.ts";
import type { Bot } from "../src/bot.ts";
import type { Calendar } from "../src/calendar.ts";
import { nextNotice } from "../src/notice/run.ts";
import type { Log, Store } from "../src/ports.ts";
import { byPosition, personLabel } from "../src/reader.ts";
import type { Person } from "../src/roster/model.ts";
import { ids } from "./ids.ts";
import type { PrismaClient } from "./store/generated/client.ts";
import { pageMessages, putSetting, setting } from "./store/page.ts";
import { createPage, messengerName, type Page, type Someone, senderOf } from "./web/index.ts";
import { joinWorkspace } from "./workspaces.ts";

interface Needed {
  readonly prisma: PrismaClient;
  readonly store: Store;
  readonly calendar: Calendar;
  readonly log: Log;
}

export interface Local {
  readonly now: () => Date;
  page(bot: Bot, tick: () => Promise<void>): Promise<Page>;
  note(port: number): string;
}

const offsetKey = "clock.offset";
/** Milliseconds a moved clock waits for what went out on the way, and how often it looks. */
const patience = 10_000;
const glance = 50;

export async function openLocal({ prisma, store, calendar, log }: Needed): Promise<Local> {
  let offset = Number(await setting(prisma, offsetKey, () => "0"));
  const now = () => new Date(Date.now() + offset);
  const setTo = async (instant: Date) => {
    offset = instant.getTime() - Date.now();
    await putSetting(prisma, offsetKey, String(offset));
  };
  await joinWorkspace(prisma, messengerName, "local", []);
  for (const alliance of await store.alliances()) await linkEverybody(prisma, alliance.id, now());

  return {
    now,
    note: (port) => `Der Bündnisbot ist bereit: http://127.0.0.1:${port}`,
    async page(bot, tick) {
      const next = () => nextNotice({ store, calendar }, now());
      return createPage({
        bot,
        log,
        messages: pageMessages(prisma),
        people: (language) => everybody(store, language),
        link: (sender, personId) => link(prisma, sender.user, personId, now()),
        clock: {
          now,
          next,
          // Step by step, so that whatever is due on the way goes out in its order and at its time.
          async moveTo(instant) {
            for (let due = await next(); due && due > now() && due <= instant; due = await next()) {
              await setTo(due);
              await settle(prisma, tick, now);
            }
            await setTo(instant);
            await settle(prisma, tick, now);
          },
        },
      });
    },
  };
}

/** Lets go out what is due, and waits until it has. */
async function settle(prisma: PrismaClient, tick: () => Promise<void>, now: () => Date): Promise<void> {
  await tick();
  const end = Date.now() + patience;
  const open = () => prisma.delivery.count({ where: { state: { in: ["ready", "sending"] }, OR: [{ notBefore: null }, { notBefore: { lte: now() } }] } });
  while (Date.now() < end && (await open()) > 0) await sleep(glance);
}

/** On the page a newcomer is anybody, so everybody can be reached there from the beginning. */
async function linkEverybody(prisma: PrismaClient, allianceId: string, at: Date): Promise<void> {
  const people = await prisma.person.findMany({ where: { allianceId, accounts: { none: { messenger: messengerName } } }, select: { id: true } });
  for (const { id } of people) await link(prisma, id, id, at);
}

async function link(prisma: PrismaClient, user: string, personId: string, at: Date): Promise<void> {
  const { messenger, tenant, address } = senderOf(user);
  const person = await prisma.person.findUnique({ where: { id: personId }, include: { accounts: { where: { receives: true } } } });
  if (!person) return;
  const receives = person.accounts.length === 0;
  const account = {
    id: ids.next(),
    allianceId: person.allianceId,
    personId,
    messenger,
    tenant,
    user,
    address: { ...address },
    linkedAt: at,
    receives,
    reachable: true,
    misread: 0,
  };
  await prisma.account.createMany({ data: account, skipDuplicates: true });
}

/** The office first, then every seat in the order of the organisations, then the substitutes. */
async function everybody(store: Store, language: Language): Promise<readonly Someone[]> {
  const [alliance] = await store.alliances();
  if (!alliance) return [];
  const view = store.view(alliance.id);
  const organisations = [...(await view.find("Organisation", {}))].sort(byPosition);
  const holders = new Set((await view.find("Holding", { kind: "holder" })).map((holding) => holding.personId));
  const place = (person: Person): number => organisations.findIndex((it) => it.id === person.organisationId);
  const people = (await view.find("Person", {})).map((person) => {
    const group = person.roles.includes("organiser") ? "office" : holders.has(person.id) ? "seat" : "substitute";
    return { person, group, label: personLabel({ lang: language }, person, organisations[place(person)]) } as const;
  });
  const order = { office: 0, seat: 1, substitute: 2 };
  people.sort((a, b) => order[a.group] - order[b.group] || place(a.person) - place(b.person) || a.label.localeCompare(b.label, language));
  return people.map(({ person, group, label }) => ({ id: person.id, label, group, language: person.language }));
}
