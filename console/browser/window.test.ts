// A window's work in a real browser, without the mouse where a clerk needs none: from the login to the printed
// bill, and back again.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check, DESK, keep, launch, logIn, open, PHONE, picture } from './page';
import { PERSON, serve, type Service } from './service';

const LINES = [
  '项目\t类别\t数量\t单价\t金额\t先行自付\t支付标准',
  '手术与治疗\t甲\t\t\t86,000.00\t\t',
  '药品\t乙\t\t\t24000\t15%\t',
  '床位费\t乙\t24\t90\t\t0%\t50',
  '目录外材料\t丙\t\t\t1830\t\t',
].join('\n');

let service: Service;
let browser: Browser;
beforeAll(async () => {
  [service, browser] = await Promise.all([serve(), launch()]);
});
afterAll(async () => {
  await browser.close();
  service.stop();
});

async function paste(page: Page, text: string): Promise<void> {
  await page.locator('[data-at="0-item"]').focus();
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

async function serveHer(page: Page): Promise<void> {
  await page.locator('#find-person').fill(PERSON);
  await page.keyboard.press('Enter');
  await page.locator('.strip .number').waitFor();
}

async function enterVisit(page: Page): Promise<void> {
  await page.locator('#admitted').fill('20230206');
  await page.locator('#date').fill('2023/3/2');
  await page.locator('#provider').fill('运河');
  await page.locator('.el-select-dropdown__item').filter({ hasText: '运河人民医院' }).click();
  await page.locator('.check input').first().check(); // referred by the institution of first contact
  await paste(page, LINES);
  await page.locator('.lines tfoot').getByText('107,600.00').waitFor();
}

describe('the window', () => {
  it('logs in, and says why not', async () => {
    const { page, context } = await open(browser, service.url);
    await page.getByRole('heading', { name: '登录' }).waitFor();
    await check(page, 'login');
    await picture(page, 'login');
    await page.locator('#user').fill('window');
    await page.locator('#password').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByText('用户名或密码不对').waitFor();
    await logIn(page, 'window');
    await page.getByRole('heading', { name: '为谁结算' }).waitFor();
    await check(page, 'start');
    expect(
      await page.evaluate(() =>
        [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].join(),
      ),
    ).not.toMatch(/token|yt_/);
    await page.locator('#find-person').fill('370800199001010000');
    await page.keyboard.press('Enter');
    await page.getByText('没有这个号码').waitFor();
    await page.locator('#find-person').fill('3708001990010100');
    await page.keyboard.press('Enter');
    await page.getByText('18 位').waitFor();
    await context.close();
  });

  it('settles, prints, reverses, settles again', async () => {
    const { page, context } = await open(browser, service.url);
    await logIn(page, 'window');
    await page.locator('.pool select').selectOption('370800');
    await serveHer(page);
    await enterVisit(page);
    expect(await page.locator('.strip .number').textContent()).toBe('370800**********48');
    expect(await page.locator('.strip').textContent()).toContain('低保对象');
    expect(await page.locator('.lines tfoot').textContent()).toContain('107,600.00');
    await page.locator('.side .sum').getByText('11,900.06').waitFor();
    const layers = await page.locator('.side .fall').textContent();
    for (const paid of ['64,080.00', '21,186.00', '15,633.80', '1,190.14']) expect(layers).toContain(paid);
    await page.locator('.chips button').first().waitFor();
    await page.getByRole('navigation').getByRole('link', { name: '单据' }).click();
    await page.getByText('还没有结算过').waitFor();
    await page.getByRole('navigation').getByRole('link', { name: '结算' }).click();
    expect(await page.locator('[data-at="3-item"]').inputValue(), 'what was typed stays').toBe('目录外材料');
    await page.locator('.chips button').first().waitFor();
    await check(page, 'window');
    await picture(page, 'window');

    await page.locator('.chips button').first().click();
    await page.locator('.what-if table').waitFor();
    await check(page, 'what if');

    // What is wrong stands at its cell, in the service's words.
    await page.locator('[data-at="1-first"]').fill('150%');
    await page.locator('.lines .wrong').waitFor();
    expect(await page.locator('[data-at="1-first"]').getAttribute('aria-invalid')).toBe('true');
    await check(page, 'a wrong cell');
    await picture(page, 'window-wrong');
    await page.locator('[data-at="1-first"]').fill('15%');
    await page.locator('.confirm .btn[aria-disabled="false"]').waitFor();

    await page.keyboard.press('F9');
    await page
      .getByRole('heading', { name: '总费用 113,990.00 元，基金付 102,089.94 元，病人付 11,900.06 元' })
      .waitFor();
    expect(page.url()).not.toContain(PERSON);
    await page.locator('.fall .toggle').filter({ hasText: '大病保险' }).click();
    await page.locator('.steps .link').filter({ hasText: 'JN-5.2-b' }).first().click();
    await page.locator('.quote').waitFor();
    await check(page, 'bill');
    await picture(page, 'bill', true);

    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.sheet').isVisible()).toBe(true);
    expect(await page.locator('main').isVisible()).toBe(false);
    expect(await page.locator('.sheet').textContent()).toContain('人民币壹万壹仟玖佰元零陆分');
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    await keep(pdf, 'bill-a4.pdf');
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g), 'pages').toHaveLength(1);
    await page.emulateMedia({ media: 'screen' });

    await page.getByRole('button', { name: '冲正' }).click();
    await page.getByRole('button', { name: '冲正并退款' }).click();
    await page.getByText('写上原因').waitFor();
    await check(page, 'reverse');
    await page.locator('#reason').fill('费用录错，第 3 行');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '这张单已冲正' }).waitFor();
    await page.getByRole('navigation').getByRole('link', { name: '单据' }).click();
    await page.getByText('已冲正').first().waitFor();
    await check(page, 'bills');
    await picture(page, 'bills');
    await context.close();
  });

  it('does not charge twice when no answer comes', async () => {
    const { page, context } = await open(browser, service.url);
    await logIn(page, 'window');
    await page.locator('.pool select').selectOption('370800');
    await serveHer(page);
    await enterVisit(page);
    const keys: string[] = [];
    await page.route(
      '**/settlements',
      async (route) => {
        keys.push(route.request().headers()['idempotency-key'] ?? '');
        await route.fetch();
        await route.abort('connectionreset'); // it was done, and nobody hears of it
      },
      { times: 1 },
    );
    await page.locator('.confirm .btn[aria-disabled="false"]').waitFor();
    await page.keyboard.press('F9');
    await page.getByText('不要重收').waitFor();
    await check(page, 'no answer');
    await picture(page, 'window-no-answer');
    await page.getByRole('button', { name: '查结果' }).click();
    await page.getByRole('heading', { name: /病人付 11,900.06 元/ }).waitFor();
    expect(keys).toHaveLength(1);
    await context.close();
  });

  it('types line by line without the mouse', async () => {
    const { page, context } = await open(browser, service.url);
    await logIn(page, 'hospital');
    await serveHer(page);
    await page.locator('#admitted').fill('2023-09-01');
    await page.locator('#date').fill('2023-09-05');
    await page.locator('[data-at="0-item"]').focus();
    for (const key of ['检', '查']) await page.keyboard.insertText(key);
    await page.keyboard.press('Enter');
    await page.keyboard.press('a');
    await page.keyboard.press('Enter');
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await page.keyboard.type('150.5');
    await page.keyboard.press('Enter'); // quantity and price are enough: the next line
    await page.keyboard.press('Enter'); // an empty line ends it
    await page.locator('.side .sum').waitFor();
    await page.locator('.lines tfoot').getByText('301.00').first().waitFor();
    await page.locator('.confirm .btn[aria-disabled="false"]').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('结算');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: '为谁结算' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('快捷键').waitFor();
    await check(page, 'keys');
    await context.close();
  });

  it('works in English, and on a phone', async () => {
    const { page, context } = await open(browser, service.url, PHONE, 'en-GB');
    await logIn(page, 'window');
    await page.locator('.pool select').selectOption('370800');
    await serveHer(page);
    await enterVisit(page);
    await check(page, 'window on a phone');
    await picture(page, 'window-phone-en', true);
    await page.setViewportSize(DESK);
    await page.locator('.chips button').first().waitFor();
    await check(page, 'window in English');
    await picture(page, 'window-en');
    const words = await page.locator('body').innerText();
    const chinese = words
      .replace(/[^\u4e00-\u9fff]+/g, ' ')
      .trim()
      .split(' ');
    const names = /^(中文|手术与治疗|药品|床位费|目录外材料|济宁市|烟台市|.*(?:医院|诊所|药房|中心|号|院).*|)$/;
    expect(chinese.filter((each) => !names.test(each))).toEqual([]);
    await context.close();
  });
});
