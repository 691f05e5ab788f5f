import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/report/html.ts';
import { escapedJson, jsonChunks, renderJson } from '../../src/report/json.ts';
import { sampleDocument } from './sample-document.ts';

describe('a system that is too large to show every part of', () => {
  it('has no link without a target, and says what it left out', async () => {
    const source = await renderHtml(sampleDocument({ elements: 6000 }));
    const ids = new Set([...source.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...source.matchAll(/ href="#([^"]+)"/g)].map(([, target]) => target);
    expect(links.filter((target) => !ids.has(target))).toEqual([]);
    expect(source).toContain('1,000 more elements in the JSON document');
  });
});

describe('JSON', () => {
  it('is the same in pieces and at once, and pieces stay small', () => {
    const document = sampleDocument({ elements: 300, hostile: true });
    expect(renderJson(document)).toBe(`${escapedJson(document)}\n`);
    expect(Math.max(...[...jsonChunks(document)].map((chunk) => chunk.length))).toBeLessThan(20_000);
  });
});
