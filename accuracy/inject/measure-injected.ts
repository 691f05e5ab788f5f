import { createRandom } from '../random.ts';
import { officialTemplates, readOfficialTemplates } from './read-templates.ts';
import { type Trial, tryWeakness } from './try-weakness.ts';
import { weaknesses } from './weaknesses.ts';

/** What is asked for. */
export interface InjectOptions {
  readonly seed: number;
  /** How often each kind is put somewhere. */
  readonly rounds: number;
  /** Part of the name of the kinds that are tried; absent: all. */
  readonly only?: string;
}

/**
 * `npm run accuracy inject [-- --seed N] [--rounds N] [--only TEXT]`: puts each kind of weakness into an official template
 * that the seed chooses, and tells whether the right threat is open at the right place that was not open before.
 */
export async function measureInjected({ seed, rounds, only }: InjectOptions): Promise<void> {
  const templates = readOfficialTemplates();
  if (templates === undefined) {
    console.log(`${officialTemplates} is not here: there is nothing to put weaknesses into.`);
    return;
  }
  const random = createRandom(seed);
  console.log(`seed ${seed}, ${templates.length} templates, ${rounds} ${rounds === 1 ? 'round' : 'rounds'}\n`);
  let right = 0;
  let tried = 0;
  for (const [topic, kinds] of Object.entries(weaknesses))
    for (const weakness of kinds.filter(({ name }) => only === undefined || name.includes(only)))
      for (let round = 0; round < rounds; round++) {
        const trial = await tryWeakness(weakness, templates, random);
        tried++;
        if (trial?.found !== undefined) right++;
        print(topic, weakness.name, trial);
      }
  console.log(`\n${right} of ${tried} weaknesses raise the right threat at the right place.`);
}

function print(topic: string, name: string, trial: Trial | undefined): void {
  if (trial === undefined) {
    console.log(`none    ${topic}: ${name}: no template is a place for it`);
    return;
  }
  const { found, file, id, passedOver, others, weakness } = trial;
  const before = passedOver === 0 ? '' : `, after ${passedOver} that had it already`;
  console.log(`${found === undefined ? 'missed ' : 'found  '} ${topic}: ${name} at ${id} of ${file}${before}`);
  console.log(`        ${found ?? `none of ${weakness.rules.join(', ')}; new: ${others.join(', ') || 'nothing'}`}`);
}
