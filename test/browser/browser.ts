import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** A headless browser, or the reason why none starts on this machine. */
export type Launched = { readonly browser: Browser } | { readonly unavailable: string };

/** Not those that the package advises: they switch off the very protection that the tests look at. */
const browserArguments: string[] = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];

/** Starts the browser that comes with the development dependencies; it needs only what `npm ci` brings, on Linux x64. */
export async function launchBrowser(): Promise<Launched> {
  try {
    const executablePath = await chromium.executablePath();
    const browser = await playwright.launch({ args: browserArguments, executablePath, headless: true });
    return { browser };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { unavailable: `no browser starts here: ${reason}` };
  }
}
