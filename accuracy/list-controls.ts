import { existsSync, readFileSync } from 'node:fs';
import fsbp from '../src/catalog/frameworks/fsbp.ts';
import { unansweredControls } from './unanswered-controls.ts';

const file = '../shared/knowledge/securityhub-controls.json';

/** `npm run accuracy controls`: which controls of Security Hub our rules answer, and why not the others. */
export function listControls(): void {
  if (!existsSync(file)) {
    console.log(`${file} is not here: there is nothing to compare with.`);
    return;
  }
  const { controls } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly controls: readonly { readonly id: string }[];
  };
  const answered = new Set(fsbp.requirements.map(({ id }) => id.toLowerCase()));
  const reasons = new Map([...unansweredControls].map(([id, reason]) => [id.toLowerCase(), reason]));
  const ids = [...new Set(controls.map(({ id }) => id.toLowerCase()))].sort();
  const left = ids.filter((id) => !answered.has(id));
  for (const id of left) console.log(`${id}: ${reasons.get(id) ?? 'not compared yet'}`);
  const gaps = left.filter((id) => reasons.get(id)?.startsWith('gap') ?? true);
  console.log(
    `\n${ids.length - left.length} of ${ids.length} controls are answered; ${gaps.length} could be and are not.`,
  );
}
