import type { AttackFact, MoveInstance } from '../../model/attack.ts';
import { type Text, textKey } from '../../model/text.ts';
import type { CheckContext } from './check-premise.ts';
import { matches, type RawStatement, statementsIn, textsIn } from './raw-policy.ts';

type OutsideControl = Extract<AttackFact, { readonly kind: 'controls-external' }>;

/** Do the tokens of who is held meet what a statement that is cited asks of them? Whoever is a whole provider has every token. */
export function tokensOpen(
  { proof, certainty }: MoveInstance,
  { party, tokens }: OutsideControl,
  { role, context }: { readonly role: string; readonly context: CheckContext },
): boolean {
  if (tokens === undefined) return true;
  const cited = proof.flatMap((item) =>
    item.kind === 'trusted' && item.role === role && item.by === party
      ? item.decision.allowedBy.map(({ statement }) => statement.origin)
      : [],
  );
  const raw = statementsIn(context.resource(role)?.properties, context.guard);
  return raw.some(
    (one) =>
      one.effect === 'Allow' && cited.includes(one.origin) && isMetBy(one, tokens, certainty === 'certain', context),
  );
}

function isMetBy(
  { value }: RawStatement,
  tokens: ReadonlyMap<string, Text>,
  isSure: boolean,
  { guard }: CheckContext,
): boolean {
  const condition = value.kind === 'map' ? value.entries.get('Condition') : undefined;
  if (condition?.kind !== 'map') return true;
  return [...condition.entries].every(([operator, keys]) => {
    if (keys.kind !== 'map' || !/string|arn/i.test(operator)) return true;
    return [...keys.entries].every(([key, wanted]) => {
      const claim = key.slice(key.lastIndexOf(':') + 1).toLowerCase();
      if (!key.includes(':') || /^aws:|:aud$/i.test(key)) return true;
      const words = textsIn(wanted, guard).map(textKey);
      return isSaid({ operator: operator.toLowerCase(), words, said: tokens.get(claim), isSure });
    });
  });
}

interface Asked {
  readonly operator: string;
  readonly words: readonly string[];
  /** What the tokens say of the claim; undefined when they may say anything. */
  readonly said: Text | undefined;
  readonly isSure: boolean;
}

function isSaid({ operator, words, said, isSure }: Asked): boolean {
  const isOpen = (word: string) => /[*?]/.test(word);
  if (said === undefined) return !isSure || words.some(isOpen);
  const [own, isPattern] = [textKey(said), /like|arn/.test(operator)];
  const isEqual = (word: string, how: 'surely' | 'possibly') =>
    isPattern ? matches(word, own, how) : word === own || (how === 'possibly' && matches(own, word, 'surely'));
  if (operator.includes('not')) return !words.some((word) => isEqual(word, 'surely'));
  // A name of one's own that fits a pattern is chosen; one that is spelled out is had or not.
  return words.some((word) => isEqual(word, 'surely') || ((!isSure || isOpen(word)) && isEqual(word, 'possibly')));
}
