// A citizen in a real browser, phone first: what did I pay, and why.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check, DESK, launch, logIn, open, PHONE, picture } from './page';
import { PERSON, serve, settleExamples, type Service } from './service';

let service: Service & { books: string };
let browser: Browser;
beforeAll(async () => {
  [service, browser] = await Promise.all([serve(), launch()]);
  settleExamples(service.books);
});
afterAll(async () => {
  await browser.close();
  service.stop();
});

describe('a citizen', () => {
  it('asks why, on a phone', async () => {
    const { page, context } = await open(browser, service.url, PHONE);
    await logIn(page, 'citizen');
    await page.locator('#mine').waitFor();
    await check(page, 'who am I');
    await page.locator('#mine').fill('370600195003010028');
    await page.keyboard.press('Enter');
    await page.getByText('不是您账号的').waitFor();
    await page.locator('#mine').fill(PERSON);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '2023 年看病3次，您自己付了' }).waitFor();
    expect(await page.locator('.sum').textContent()).toContain('13,860.98');
    await page.getByRole('button', { name: '为什么付这些' }).last().click();
    await page.getByText('剩下 5,510.06 元，加上不在报销范围的 6,390.00 元，是您付的。').waitFor();
    await page.locator('section').filter({ hasText: '再看一次病' }).locator('li').nth(4).waitFor();
    await check(page, 'citizen on a phone');
    await picture(page, 'citizen-phone');
    await page.getByRole('button', { name: '大字' }).click();
    await check(page, 'citizen in large print');
    await context.close();
  });

  it('reads it in English, at a desk', async () => {
    const { page, context } = await open(browser, service.url, DESK, 'en-GB');
    await logIn(page, 'citizen');
    await page.locator('#mine').fill(PERSON);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '3 visits in 2023; you paid' }).waitFor();
    await page.getByRole('button', { name: 'Why did I pay this' }).last().click();
    await page.getByText('Pooled fund: 60% of what is above 800.00 yuan').waitFor();
    await page.getByRole('button', { name: 'See every step and clause' }).click();
    await page.locator('.fall .toggle').first().click();
    await page.locator('section').filter({ hasText: 'Another visit' }).locator('li').nth(4).waitFor();
    await check(page, 'citizen in English');
    await picture(page, 'citizen-en');
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { name: '2023 年看病3次，您自己付了' }).waitFor();
    await check(page, 'citizen in Chinese, at a desk');
    await picture(page, 'citizen');
    await context.close();
  });
});
