// The local page in a browser: a bot as its own process on a fresh database, and people in front of it who read, press and type.
import { type ChildProcess, spawn } from "node:child_process";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import path from "node:path";
import { type Browser, type BrowserContextOptions, chromium as driver, type Locator, type Page } from "playwright-core";
import { chromium } from "../chromium.ts";
import { freshDatabase } from "../database.ts";

const root = path.join(import.meta.dirname, "../..");

interface PageBrowser {
  /** A window of its own, with its own cookies; what the browser complains about is collected in `complaints`. */
  open(address: string, options?: BrowserContextOptions): Promise<Page>;
  readonly complaints: string[];
  close(): Promise<void>;
}

export interface PageWorld extends PageBrowser {
  readonly url: string;
  readonly databaseUrl: string;
}

export async function openPageWorld(): Promise<PageWorld> {
  const databaseUrl = await freshDatabase();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const bot = startBot(databaseUrl, port);
  try {
    await ready(url, bot);
    const browser = await openBrowser(url);
    const close = async () => {
      await browser.close();
      await stop(bot);
    };
    return { ...browser, url, databaseUrl, close };
  } catch (error) {
    await stop(bot);
    throw error;
  }
}

/** A browser in front of a page that is served already. */
export async function openBrowser(url: string): Promise<PageBrowser> {
  const browser = await launch();
  const complaints: string[] = [];
  return {
    complaints,
    async open(address, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      page.on("request", (request) => request.url().startsWith(url) || complaints.push(`asked ${request.url()}`));
      await page.goto(url + address);
      return page;
    },
    close: () => browser.close(),
  };
}

/** Without a sandbox where the tests run as root; no traffic of the browser's own. */
export const launch = (): Promise<Browser> =>
  driver.launch({
    executablePath: chromium(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

function startBot(databaseUrl: string, port: number): ChildProcess {
  const env = { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), LOG_LEVEL: "error", NODE_ENV: "test" };
  return spawn(process.execPath, ["--import", "tsx", "adapters/main.ts"], { cwd: root, env, stdio: ["ignore", "ignore", "inherit"] });
}

async function ready(url: string, bot: ChildProcess): Promise<void> {
  const end = Date.now() + 30_000;
  while (Date.now() < end && bot.exitCode === null) {
    const response = await fetch(`${url}/readyz`).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(bot.exitCode === null ? `the bot was not ready on ${url} within 30 s` : `the bot ended with ${bot.exitCode}`);
}

function stop(bot: ChildProcess): Promise<void> {
  if (bot.exitCode !== null || bot.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const hurry = setTimeout(() => bot.kill("SIGKILL"), 8000);
    bot.once("exit", () => {
      clearTimeout(hurry);
      resolve();
    });
    bot.kill("SIGTERM");
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** One person's chat: the only one of the page, or one of two beside each other. */
export interface Chat {
  says(words: string): Promise<void>;
  /** Presses the newest button with this label. */
  presses(label: string | RegExp): Promise<void>;
  /** Waits for the newest card with this title. */
  sees(title: string | RegExp): Promise<Locator>;
  readonly pane: Locator;
}

export function chatOf(page: Page, who?: string): Chat {
  const pane = who === undefined ? page.locator("[data-pane]").first() : page.getByRole("region", { name: who, exact: true });
  return {
    pane,
    async says(words) {
      await pane.getByRole("textbox", { name: "Nachricht" }).fill(words);
      await pane.getByRole("textbox", { name: "Nachricht" }).press("Enter");
    },
    async presses(label) {
      // The name that is read aloud begins with the label.
      const name = typeof label === "string" ? new RegExp(`^${label}( –|$)`) : label;
      await pane.getByRole("log").getByRole("button", { name }).last().click();
    },
    async sees(title) {
      const card = pane
        .locator("article")
        .filter({ has: page.getByRole("heading", { name: title, level: 3 }) })
        .last();
      await card.waitFor();
      return card;
    },
  };
}

/** Takes somebody's place, from the list of people. */
export async function choose(page: Page, label: string): Promise<Chat> {
  await page.getByRole("link", { name: label, exact: true }).click();
  await page.locator("main.panes:not([inert])").waitFor();
  return chatOf(page, label);
}

/** Opens a second chat beside the first. */
export async function showBeside(page: Page, label: string): Promise<Chat> {
  await page.locator("summary", { hasText: "Zweite Person" }).click();
  await page.getByLabel("Zweite Person").selectOption({ label });
  await page.getByRole("button", { name: "Daneben zeigen" }).click();
  await page.locator("main.panes[data-count='2']:not([inert])").waitFor();
  return chatOf(page, label);
}

export async function moveClock(page: Page, to: "next" | { readonly day: string; readonly clock: string }): Promise<string> {
  const panel = page.locator(".clock details");
  if ((await panel.getAttribute("open")) === null) await page.getByText("Uhr vorstellen", { exact: true }).click();
  if (to === "next") await page.getByRole("button", { name: "Zur nächsten Nachricht" }).click();
  else {
    await panel.getByLabel("Tag", { exact: true }).fill(to.day);
    await panel.getByLabel("Uhrzeit").fill(to.clock);
    await page.getByRole("button", { name: "Dorthin vorstellen" }).click();
  }
  await page.locator(".clock:not([aria-busy])").waitFor();
  const said = (await page.locator("[data-clock-said]").textContent()) ?? "";
  await page.keyboard.press("Escape");
  return said;
}

/** How far the page can be scrolled sideways, in pixels. */
export const overhang = (page: Page): Promise<number> => page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

/** What has the focus, as a person would describe it: its kind and its name or text. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate<string>("[document.activeElement.tagName, document.activeElement.ariaLabel ?? document.activeElement.textContent].join(' ').trim()");
