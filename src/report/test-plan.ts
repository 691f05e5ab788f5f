import type { ThreatModelDocument } from '../model/document.ts';
import type { DocumentTest } from '../model/test-plan.ts';
import { type DocumentIndex, indexDocument, nameOf } from './document-index.ts';
import { code, plain, tableRow } from './markdown-text.ts';
import { plural } from './words.ts';

/** Names of elements that are told of a test. */
const mostNamed = 6;
const mostExpected = 8;

/** What to detonate, scan and review on this system, what tries the highest risk first, as Markdown. */
export function renderTestPlan(document: ThreatModelDocument): string {
  const index = indexDocument(document);
  const { tests = [] } = document;
  const lines = [
    '# Security test plan',
    '',
    `For ${document.scope.inputs.map(({ path }) => code(path)).join(', ')}, as of ${plain(document.asOf)}: ${plural(tests.length, 'test')}, those first that try the highest risk.`,
    '',
    '## Before you begin',
    '',
    '- Get the consent of the owners of the accounts, and tell those who watch them when, from where and how long.',
    '- Detonate in an account that is set up like this one and holds no data of customers. Some detonations delete things.',
    '- Write down the time of every test in UTC: that is how findings and records are found.',
    '- A test passes when all that is expected happened, or when what it tried was refused.',
    '',
    '## In this order',
    '',
    ...overview(tests),
    ...tests.flatMap((test, at) => oneTest(test, at + 1, index)),
    ...results(tests, document),
  ];
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

function overview(tests: readonly DocumentTest[]): readonly string[] {
  if (tests.length === 0) return ['No threat or path of this model is tried by a known test.', ''];
  return [
    tableRow(['', 'Test', 'Kind', 'Risk', 'Paths', 'Threats']),
    tableRow(['---:', '---', '---', '---:', '---:', '---:']),
    ...tests.map((test, at) =>
      tableRow([
        String(at + 1),
        plain(test.title),
        test.kind,
        String(test.risk),
        String(test.paths.length),
        String(test.threats.length),
      ]),
    ),
    '',
  ];
}

function oneTest(test: DocumentTest, number: number, index: DocumentIndex): readonly string[] {
  const named = test.elements.slice(0, mostNamed).map((element) => code(nameOf(index, element)));
  const more = test.elements.length - named.length;
  return [
    `### ${number}. ${plain(test.title)}`,
    '',
    `${code(test.id)}, ${test.kind}, risk ${test.risk} of 25. ${plain(test.how)}`,
    '',
    ...(named.length === 0 ? [] : [`On ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`, '']),
    ...(test.expect.length === 0
      ? ['Expected: nothing that the input tells of would see it. Find out whether anybody notices.']
      : ['Expected:', '', ...test.expect.slice(0, mostExpected).map((one) => `- ${plain(one)}`)]),
    '',
    ...(test.reference === undefined ? [] : [`<${test.reference}>`, '']),
  ];
}

/** What to write down so that the next model knows. */
function results(tests: readonly DocumentTest[], { asOf }: ThreatModelDocument): readonly string[] {
  if (tests.length === 0) return [];
  const entries = tests.flatMap(({ id, control }) => [
    `  - test: ${id}`,
    `    date: ${asOf}`,
    '    outcome: passed              # or failed',
    `    control: ${control}`,
    '    elements: []                 # all of them, or those that were tried',
    '    owner: who made it',
    `    expires: ${yearAfter(asOf)}`,
    '    because: what happened',
  ]);
  return [
    '## What came out',
    '',
    'Copy what was done into `bartizan.yaml`. A passed test is evidence for its control until it expires; one that failed takes the control out of force and raises what hangs on it.',
    '',
    '```yaml',
    'tests:',
    ...entries,
    '```',
    '',
  ];
}

/** The same day a year later; the 29th of February becomes the 28th. */
function yearAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`.replace(/-02-29$/, '-02-28');
}
