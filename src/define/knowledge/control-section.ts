import { subjectOf } from '../../catalog/threat-match.ts';
import type { ControlEffect } from '../../model/control.ts';
import { given } from '../../model/fact.ts';
import type { OwnControl } from '../../model/knowledge.ts';
import type { Questions } from '../../model/questions.ts';
import type { Element } from '../../model/system.ts';
import {
  type Decode,
  listOf,
  oneOf,
  optional,
  otherwise,
  record,
  required,
  someText,
  wholeNumber,
} from '../declared/decode.ts';
import { kebabCase } from '../declared/sections.ts';
import { runOf, systemScene, systemVocabulary } from './element-scene.ts';
import { expression, type RuleExpression } from './expression-field.ts';
import { type Selector, selector, selects } from './selector.ts';
import { technique } from './threat-section.ts';

/** A control as it is written. */
interface WrittenControl extends Omit<OwnControl, 'inForce' | 'isInForce' | 'origin'> {
  readonly on: Selector;
  readonly inForce?: RuleExpression;
}

const effort: Decode<OwnControl['effort']> = (node, to, name) =>
  wholeNumber(1, 5)(node, to, name) as OwnControl['effort'] | undefined;

const effect: Decode<ControlEffect> = (node, to, name) => {
  const read = record<Omit<ControlEffect, 'basis'>>({
    technique: required(technique),
    does: required(oneOf('protect', 'detect', 'respond')),
    score: optional(oneOf('minimal', 'partial', 'significant')),
  })(node, to, name);
  return read === undefined ? undefined : { ...read, basis: 'own' };
};

const written = record<WrittenControl>({
  id: required(kebabCase),
  title: required(someText),
  description: required(someText),
  kind: required(oneOf('preventive', 'detective', 'corrective', 'procedural')),
  service: otherwise(someText, 'process'),
  howToAdd: required(someText),
  effort: otherwise(effort, 3),
  cost: otherwise(oneOf('none', 'usage', 'fixed', 'high', 'people'), 'people'),
  effects: otherwise(listOf(effect), []),
  references: otherwise(listOf(someText), []),
  closes: otherwise(listOf(someText), []),
  on: otherwise(selector, {}),
  inForce: optional(expression(systemVocabulary)),
});

export const controls: Decode<readonly OwnControl[]> = listOf((node, to, name): OwnControl | undefined => {
  const read = written(node, to, name);
  if (read === undefined) return undefined;
  const { on, inForce, ...control } = read;
  const told = { ...control, origin: node.origin };
  if (inForce === undefined) return { ...told, inForce: 'people attest it in bartizan.yaml' };
  return {
    ...told,
    inForce: `where this holds: ${inForce.source}`,
    isInForce: (element, ask) => isInForce(on, inForce, element, ask),
  };
});

function isInForce(on: Selector, inForce: RuleExpression, element: Element, ask: Questions) {
  const resource = subjectOf(element, ask.system);
  if (resource === undefined || !selects(on, element)) return given(false);
  return inForce.holds(systemScene(element, resource, ask), runOf(ask));
}
