import type { Origin } from '../../model/origin.ts';
import { type Decode, listOf, otherwise, record } from '../declared/decode.ts';

/** What must come out for an example: some threat of the rule in this status; for `good`, none that is open or unknown. */
export type ExampleVerdict = 'bad' | 'good' | 'unknown' | 'mitigated';

/** A system that shows what a rule reports, as a template or in Terraform. */
export interface RuleExample {
  readonly form: 'template' | 'terraform';
  readonly text: string;
  readonly origin: Origin;
}

export type RuleExamples = Readonly<Record<ExampleVerdict, readonly RuleExample[]>>;

/** A template as a block of text, or `terraform:` with one. */
const example: Decode<RuleExample> = (node, to, name) => {
  const terraform = node.kind === 'mapping' ? node.entries.get('terraform')?.value : undefined;
  const text = terraform ?? node;
  if (text.kind === 'scalar' && typeof text.value === 'string' && text.value.trim() !== '')
    return { form: terraform === undefined ? 'template' : 'terraform', text: text.value, origin: node.origin };
  const message = `${name} must be a template as a block of text (- |), or terraform: with such a block`;
  to.report(node.origin, 'declared-value', message);
  return undefined;
};

const examples = otherwise(listOf(example), []);

/** Examples of a threat: without a bad and a good one nobody can tell whether it works. */
export const examplesOf: Decode<RuleExamples> = (node, to, name) => {
  const read = record<RuleExamples>({ bad: examples, good: examples, unknown: examples, mitigated: examples })(
    node,
    to,
    name,
  );
  if (read === undefined || (read.bad.length > 0 && read.good.length + read.mitigated.length > 0)) return read;
  to.report(node.origin, 'declared-missing', `${name} needs a bad and a good example; bartizan rules test runs them`);
  return undefined;
};
