import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { decideIn, describeDecision, type Question, type Scene } from './scene.ts';

/** A clause of AWS's documentation as data: policies, a request, and the answer that the page gives. */
interface CaseFile {
  readonly clause: string;
  readonly page: string;
  readonly cases: readonly {
    readonly rule: string;
    readonly scene: Scene;
    readonly ask: Question;
    readonly answer: string;
  }[];
}

const folder = fileURLToPath(new URL('cases', import.meta.url));
const files = readdirSync(folder)
  .sort()
  .flatMap((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as readonly CaseFile[]);

describe.each(files)('$clause', ({ page, cases }) => {
  test.each(cases)('$rule', ({ scene, ask, answer }) => {
    expect(describeDecision(decideIn(scene, ask)), page).toBe(answer);
  });
});

test('every clause names the page that it follows', () => {
  const pages = /^https:\/\/docs\.(aws\.amazon|github|gitlab)\.com\//;
  expect(files.filter(({ page }) => !pages.test(page)).map(({ clause }) => clause)).toEqual([]);
});
