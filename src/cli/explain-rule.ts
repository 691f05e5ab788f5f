import { controls, threatRules } from '../catalog/catalog.generated.ts';
import type { Explanation } from './explain.ts';
import { type OwnRulesOptions, readOwnRules } from './own-rules.ts';
import { UsageError } from './usage-error.ts';

/** What a rule looks for: knowledge, without any system. */
export async function explainRule(id: string, options: OwnRulesOptions): Promise<Explanation> {
  const { knowledge } = await readOwnRules(options);
  const rules = [...threatRules, ...knowledge.threats];
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined) {
    const topic = id.slice(0, id.indexOf('/') + 1);
    const near = rules.filter((each) => topic !== '' && each.id.startsWith(topic)).map((each) => each.id);
    throw new UsageError(
      `no rule is called ${id}; ${near.length > 0 ? `there are ${near.join(', ')}` : 'bartizan rules lists them'}`,
    );
  }
  const { find: _, origin: __, ...value } = rule;
  const { source, prerequisites, action, impact } = rule.statement;
  const titles = new Map([...controls, ...knowledge.controls].map((control) => [control.id, control.title]));
  const lines = [
    `${rule.title} (${rule.id})`,
    '',
    `${source} ${prerequisites} can ${action}, which leads to ${impact}.`,
    '',
    `Likelihood ${rule.likelihood} of 5, impact ${rule.impact} of 5, before what this system adds or takes away`,
    `STRIDE: ${rule.stride.join(', ')}`,
    `ATT&CK: ${rule.techniques.join(', ') || 'none'}; CWE: ${rule.weaknesses.join(', ') || 'none'}`,
    'Controls',
    ...rule.controls.map((control) => `  ${control}: ${titles.get(control) ?? control}`),
    ...told('How attackers use it', rule.howUsed),
    ...told('How to test it', rule.howTested),
    ...told('When it is no cause to act', rule.falsePositives),
    'References',
    ...rule.references.map((reference) => `  ${reference}`),
  ];
  return { lines, value };
}

/** Rules of users may leave texts out. */
function told(heading: string, text: string): readonly string[] {
  return text === '' ? [] : [`${heading}: ${text}`];
}
