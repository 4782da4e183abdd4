import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { requireOrSkip } from "../../server/test/services.ts";
import type { Person } from "./people.ts";
import { origin } from "./site.ts";

const phone = { width: 390, height: 844 };
const flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"];

type Visit = BrowserContextOptions & {
  as?: Person | undefined;
  wide?: boolean;
  /** Wait until the page hears of what happens. */
  live?: boolean;
  /** The connection is cut on purpose: what the browser says about that is no fault. */
  cut?: boolean;
};

/** A Chromium for the tests of one file. Nothing that a page reports as an error goes unseen. */
export function testBrowser() {
  let browser: Browser;
  let faults: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: requireOrSkip("chromium") ?? "", args: flags });
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    const seen = faults;
    faults = [];
    expect(seen).toEqual([]);
  });

  async function visit(
    path: string,
    { as, wide = false, live = false, cut = false, ...options }: Visit = {},
  ): Promise<Page> {
    const baseURL = origin();
    const context = await browser.newContext({
      baseURL,
      locale: "ko-KR",
      viewport: wide ? { width: 1280, height: 900 } : phone,
      reducedMotion: "reduce",
      ...options,
    });
    if (as)
      await context.addCookies([{ name: "maru_session", value: as.token, url: baseURL, sameSite: "Lax" }]);
    const page = await context.newPage();
    const isOfCut = (text: string) => cut && /Failed to fetch|Unable to preload/.test(text);
    page.on("pageerror", (error) => !isOfCut(String(error)) && faults.push(`${path}: ${error}`));
    page.on("console", (message) => {
      const text = message.text();
      if (message.type() === "error" && !/Failed to load resource|WebSocket/.test(text) && !isOfCut(text))
        faults.push(`${path}: ${text}`);
    });
    page.setDefaultTimeout(8000);
    const listening = live && hearsOfPosts(page);
    await page.goto(path);
    if (options.javaScriptEnabled !== false) await page.locator("html[data-alive]").waitFor();
    await listening;
    return page;
  }

  return { visit };
}

/** Resolves when the server has let the page's live connection in. */
function hearsOfPosts(page: Page) {
  return new Promise<void>((resolve) =>
    page.on("websocket", (socket) =>
      socket.on("framereceived", ({ payload }) => {
        if (String(payload).startsWith("40{")) resolve();
      }),
    ),
  );
}

/** No violation of WCAG 2.2 AA that a machine can find. */
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}

/** How many pixels the page is wider than the screen. */
export function widthTooMuch(page: Page) {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
}
