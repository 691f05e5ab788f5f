import { isNamed } from './element-name.ts';
import type { AttestedControl, Declared, Element, TestOutcome } from './system.ts';

/** What people attest, and what tests that passed are evidence for. */
export function attestedControls({
  controls,
  tests,
}: Pick<Declared, 'controls' | 'tests'>): readonly AttestedControl[] {
  return [
    ...controls,
    ...tests
      .filter(({ outcome }) => outcome === 'passed')
      .map(({ test, date, because, ...rest }) => ({ ...rest, because: `test ${test} of ${date} passed: ${because}` })),
  ];
}

/** Tests that failed and still say something on this day, `YYYY-MM-DD`. */
export function failedTests({ tests }: Pick<Declared, 'tests'>, asOf: string): readonly TestOutcome[] {
  return tests.filter(({ outcome, expires }) => outcome === 'failed' && expires >= asOf);
}

/** Is the statement about this element? One that names no element is about all of them. */
export function isAbout({ elements }: { readonly elements: readonly string[] }, element: Element | undefined): boolean {
  return elements.length === 0 || (element !== undefined && elements.some((name) => isNamed(element, name)));
}
