// What every test of a page does: opens a browser, logs in, looks for what a reader of the screen would stumble over,
// keeps a picture.
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { PASSWORD, ROOT } from './service';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PICTURES = process.env.YIDAN_SCREENS; // a folder; nothing is kept without

export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--font-render-hinting=none'],
  });
}

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary?: string }[];
}

/** Everything that was said on the console of the browser, and every answer that broke the content policy. */
const faults = new WeakMap<Page, string[]>();

export async function open(
  browser: Browser,
  url: string,
  viewport = DESK,
  locale = 'zh-CN',
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport, locale, bypassCSP: false, reducedMotion: 'reduce' });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const heard: string[] = [];
  faults.set(page, heard);
  page.on('pageerror', (error) => heard.push(String(error)));
  page.on('console', (message) => {
    const isOfAnswer = message.text().includes('Failed to load resource'); // a refusal is an answer like another
    if (message.type() === 'error' && !isOfAnswer) heard.push(message.text());
  });
  await page.goto(url);
  return { page, context };
}

export async function logIn(page: Page, user: string): Promise<void> {
  await page.locator('#user').fill(user);
  await page.locator('#password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page
    .locator('header.top')
    .getByText(/^(退出|Log out)$/)
    .waitFor();
}

// By the debugger's way in, which the content policy of the page does not bind.
async function violationsOf(page: Page): Promise<Violation[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: AXE });
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const options = JSON.stringify({ runOnly: { type: 'tag', values: tags } });
  const expression = `axe.run(${options}).then((found) => JSON.stringify(found.violations))`;
  const said = await session.send('Runtime.evaluate', { expression, awaitPromise: true });
  await session.detach();
  return JSON.parse(String(said.result.value)) as Violation[];
}

/** Nothing is wrong with the page for those who see, hear or type it: WCAG 2.2 AA by axe, no error of a script. */
export async function check(page: Page, name: string): Promise<void> {
  const violations = await violationsOf(page);
  const told = violations.map(
    (each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
  expect(told, `${name}: axe`).toEqual([]);
  expect(faults.get(page), `${name}: errors of scripts`).toEqual([]);
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide, `${name}: scrolls sideways`).toBeLessThanOrEqual(0);
}

export async function picture(page: Page, name: string, fullPage = false): Promise<void> {
  if (PICTURES === undefined) return;
  await page.evaluate(() => {
    window.scrollTo(0, 0);
  });
  await page.screenshot({ path: join(ROOT, PICTURES, `${name}.png`), fullPage, animations: 'disabled' });
}

export async function keep(bytes: Uint8Array, name: string): Promise<void> {
  if (PICTURES !== undefined) await writeFile(join(ROOT, PICTURES, name), bytes);
}
