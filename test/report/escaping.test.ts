import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Format, formats, render } from '../../src/report/formats.ts';
import { hostileNames, sampleDocument } from './sample-document.ts';

/** Anything a name may be, with a liking for what has broken reports elsewhere. */
const names = fc.array(
  fc.oneof(
    fc.constantFrom(...hostileNames),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc
      .array(
        fc.constantFrom(
          '<',
          '>',
          '"',
          "'",
          '&',
          '`',
          '|',
          '\\',
          '\n',
          '\r',
          '\t',
          '\u0000',
          '\u009b',
          '-->',
          ']]>',
          '#',
          ';',
          '{',
          '[x](y)',
        ),
        { maxLength: 6 },
      )
      .map((parts) => parts.join('')),
  ),
  { minLength: 1, maxLength: 4 },
);

const document = (own: readonly string[]) => sampleDocument({ elements: 22, names: own });
const runs = { numRuns: 12 };
/** Milliseconds: generous, because other tests run at the same time. */
const patience = 120_000;

const tags = new Set(
  'html head meta title style body div nav main header footer section article h1 h2 h3 h4 p ul ol li dl dt dd a b i span code br time table caption thead tbody tr th td details summary fieldset legend label input svg g rect path text tspan circle'.split(
    ' ',
  ),
);
const attributes = new Set(
  'lang charset http-equiv content name class href id aria-labelledby aria-label aria-hidden role tabindex rel datetime scope type checked xmlns viewbox width height x y rx cx cy r d dx transform'.split(
    ' ',
  ),
);

/** Reads every tag strictly; what is left must be text without any angle bracket. */
function expectOnlyOurTags(source: string) {
  const text = source
    .replace(/^<!doctype html>\n|^<\?xml version="1.0" encoding="UTF-8"\?>\n/, '')
    .replace(/<style>[^<]*<\/style>/g, '')
    .replace(/<\/?([a-z0-9]+)((?: [A-Za-z:-]+(?:="[^"<>]*")?)*)\/?>/g, (_, tag: string, list: string) => {
      expect(tags).toContain(tag);
      for (const [, name = '', value = ''] of list.matchAll(/ ([A-Za-z:-]+)(?:="([^"]*)")?/g)) {
        expect(attributes).toContain(name.toLowerCase());
        if (name === 'href')
          expect(value).toMatch(/^(#[a-z0-9-]+|https:\/\/(attack|cwe)\.mitre\.org\/[A-Za-z0-9/.]+)$/);
      }
      return '';
    });
  expect(text).not.toMatch(/[<>]/);
}

/** Line feeds and tabs aside, nothing that a screen or terminal would act on or hide. */
const acting = /[^\P{C}\n\t]|[\u2028\u2029]/u;

describe('whatever things are called', { timeout: patience }, () => {
  it.each<Format>(['html', 'svg'])('%s has no tag, attribute or address that is not ours', async (format) => {
    await fc.assert(
      fc.asyncProperty(names, async (own) => {
        const source = await render(document(own), format);
        expectOnlyOurTags(source);
        expect(source).not.toMatch(acting);
      }),
      runs,
    );
  });

  it('Markdown has no HTML but code elements, no broken table row and no active character', async () => {
    await fc.assert(
      fc.asyncProperty(names, async (own) => {
        const source = await render(document(own), 'markdown');
        expect(source.replace(/<\/?code>|^```mermaid\n[^`]*\n```$/gm, '').replace(/-?->|-\.->/g, '')).not.toMatch(
          /[<>]/,
        );
        expect(source).not.toMatch(acting);
        const widths = source
          .split('\n')
          .filter((line) => line.startsWith('| '))
          .map((line) => line.replace(/\\[\\|]/g, '').split('|').length);
        expect([...new Set(widths)].sort()).toEqual([10, 7, 8]);
      }),
      runs,
    );
  });

  it('Mermaid labels stay inside their quotes', async () => {
    await fc.assert(
      fc.asyncProperty(names, async (own) => {
        const source = await render(document(own), 'mermaid');
        const label = '"[^"<>\\\\`]*"';
        const line = new RegExp(
          `^(flowchart LR|end|subgraph n\\d+ \\[${label}\\]|n\\d+(\\(|\\[\\(?|\\{\\{|\\(\\[|\\[\\[)${label}(\\)|\\)?\\]|\\}\\}|\\]\\)|\\]\\])|n\\d+ -\\.?->\\|${label}\\| n\\d+|n\\d+ -->\\|${label}\\| n\\d+)$`,
        );
        for (const each of source.trimEnd().split('\n')) expect(each.trim()).toMatch(line);
        expect(source).not.toMatch(acting);
      }),
      runs,
    );
  });

  it('the terminal gets no escape but our own colours', async () => {
    await fc.assert(
      fc.asyncProperty(names, fc.boolean(), fc.integer({ min: 20, max: 160 }), async (own, colors, width) => {
        const source = await render(document(own), 'summary', { colors, width });
        // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
        const text = colors ? source.replace(/\u001b\[(?:1|2|22|31|33|34|39)m/g, '') : source;
        expect(text).not.toMatch(/[^\P{C}\n]/u);
      }),
      runs,
    );
  });

  it.each<Format>(['json', 'sarif'])(
    '%s is JSON that is safe to print and keeps every name as it is',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(names, async (own) => {
          const source = await render(document(own), format);
          expect(source.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
          const back: unknown = JSON.parse(source);
          if (format === 'json') expect(back).toEqual(document(own));
        }),
        runs,
      );
    },
  );
});

describe('the same document', () => {
  it.each(formats)('always gives the same %s', async (format) => {
    const first = await render(sampleDocument({ elements: 60, hostile: true }), format);
    expect(await render(sampleDocument({ elements: 60, hostile: true }), format)).toBe(first);
  });

  it('gives the same picture when elements, flows and threats come in another order', async () => {
    const one = sampleDocument({ elements: 60 });
    const { system } = one;
    const other = {
      ...one,
      threats: one.threats.toReversed(),
      attackPaths: one.attackPaths.toReversed(),
      system: {
        ...system,
        elements: system.elements.toReversed(),
        flows: system.flows.toReversed(),
        boundaries: system.boundaries.toReversed(),
      },
    };
    for (const format of ['svg', 'mermaid', 'summary'] as const) {
      expect(await render(other, format)).toBe(await render(one, format));
    }
  });
});
