// An administrator in front of a browser: the bot's page to install, emulate's page to consent, and the way back.
import type { Browser } from "playwright-core";
import type { Emulate } from "./slack-emulate.ts";

/** A browser with its own cookies. */
export interface Administrator {
  /** Opens the address to install, and comes to the page on which Slack asks for consent; what Slack was asked. */
  begins(): Promise<URLSearchParams>;
  /** Consents there, without the permissions that are named; the address to which Slack sends the browser back, not opened yet. */
  consents(name: string, without?: readonly string[]): Promise<string>;
  /** Opens an address; the heading of the page there. */
  opens(address: string): Promise<string>;
  /** From the beginning to the way back, by clicks alone; the heading at the end. */
  installs(name: string, without?: readonly string[]): Promise<string>;
}

export async function administrator(browser: Browser, emulate: Emulate, botUrl: string): Promise<Administrator> {
  const page = await (await browser.newContext({ locale: "de-DE" })).newPage();
  page.setDefaultTimeout(15_000);
  // The bot leads to slack.com, as it must; here emulate stands at that address.
  await page.route(`${botUrl}/slack/install`, async (route) => {
    const response = await route.fetch({ maxRedirects: 0 });
    const { origin, pathname, search } = new URL(response.headers()["location"] ?? "");
    expect(origin).toBe("https://slack.com");
    await route.fulfill({ response, headers: { ...response.headers(), location: emulate.url + pathname + search } });
  });
  const heading = () => page.getByRole("heading", { level: 1 }).innerText();
  const form = (name: string) => page.locator("form", { has: page.getByText(name, { exact: true }) });
  // Slack's page lets optional permissions be declined, emulate's does not: they are taken out of what its form will send.
  async function declines(name: string, without: readonly string[]): Promise<void> {
    const field = form(name).locator("input[name=scope]");
    const kept = (await field.inputValue()).split(",").filter((scope) => !without.includes(scope));
    await field.evaluate((input: { value: string }, value: string) => {
      input.value = value;
    }, kept.join());
  }
  async function begins(): Promise<URLSearchParams> {
    await page.goto(`${botUrl}/slack/install`);
    await page.getByText("Sign in to Slack").waitFor();
    return new URL(page.url()).searchParams;
  }
  return {
    begins,
    async consents(name, without = []) {
      await declines(name, without);
      const fields = await form(name).locator("input").all();
      const body = new URLSearchParams();
      for (const field of fields) body.set((await field.getAttribute("name")) ?? "", await field.inputValue());
      const response = await fetch(`${emulate.url}/oauth/v2/authorize/callback`, { method: "POST", body, redirect: "manual" });
      return response.headers.get("location") ?? "";
    },
    async opens(address) {
      await page.goto(address);
      return heading();
    },
    async installs(name, without = []) {
      await begins();
      await declines(name, without);
      await form(name).getByRole("button").click();
      return heading();
    },
  };
}
