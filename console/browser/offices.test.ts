// Offices in a real browser: a register from its list to a move, by the keyboard; what is refused is said beside the
// field; tasks by their due days.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check, DESK, launch, logIn, open, PHONE, picture } from './page';
import { PERSON, POOL, serve, type Service } from './service';

let service: Service;
let browser: Browser;
beforeAll(async () => {
  [service, browser] = await Promise.all([serve(), launch()]);
});
afterAll(async () => {
  await browser.close();
  service.stop();
});

async function openRegister(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click();
  await page.locator('.entries a').first().waitFor();
}

/** What stands beside a field of the form. */
function wrongOf(page: Page, label: RegExp): Promise<string | null> {
  return page.locator('form.act .field').filter({ hasText: label }).locator('.wrong').textContent();
}

describe('registers', () => {
  it('go from the list to a move, by the keyboard', async () => {
    const { page, context } = await open(browser, service.url);
    await logIn(page, 'designation');
    await page.getByRole('heading', { name: /^济宁市有 \d+ 本登记册，\d+ 件逾期$/ }).waitFor();
    await check(page, 'registers');
    await picture(page, 'registers');
    await openRegister(page, '定点申请与协议');
    await page.getByText('3 项中 1 项没有达到').waitFor();
    await check(page, 'register');
    await page.locator('#by-due').selectOption('overdue');
    await page.locator('.entries').getByText('协议有效').first().waitFor({ state: 'detached' });
    await page.locator('#by-state').selectOption({ label: '已受理，评估中' });
    await page.locator('.entries').getByText('已收到申请').first().waitFor({ state: 'detached' });
    await page.locator('h1').click();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByText(/“评估合格”最迟应在 \d{4}-\d\d-\d\d 办完：收到申请日起 3 个月内。/).waitFor();
    await page.locator('.side').getByRole('button', { name: 'SD42-4-a' }).first().click();
    await page.locator('.side .gist').getByText('大意').waitFor();
    await check(page, 'entry');
    await picture(page, 'registers-entry');
    const entry = (await page.locator('.context .code').textContent()) ?? '';

    await page.keyboard.press('r');
    await page.locator('form.act').getByText('办完为“评估合格，待签协议”').waitFor();
    await page.locator('form.act input').first().fill('昨天');
    await page.keyboard.press('Enter');
    await page.locator('form.act').getByText('不是日期').waitFor();
    expect(await wrongOf(page, /^评估结束日/)).toContain('“昨天”不是日期');
    await check(page, 'form with a problem');
    await picture(page, 'registers-form');
    const day = await page
      .locator('form.act .field')
      .filter({ hasText: '自哪一天起' })
      .locator('input')
      .inputValue();
    await page.locator('form.act input').first().fill(day.replaceAll('-', '/'));
    await page.locator('form.act select').first().selectOption('passed');
    await page.locator('form.act').getByRole('button', { name: '评估合格' }).click();
    await page.getByRole('status').getByText(`${entry} 现为“评估合格，待签协议”`).waitFor();
    await page.locator('.way [aria-current]').getByText('评估合格，待签协议').waitFor();
    await page.locator('.side .steps').getByText('评估合格 → 评估合格，待签协议').waitFor();
    await context.close();
  });

  it('open and amend an entry; what is fixed is not asked again', async () => {
    const { page, context } = await open(browser, service.url);
    await logIn(page, 'designation');
    await openRegister(page, '医药机构');
    await page.locator('h1').click();
    await page.keyboard.press('n');
    await page.locator('#entry-id').waitFor();
    await check(page, 'form of a new entry');
    await page.locator('form.act').getByRole('button', { name: '登记' }).click();
    await page.getByText('写上编号，例如 H1').waitFor();
    await page.locator('#entry-id').fill('T-1');
    await page.locator('form.act').getByRole('button', { name: '登记' }).click();
    await page
      .locator('form.act')
      .getByText(/缺少“.+”/)
      .waitFor();
    await page.getByLabel(/^机构名称/).fill('试点医院');
    await page.getByLabel(/^机构类别/).selectOption({ index: 1 });
    await page.getByText(/^还可以写 \d+ 项$/).click();
    await page.getByLabel(/^机构级别/).selectOption({ index: 2 });
    await page.getByLabel(/区划/).fill('370811');
    await page.locator('form.act').getByRole('button', { name: '登记' }).click();
    await page.locator('.side h2').getByText('试点医院').waitFor();
    await page.keyboard.press('e');
    await page.getByLabel(/^机构名称/).fill('试点人民医院');
    await page.getByRole('button', { name: '记下更正' }).click();
    await page.locator('.side h2').getByText('试点人民医院').waitFor();
    await page.locator('.side .steps').getByText('机构名称 试点人民医院').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.side').waitFor({ state: 'detached' });
    await context.close();
  });

  it('show as they stood on a day, and to who may not act nothing to act with', async () => {
    const { page, context } = await open(browser, service.url);
    await logIn(page, 'fund');
    await openRegister(page, '定点申请与协议');
    expect(await page.getByRole('button', { name: '收到申请' }).count()).toBe(0);
    await page.locator('#by-day').fill('20190101');
    await page.keyboard.press('Enter');
    await page.getByText('2019-01-01 还没有登记').waitFor();
    await check(page, 'empty register');
    await page.locator('#by-day').fill('2020-06-01');
    await page.keyboard.press('Enter');
    await page.locator('.entries a').first().click();
    await page.getByText('这是 2020-06-01 的情况').waitFor();
    expect(await page.locator('.side .acts').count()).toBe(0);
    await context.close();
  });

  it('work in English, and on a phone', async () => {
    const { page, context } = await open(browser, service.url, PHONE, 'en-GB');
    await logIn(page, 'designation');
    await page.getByRole('heading', { name: /registers; \d+ entries are overdue/ }).waitFor();
    await check(page, 'registers on a phone');
    await openRegister(page, 'Applications and agreements');
    await check(page, 'register on a phone');
    await picture(page, 'registers-phone-en');
    await page.locator('.entries a').nth(5).click();
    await page.locator('.side .steps').waitFor();
    await check(page, 'entry on a phone');
    await page.setViewportSize(DESK);
    await check(page, 'entry in English');
    await context.close();
  });
});

describe('tasks', () => {
  it('stand by their due days, with what is missing', async () => {
    const { page, context } = await open(browser, service.url);
    await logIn(page, 'policy');
    await page.getByRole('heading', { name: /^济宁市有 \d+ 项任务，\d+ 项逾期$/ }).waitFor();
    await check(page, 'tasks');
    await picture(page, 'tasks');
    await page.getByRole('button', { name: /^逾期 \d+$/ }).click();
    await page.locator('.list button.open').first().click();
    await page.locator('.detail').getByText('凭什么销号').waitFor();
    await check(page, 'a task');
    await page.getByRole('button', { name: /^全部 \d+$/ }).click();
    await page.getByText('DRG').first().click();
    await page.getByRole('link', { name: '登记文件，销号' }).click();
    await page.locator('form.act').waitFor();
    await check(page, 'a task that is registered');
    await page.setViewportSize(PHONE);
    await page.getByRole('link', { name: '任务与期限' }).click();
    await page.locator('.list button.open').first().waitFor();
    await check(page, 'tasks on a phone');
    await picture(page, 'tasks-phone');
    await context.close();
  });
});

describe('operations', () => {
  it('begin a job, follow it, and show what came of it', async () => {
    const { page, context } = await open(browser, service.url);
    await logIn(page, 'auditor');
    await page.getByRole('link', { name: '运行' }).click();
    await page.getByText('服务可以办事').waitFor();
    await page.getByText('近三十天没有作业').waitFor();
    await check(page, 'operations');
    await page.getByRole('button', { name: '核验账册' }).click();
    await page.getByRole('button', { name: '结果' }).first().click();
    await page.getByText('账册与重算的结果一致').waitFor();
    await page.locator('#audit-on').fill('2023-02-30');
    await page.getByRole('button', { name: '核查全部统筹区' }).click();
    await page.locator('#audit-on-wrong').getByText('2023-02-30').waitFor();
    await check(page, 'an order that was refused');
    await page.locator('#audit-on').fill('2023-03-01');
    await page.getByRole('button', { name: '核查全部统筹区' }).click();
    const audit = page.locator('.list > li').filter({ hasText: '清单核查' });
    await audit.getByRole('button', { name: '结果' }).click();
    await audit.locator('tbody tr').nth(4).waitFor();
    const file = page.waitForEvent('download');
    await audit.getByRole('button', { name: '下载 JSON' }).click();
    expect((await file).suggestedFilename()).toMatch(/^audit-[0-9a-f]+\.json$/);
    await check(page, 'result of an audit');
    await picture(page, 'operations');
    await page.setViewportSize(PHONE);
    await check(page, 'operations on a phone');
    await context.close();
  });

  it('show an auditor who looked at whom, and nobody else', async () => {
    const window = await open(browser, service.url);
    await logIn(window.page, 'window');
    await window.page.locator('.pool select').selectOption(POOL);
    await window.page.locator('#find-person').fill(PERSON);
    await window.page.keyboard.press('Enter');
    await window.page.locator('.strip .number').waitFor();
    expect(await window.page.getByRole('link', { name: '审计轨迹' }).count()).toBe(0);
    await window.page.getByRole('link', { name: '登记册' }).click();
    await window.page.getByRole('heading', { name: /本登记册/ }).waitFor();
    await check(window.page, 'registers of a window');
    await window.context.close();

    const { page, context } = await open(browser, service.url, DESK, 'en-GB');
    await logIn(page, 'auditor');
    await page.getByRole('link', { name: 'Audit trail' }).click();
    await page.getByRole('heading', { name: /: \d+ traces, \d+ refused$/ }).waitFor();
    await page.locator('tbody tr').first().getByText('window').waitFor();
    expect(await page.locator('main').innerText()).not.toContain(PERSON);
    await check(page, 'trail');
    await picture(page, 'trail-en');
    await page.locator('#trail-user').fill('nobody');
    await page.keyboard.press('Enter');
    await page.getByText('No such traces').waitFor();
    await page.setViewportSize(PHONE);
    await check(page, 'trail on a phone');
    await context.close();
  });

  it('keep the users', async () => {
    const { page, context } = await open(browser, service.url);
    await logIn(page, 'administrator');
    await page.getByRole('link', { name: '用户' }).click();
    await page.getByRole('heading', { name: /^\d+ 个用户，0 个已停用$/ }).waitFor();
    await check(page, 'users');
    await page.keyboard.press('n');
    await page.locator('#user-name').fill('linqing');
    await page.getByLabel('定点管理', { exact: true }).check();
    await page.getByRole('checkbox', { name: '济宁市' }).check();
    await page.locator('#user-password').fill('short');
    await page.keyboard.press('Enter');
    await page.locator('#user-password-wrong').getByText('密码').waitFor();
    await check(page, 'a password that is too short');
    await picture(page, 'users');
    await page.locator('#user-password').fill('a long enough password');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('已记下用户 linqing').waitFor();
    await page.getByRole('button', { name: 'linqing' }).click();
    await page.getByRole('button', { name: '停用' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '停用', exact: true }).click();
    await page.getByRole('heading', { name: /1 个已停用$/ }).waitFor();
    await page.setViewportSize(PHONE);
    await check(page, 'users on a phone');
    await context.close();
  });
});
