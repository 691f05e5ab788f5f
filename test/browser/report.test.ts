import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/report/html.ts';
import { hostileNames, sampleDocument } from '../report/sample-document.ts';
import { launchBrowser } from './browser.ts';

const launched = await launchBrowser();
if ('unavailable' in launched) console.warn(`The report is not tested in a browser: ${launched.unavailable}`);
const folder = mkdtempSync(join(tmpdir(), 'bartizan-report-'));

afterAll(async () => {
  rmSync(folder, { recursive: true });
  if ('browser' in launched) await launched.browser.close();
});

/** Opens a report as a file, and collects whatever the page complains about or asks the network for. */
async function open(
  elements: number,
  options: { readonly scripts: boolean; readonly width: number; readonly hostile?: boolean },
): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  if (!('browser' in launched)) throw new Error(launched.unavailable);
  const file = join(folder, `${elements}-${options.width}-${options.scripts}-${options.hostile === true}.html`);
  writeFileSync(file, await renderHtml(sampleDocument({ elements, hostile: options.hostile === true })));
  const page = await launched.browser.newPage({
    javaScriptEnabled: options.scripts,
    viewport: { width: options.width, height: 900 },
  });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) complaints.push(`request: ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href);
  return { page, complaints };
}

describe.skipIf('unavailable' in launched)('the report in a browser', () => {
  it('shows every section without script, and has nothing to complain about', async () => {
    const { page, complaints } = await open(22, { scripts: false, width: 1280 });
    const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
    expect(headings).toEqual([
      'Summary',
      'Threats',
      'Attack paths',
      'Diagram',
      'Mitigations',
      'Assets and assumptions',
      'Shared responsibility',
      'Flows and boundaries',
      'Elements',
      'Coverage',
    ]);
    expect(await page.getByRole('main').count()).toBe(1);
    expect(await page.getByRole('navigation').count()).toBe(1);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Threat model: shop/template.yaml');
    expect(complaints).toEqual([]);
  });

  it('unfolds a threat by a click, without script', async () => {
    const { page } = await open(22, { scripts: false, width: 1280 });
    const statement = page.getByText('A stranger on the internet with a browser can use ImagesBucket');
    expect(await statement.isVisible()).toBe(false);
    await page.locator('summary', { hasText: 'Data store readable by anyone' }).click();
    expect(await statement.isVisible()).toBe(true);
  });

  it('lays an attack path over the diagram by a click, without script', async () => {
    const { page } = await open(22, { scripts: false, width: 1280 });
    const trail = page.locator('.trail-2');
    expect(await trail.isVisible()).toBe(false);
    await page.locator('.views label', { hasText: '2. ' }).click();
    expect(await trail.isVisible()).toBe(true);
    expect(await page.locator('.trail-1').isVisible()).toBe(false);
  });

  it.each([
    [22, 1280],
    [22, 390],
    [200, 1280],
    [200, 390],
  ])('%d elements do not make a page of %d px wider than the window', async (elements, width) => {
    const { page, complaints } = await open(elements, { scripts: true, width });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(complaints).toEqual([]);
  });

  it('has a target for every link inside the page, and no id twice', async () => {
    const { page } = await open(60, { scripts: true, width: 1280 });
    const broken = await page.evaluate(
      `[...document.querySelectorAll('a[href^="#"]')].map((a) => a.getAttribute('href')).filter((h) => !document.getElementById(h.slice(1)))`,
    );
    expect(broken).toEqual([]);
    const ids = (await page.evaluate(`[...document.querySelectorAll('[id]')].map((e) => e.id)`)) as string[];
    expect(ids.length).toBe(new Set(ids).size);
  });

  it('shows hostile names as text: nothing runs, nothing is asked from the network', async () => {
    const { page, complaints } = await open(22, { scripts: true, width: 1280, hostile: true });
    expect(
      await page.evaluate(`document.querySelectorAll('script, [onload], [onmouseover], iframe, img').length`),
    ).toBe(0);
    expect(await page.evaluate('document.styleSheets[0].cssRules.length > 50')).toBe(true);
    for (const name of hostileNames.slice(0, 3)) {
      expect(await page.getByRole('rowheader').filter({ hasText: name }).count(), name).toBeGreaterThan(0);
    }
    expect(complaints).toEqual([]);
  });

  it('would not run a script even if one got in', async () => {
    const { page, complaints } = await open(22, { scripts: true, width: 1280 });
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' }))`,
    );
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(complaints.join()).toContain('Content Security Policy');
  });

  it('puts no label of a flow on a box and no two on one another', async () => {
    const { page } = await open(60, { scripts: true, width: 1280 });
    const overlaps = await page.evaluate(`(() => {
      const boxes = (selector) => [...document.querySelectorAll('.canvas .base ' + selector)].map((e) => e.getBBox());
      const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
      const labels = boxes('.label');
      const others = [...boxes('.node .shape'), ...boxes('.list')];
      const onBoxes = labels.filter((label) => others.some((other) => meet(label, other))).length;
      const onLabels = labels.filter((label, at) => labels.slice(at + 1).some((other) => meet(label, other))).length;
      return { labels: labels.length > 20, onBoxes, onLabels };
    })()`);
    expect(overlaps).toEqual({ labels: true, onBoxes: 0, onLabels: 0 });
  });
});
