// Finds the browser that the end-to-end tests look through.
import { existsSync } from "node:fs";

const USUAL = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/** The file to run, for playwright-core's `executablePath`. */
export function chromium(): string {
  const wished = process.env["CHROMIUM_PATH"];
  const found = (wished ? [wished] : USUAL).find((file) => existsSync(file));
  if (found) return found;
  throw new Error(`No Chromium in ${wished ?? USUAL.join(", ")}. Install it (on Debian: apt-get install chromium) or set CHROMIUM_PATH to the browser's file.`);
}
