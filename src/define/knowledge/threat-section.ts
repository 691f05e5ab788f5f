import { fixOf, judge, subjectOf } from '../../catalog/threat-match.ts';
import { bindFact, type Fact, given, mapFact } from '../../model/fact.ts';
import type { Origin } from '../../model/origin.ts';
import type { Questions } from '../../model/questions.ts';
import type { Element } from '../../model/system.ts';
import type { IdentifiedRule, Level5, Stride, ThreatMatch, ThreatRule } from '../../model/threat.ts';
import {
  type Decode,
  listOf,
  matching,
  optional,
  otherwise,
  record,
  required,
  someText,
  wholeNumber,
} from '../declared/decode.ts';
import { stride } from '../declared/sections.ts';
import { runOf, systemScene, systemVocabulary } from './element-scene.ts';
import { examplesOf, type RuleExamples } from './example-section.ts';
import { expression, type RuleExpression } from './expression-field.ts';
import { type Selector, selector, selects } from './selector.ts';

/** A threat of a rule file with the examples that `bartizan rules test` runs. */
export interface OwnThreat {
  readonly rule: IdentifiedRule;
  readonly examples: RuleExamples;
  readonly origin: Origin;
}

/** A threat as it is written. */
interface WrittenThreat extends Omit<ThreatRule, 'find' | 'types'> {
  readonly id: string;
  readonly on: Selector;
  readonly when?: RuleExpression;
  readonly open: RuleExpression;
  readonly mitigated?: RuleExpression;
  readonly note?: string;
  readonly fix: WrittenFix;
  readonly examples: RuleExamples;
}

interface WrittenFix {
  readonly control?: string;
  readonly title: string;
  readonly property: string;
  readonly value: string;
}

const texts = listOf(someText);
const asked = expression(systemVocabulary);
const ruleId = matching(
  /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)+$/,
  'a topic and a name in lower case: acme/no-owner',
);
/** Ids of ATT&CK. */
export const technique = matching(/^T\d{4}(\.\d{3})?$/, 'the id of an ATT&CK technique such as T1530');
const weakness = matching(/^CWE-\d{1,5}$/, 'an id such as CWE-732');

const level: Decode<Level5> = (node, to, name) => wholeNumber(1, 5)(node, to, name) as Level5 | undefined;

const statement = record<ThreatRule['statement']>({
  source: required(someText),
  prerequisites: required(someText),
  action: required(someText),
  impact: required(someText),
});

const written = record<WrittenThreat>({
  id: required(ruleId),
  title: required(someText),
  statement: required(statement),
  stride: required<readonly Stride[]>(stride),
  techniques: otherwise(listOf(technique), []),
  weaknesses: otherwise(listOf(weakness), []),
  likelihood: required(level),
  impact: required(level),
  controls: required(texts),
  on: otherwise(selector, {}),
  when: optional(asked),
  open: required(asked),
  mitigated: optional(asked),
  note: optional(someText),
  fix: required(
    record<WrittenFix>({
      control: optional(someText),
      title: required(someText),
      property: otherwise(someText, ''),
      value: otherwise(someText, ''),
    }),
  ),
  howUsed: otherwise(someText, ''),
  howTested: otherwise(someText, ''),
  falsePositives: otherwise(someText, ''),
  references: otherwise(listOf(matching(/^https:\/\/\S+$/, 'an address that begins with https://')), []),
  examples: required(examplesOf),
});

/** One threat: what is asked, and how it is told. Reported as wrong when no control is named or no letter of STRIDE. */
const threat: Decode<OwnThreat> = (node, to, name) => {
  const read = written(node, to, name);
  if (read === undefined) return undefined;
  const [control] = read.controls;
  if (control === undefined || read.stride.length === 0) {
    to.report(node.origin, 'declared-value', `${name} needs a control and a letter of STRIDE; name one of each`);
    return undefined;
  }
  const { id, on, when, open, mitigated, note, fix, examples, ...told } = read;
  const rule: IdentifiedRule = {
    ...told,
    id,
    origin: node.origin,
    ...(on.types !== undefined && { types: on.types }),
    find: (element, ask) => find(read, control, element, ask),
  };
  return { rule, examples, origin: node.origin };
};

type Verdict = 'open' | 'mitigated' | 'none';

function* find(read: WrittenThreat, control: string, element: Element, ask: Questions): Iterable<ThreatMatch> {
  const resource = subjectOf(element, ask.system);
  if (resource === undefined || !selects(read.on, element)) return;
  const scene = systemScene(element, resource, ask);
  const run = runOf(ask);
  const { when, open, mitigated, fix, note = read.title } = read;
  const closed = (): Fact<Verdict> =>
    mitigated === undefined
      ? given('none')
      : mapFact(mitigated.holds(scene, run), (holds) => (holds ? 'mitigated' : 'none'));
  const arises = (): Fact<Verdict> =>
    bindFact(open.holds(scene, run), (holds): Fact<Verdict> => (holds ? given('open') : closed()));
  const fact: Fact<Verdict> =
    when === undefined
      ? arises()
      : bindFact(when.holds(scene, run), (holds): Fact<Verdict> => (holds ? arises() : given('none')));
  yield* judge<Verdict>({
    fact,
    resource,
    bad: (verdict) => (verdict === 'open' ? note : undefined),
    closedBy: (verdict) => (verdict === 'mitigated' ? { control, note: `${control} closes it here` } : undefined),
    fix: fixOf(resource, {
      control: fix.control ?? control,
      title: fix.title,
      property: fix.property,
      value: fix.value,
    }),
  });
}

export const threats: Decode<readonly OwnThreat[]> = listOf(threat);
