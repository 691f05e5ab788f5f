import { existsSync } from 'node:fs';
import { measureHigh } from './high-threats.ts';
import { measureInjected } from './inject/measure-injected.ts';
import { readCorpora } from './read-corpora.ts';
import { type Outcome, score } from './score.ts';
import { table } from './table.ts';

/**
 * `npm run accuracy [-- --details TOPIC|CHECK|all] [--corpus NAME]`: how far our threats agree with labels that others
 * gave to templates. Which of their checks stands for which of our rules is written down under `checks/`; labels that are
 * not taken as they stand in `adjudications.ts`. `npm run accuracy inject` puts weaknesses into official templates instead,
 * `npm run accuracy high` samples the high threats of these.
 */
const folder = '../shared/corpora/labelled';
const option = (name: string) => {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
};

if (process.argv[2] === 'inject') await inject();
else if (process.argv[2] === 'high') await measureHigh(Number(option('--seed') ?? 1));
else if (existsSync(folder)) await measure();
else console.log(`${folder} is not here: there is nothing to measure against.`);

async function inject(): Promise<void> {
  const only = option('--only');
  await measureInjected({
    seed: Number(option('--seed') ?? 20261128),
    rounds: Number(option('--rounds') ?? 1),
    ...(only !== undefined && { only }),
  });
}

async function measure(): Promise<void> {
  const only = option('--corpus');
  const corpora = readCorpora(folder).filter(({ name }) => only === undefined || name === only);
  const all: Outcome[] = [];
  for (const corpus of corpora) all.push(...(await score(corpus)));
  const details = option('--details');
  if (details !== undefined) printDetails(all, details);
  const checks = corpora.flatMap(({ map }) => Object.values(map));
  const mapped = checks.filter((check) => 'topic' in check).length;
  console.log(`${mapped} of ${checks.length} checks are mapped (${((100 * mapped) / checks.length).toFixed(1)} %).\n`);
  const taken = all.filter(({ adjudicated }) => adjudicated === undefined);
  const withTopic = taken.filter(({ topic }) => topic !== undefined);
  const topics = [...new Set(withTopic.flatMap(({ topic }) => topic ?? []))].sort();
  const lines = table([
    ...topics.map((topic) => [topic, withTopic.filter((each) => each.topic === topic)] as const),
    ['all mapped', withTopic],
    ['all mapped, labels as they are', all.filter(({ topic }) => topic !== undefined)],
    ['all checks', taken],
    ['all checks, labels as they are', all],
  ]);
  console.log(lines.join('\n'));
  printAdjudications(all);
}

function printDetails(all: readonly Outcome[], wanted: string): void {
  for (const { topic, check, corpus, name, where, label, found, reason, adjudicated } of all) {
    const agrees = (label === 'fail') === (found === 'open');
    if (agrees || adjudicated !== undefined || topic === undefined) continue;
    if (wanted !== 'all' && topic !== wanted && check !== wanted) continue;
    console.log(`${label === 'fail' ? 'missed' : 'wrong '} ${corpus} ${check} (${topic}) at ${where}`);
    console.log(`       ${name}\n       ${reason}`);
  }
}

function printAdjudications(all: readonly Outcome[]): void {
  const by = new Map<string, number>();
  for (const { adjudicated, corpus, check, label } of all) {
    if (adjudicated === undefined) continue;
    const line = `${corpus} ${check}, labels "${label}": ${adjudicated.because} ${adjudicated.page}`;
    by.set(line, (by.get(line) ?? 0) + 1);
  }
  if (by.size === 0) return;
  console.log('\nLabels that are not taken as they stand:');
  for (const [line, count] of by) console.log(`${String(count).padStart(4)}  ${line}`);
}
