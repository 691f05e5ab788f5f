import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { translated } from '../cloudformation/translated.ts';
import { knownDifferences } from './known-differences.ts';
import { policiesOf, typesOf, withoutDigests } from './normalized.ts';
import { transformed } from './transformed.ts';

/** Templates, and what AWS's own transform made of them. They are not part of the project: without them these tests skip. */
const root = '../shared/corpora/sam';
const here = existsSync(root);
const names = here
  ? readdirSync(`${root}/input`)
      .map((file) => file.replace(/\.yaml$/, ''))
      .sort()
  : [];
const input = (name: string) => readFileSync(`${root}/input/${name}.yaml`, 'utf8');

function output(name: string): unknown {
  const { Resources } = JSON.parse(readFileSync(`${root}/output/${name}.json`, 'utf8')) as {
    readonly Resources: object;
  };
  return withoutDigests(Resources);
}

describe.skipIf(!here)(
  `templates that AWS's transform accepts${here ? '' : ' (skipped: ../shared is not here)'}`,
  () => {
    const sound = names.filter((name) => !name.startsWith('error_'));

    it.each(sound)('%s: the same resources and policies', (name) => {
      const expected = output(name);
      const result = transformed(input(name));
      const got = withoutDigests(result.resources);
      const same =
        JSON.stringify([typesOf(got), policiesOf(got)]) === JSON.stringify([typesOf(expected), policiesOf(expected)]);
      if (knownDifferences[name] !== undefined) {
        expect(same, `${name} no longer differs: remove it from the known differences`).toBe(false);
        return;
      }
      expect(typesOf(got)).toEqual(typesOf(expected));
      expect(policiesOf(got)).toEqual(policiesOf(expected));
      expect(result.diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
    });

    it.each(sound)('%s: the same logical ids but for digests', (name) => {
      if (knownDifferences[name] !== undefined) return;
      const ids = (resources: unknown) => Object.keys(resources as object).sort();
      expect(ids(withoutDigests(transformed(input(name)).resources))).toEqual(ids(output(name)));
    });

    it('differ from ours in one of twenty at most', () => {
      const listed = Object.keys(knownDifferences);
      expect(listed.filter((name) => !sound.includes(name))).toEqual([]);
      expect(listed.length).toBeLessThanOrEqual(sound.length / 20);
    });
  },
);

describe.skipIf(!here)(
  `templates that AWS's transform refuses${here ? '' : ' (skipped: ../shared is not here)'}`,
  () => {
    it.each(names.filter((name) => name.startsWith('error_')))('%s: a diagnostic with its line', (name) => {
      const text = input(name);
      const { diagnostics } = translated(text, { file: 'template.yaml' });
      const faults = diagnostics.filter(({ level }) => level !== 'info');
      expect(faults.length).toBeGreaterThan(0);
      for (const { source } of faults) {
        expect(source.file).toBe('template.yaml');
        expect(source.line).toBeGreaterThanOrEqual(1);
        expect(source.line).toBeLessThanOrEqual(text.split('\n').length);
      }
    });
  },
);
