import { subjectOf } from '../../catalog/threat-match.ts';
import { given } from '../../model/fact.ts';
import type { AssetRule } from '../../model/knowledge.ts';
import {
  type Decode,
  listOf,
  optional,
  otherwise,
  record,
  required,
  someText,
  wholeNumber,
} from '../declared/decode.ts';
import { elementScene, elementVocabulary } from './element-scene.ts';
import { expression, type RuleExpression } from './expression-field.ts';
import { type Selector, selector, selects } from './selector.ts';

/** An asset rule as it is written. */
interface WrittenAsset extends Omit<AssetRule, 'appliesTo' | 'origin'> {
  readonly on: Selector;
  readonly when?: RuleExpression;
}

const written = record<WrittenAsset>({
  name: required(someText),
  on: otherwise(selector, {}),
  when: optional(expression(elementVocabulary)),
  confidentiality: required(wholeNumber(1, 3)),
  integrity: required(wholeNumber(1, 3)),
  availability: required(wholeNumber(1, 3)),
  because: otherwise(someText, 'a rule file says so'),
});

/** Asset rules: each must say which elements it means, else everything would be worth the same. */
export const assetRules: Decode<readonly AssetRule[]> = listOf((node, to, name): AssetRule | undefined => {
  const read = written(node, to, name);
  if (read === undefined) return undefined;
  const { on, when, ...asset } = read;
  if (when === undefined && Object.keys(on).length === 0) {
    to.report(node.origin, 'declared-missing', `${name} needs on or when; say which elements hold it`);
    return undefined;
  }
  return {
    ...asset,
    origin: to.author(node.origin, ''),
    appliesTo(element, ask) {
      const resource = subjectOf(element, ask);
      if (resource === undefined || !selects(on, element)) return given(false);
      return when === undefined
        ? given(true)
        : when.holds(elementScene(element, resource, ask), { of: ask, elements: 0 });
    },
  };
});
