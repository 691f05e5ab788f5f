import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { controls, threatRules } from '../../src/catalog/catalog.generated.ts';
import { examplesOfRule } from '../support/rule-example.ts';

/** The page of every threat rule tells a reader all that the catalogue knows of it, in its own words. */
const docs = fileURLToPath(new URL('../../docs/', import.meta.url));
const headings = [
  '## How attackers use it',
  '## When it is right in form and yet no cause to act',
  '## How to fix it',
  '## How to test it',
  '## Example: ',
  '## AWS documentation and more',
];

describe.each(threatRules.map((rule) => [rule.id, rule] as const))('the page of %s', (id, rule) => {
  const page = readFileSync(`${docs}threats/${id}.md`, 'utf8');

  it('has every part, in the order in which it is read', () => {
    const places = headings.map((heading) => page.indexOf(`\n${heading}`));
    expect(places).not.toContain(-1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it('says what the rule says', () => {
    const { title, statement, howUsed, howTested, falsePositives, references } = rule;
    for (const text of [title, ...Object.values(statement), howUsed, howTested, falsePositives, ...references])
      expect(page).toContain(text);
  });

  it('says how each control is added, and links to it', () => {
    for (const control of controls.filter((each) => rule.controls.includes(each.id))) {
      expect(page).toContain(control.howToAdd);
      expect(page).toContain(`controls.md#${control.id})`);
    }
    for (const [, target = ''] of page.matchAll(/\]\((\.\.[^)#]*)/g))
      expect(existsSync(`${docs}threats/${id.slice(0, id.lastIndexOf('/'))}/${target}`), target).toBe(true);
  });

  it('shows every example', () => {
    for (const example of examplesOfRule(id)) expect(page).toContain(example.text.trimEnd());
  });
});

it('no two rules are told in the same words', () => {
  for (const part of ['howUsed', 'howTested'] as const)
    expect(new Set(threatRules.map((rule) => rule[part])).size).toBe(threatRules.length);
});
