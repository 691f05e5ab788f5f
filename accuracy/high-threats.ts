import { readFileSync } from 'node:fs';
import { judgedHigh } from './adjudicated-high.ts';
import { officialTemplates, readOfficialTemplates } from './inject/read-templates.ts';
import { type Finding, judgeTemplate } from './judge-template.ts';
import { createRandom, shuffled } from './random.ts';

/** A threat of an official template that is rated high or critical. */
interface HighThreat extends Finding {
  readonly template: string;
  readonly address: string;
}

/** How many threats a sample has. */
const SAMPLE = 50;

/**
 * `npm run accuracy high [-- --seed N]`: a sample of the high and critical threats of the official templates, each with
 * what a reviewer said of it (`adjudicated-high.ts`), and how many different actions they ask for.
 */
export async function measureHigh(seed: number): Promise<void> {
  const templates = readOfficialTemplates();
  if (templates === undefined) {
    console.log(`${officialTemplates} is not here: there is nothing to sample.`);
    return;
  }
  const all: HighThreat[] = [];
  const sums = { resources: 0, high: 0, any: 0 };
  for (const { file } of distinct(templates)) {
    const { findings, ofType } = await judgeTemplate(readFileSync(`${officialTemplates}/${file}`, 'utf8'));
    const open = findings.filter(({ status }) => status === 'open');
    const high = open.filter(({ level }) => level === 'high' || level === 'critical');
    all.push(...high.map((each) => ({ ...each, template: file, address: [...each.at][0] ?? '' })));
    sums.resources += [...ofType.values()].flat().length;
    sums.high += new Set(high.map(({ action }) => action)).size;
    sums.any += new Set(open.map(({ action }) => action)).size;
  }
  const sample = shuffled(all, createRandom(seed)).slice(0, SAMPLE);
  print(seed, all.length, sample);
  const per = (count: number) => ((SAMPLE * count) / sums.resources).toFixed(1);
  console.log(
    `${per(sums.high)} distinct actions against high threats in 50 resources, ${per(sums.any)} against all threats (${sums.resources} resources).`,
  );
}

/** Most templates lie there twice, as YAML and as JSON. */
function distinct<T extends { readonly file: string }>(templates: readonly T[]): readonly T[] {
  const byName = new Map(templates.map((one) => [one.file.replace(/\.[a-z]+$/, ''), one]));
  return [...byName.values()];
}

function print(seed: number, total: number, sample: readonly HighThreat[]): void {
  console.log(`seed ${seed}: ${sample.length} of ${total} threats\n`);
  const counts = { holds: 0, doubtful: 0, unseen: 0 };
  for (const { template, rule, address, note, level, line } of sample) {
    const judged = judgedHigh.find(
      (each) => each.rule === rule && template.startsWith(each.template) && (each.address ?? address) === address,
    );
    const verdict = judged === undefined ? 'unseen' : judged.acts ? 'holds' : 'doubtful';
    counts[verdict]++;
    console.log(`${verdict.padEnd(8)} ${level} ${rule} ${address}, ${template}:${line}\n         ${note}`);
    if (judged !== undefined) console.log(`         ${judged.because}`);
  }
  console.log(`\n${counts.holds} hold, ${counts.doubtful} do not, ${counts.unseen} nobody has looked at.`);
}
