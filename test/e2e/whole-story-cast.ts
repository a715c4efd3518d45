// The stage of the whole story: one bot between Slack, Teams and the page, which only moves the clock; how people get in, and what they read.
import { addDays, type Day, dayFrom, dayOf, weekday } from "../../src/time.ts";
import { moveClock, openBrowser } from "./page-world.ts";
import { type RunningBot, startBot } from "./slack-bot.ts";
import { freePort, startLocalSlack } from "./slack-local.ts";
import { people, type Person as SlackPerson } from "./slack-people.ts";
import { person, type Person as TeamsPerson } from "./teams-people.ts";
import { type Name, startPlayground, tenant } from "./teams-playground.ts";

/** Whoever reads, in whichever messenger. */
export interface Reader {
  reads(): readonly string[] | Promise<readonly string[]>;
}

export interface Story {
  /** The office has an account in each. */
  readonly office: { readonly slack: SlackPerson; readonly teams: TeamsPerson };
  /** Lets somebody in by a code of the office. */
  inSlack(user: string, whom: string): Promise<SlackPerson>;
  inTeams(name: Name, whom: string): Promise<TeamsPerson>;
  /** Moves the bot's clock; whatever is due on the way has gone out then. */
  moves(day: Day, clock: string): Promise<void>;
  /** Every message both messengers keep, as they keep it. */
  kept(): Promise<readonly string[]>;
  readonly bot: RunningBot;
  /** What the browser found wrong with the page. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** The one channel of local-slack. */
export const slackChannel = "C01HALL";
const patience = 20_000;

/** @param slackUsers the Slack ids of everybody but the office. */
export async function openStory(slackUsers: readonly string[]): Promise<Story> {
  const closing: (() => unknown)[] = [];
  const close = async () => {
    for (const it of closing.splice(0).reverse()) await it();
  };
  try {
    return { ...(await open(slackUsers, closing)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(slackUsers: readonly string[], closing: (() => unknown)[]): Promise<Omit<Story, "close">> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const slack = await startLocalSlack({
    users: [{ id: "U01OFFICE", name: "Geschäftsstelle", email: "office@example.org" }, ...slackUsers.map((id) => ({ id, name: `Person ${id}` }))],
    requestUrl: `${url}/slack/events`,
  });
  closing.push(() => slack.stop());
  const playground = await startPlayground(`${url}/api/messages`);
  closing.push(() => playground.stop());
  const bot = await startBot(slack, port, {
    ...{ TEAMS_PLAYGROUND: "yes", LOCAL_PAGE: "yes", ORGANISER_EMAILS: "office@example.org" },
    TRUSTED_WORKSPACES: `slack:${slack.tenant} teams:${tenant}`,
  });
  closing.push(() => bot.stop());
  const everybody = await people(slack);
  closing.push(() => everybody.close());
  const browser = await openBrowser(url);
  closing.push(() => browser.close());
  const page = await browser.open("/");
  // On the way to another week a lot goes out.
  page.setDefaultTimeout(60_000);
  await page.getByRole("link", { name: "Geschäftsstelle", exact: true }).click();

  const office = { slack: await everybody.person("U01OFFICE"), teams: person({ playground, botUrl: url }, "anna") };
  const handedOut = new Set<string>();
  /** The newest code the office reads in Slack that nobody has used yet. */
  async function newCode(): Promise<string> {
    const found = await finds(office.slack, "a new code", (text) => codesIn(text).some((code) => !handedOut.has(code)));
    const code = codesIn(found).find((it) => !handedOut.has(it)) ?? "";
    handedOut.add(code);
    return code;
  }
  async function links(who: SlackPerson | TeamsPerson, whom: string): Promise<void> {
    await office.slack.writes(`mitglied zugang ${whom}`);
    await who.writes(await newCode());
    await who.sees("Konto ist verknüpft");
  }
  await office.slack.writes("hallo");
  await office.slack.sees("Willkommen beim Bündnisbot");
  await office.slack.writes("einstellungen");
  await office.slack.presses("Weiteres Konto");
  await office.teams.writes(await newCode());
  await office.teams.sees("Ihr Teams-Konto ist verknüpft");
  return {
    office,
    bot,
    complaints: browser.complaints,
    async inSlack(user, whom) {
      const it = await everybody.person(user);
      await links(it, whom);
      return it;
    },
    async inTeams(name, whom) {
      const it = person({ playground, botUrl: url }, name);
      await links(it, whom);
      return it;
    },
    async moves(day, clock) {
      const said = await moveClock(page, { day, clock });
      if (!said.startsWith("Die Uhr steht auf")) throw new Error(`The clock did not move to ${day}, ${clock}: ${said}`);
    },
    kept: async () => [...(await everybody.kept()), ...playground.recorded().map((it) => JSON.stringify(it))],
  };
}

const codesIn = (text: string): readonly string[] => text.match(/Z-\w{4}-\w{4}/g) ?? [];

/** Waits for a message that looks like this, and gives the newest. */
async function finds(reader: Reader, what: string, looks: (text: string) => boolean): Promise<string> {
  for (const end = performance.now() + patience; ; ) {
    const all = await reader.reads();
    const found = all.findLast(looks);
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error([`In ${patience / 1000} s nobody could read ${what}.`, ...all.slice(-4)].join("\n---\n"));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Waits for a message with all of these words. */
export const sees = (reader: Reader, ...words: readonly string[]): Promise<string> =>
  finds(reader, `„${words.join("“ and „")}“`, (text) => words.every((it) => text.includes(it)));

/** The place of the newest message with these words among all that somebody reads: an edited message keeps it, a new one comes behind. */
export async function placeOf(reader: Reader, words: string): Promise<number> {
  await sees(reader, words);
  return (await reader.reads()).findLastIndex((text) => text.includes(words));
}

/** How many messages with these words somebody reads now. */
export const counts = async (reader: Reader, words: string): Promise<number> => (await reader.reads()).filter((text) => text.includes(words)).length;

/**
 * The third Wednesday of the next November that is far enough: around it there are neither holidays nor school holidays that keep a message back,
 * in whatever year the test runs.
 */
export function thirdWednesdayOfNovember(): Day {
  const today = dayOf(new Date());
  for (let year = Number(today.slice(0, 4)); ; year++) {
    const first = dayFrom(year, 11, 15);
    const found = first && addDays(first, (3 - weekday(first) + 7) % 7);
    if (found && addDays(today, 45) < found) return found;
  }
}
