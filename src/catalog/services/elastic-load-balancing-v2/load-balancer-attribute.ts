import { byDefault, type Case, type Fact, factOf, unknown } from '../../../model/fact.ts';
import { and, isPossible, not, or } from '../../../model/guard.ts';
import type { ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import { property, within, word } from '../../answer.ts';
import { type GuardedMember, memberCases } from '../../guarded-members.ts';

/** An attribute out of a list of keys and values; `whenAbsent` is AWS's documented default. */
export function attribute(view: ResourceView, path: string, key: string, whenAbsent: string): Fact<string> {
  const found = membersOf(view, path, key);
  const cases = found.map(({ guard, value }): Case<string> | readonly Case<string>[] => {
    if (value.kind === 'unknown')
      return { guard, fact: unknown(`${path} is not known`, value.hole.settledBy, [value.origin]) };
    const answer = word(within(view, value), 'Value', whenAbsent);
    const options = answer.kind === 'alternatives' ? answer.options : [];
    return answer.kind === 'known' || answer.kind === 'unknown'
      ? { guard, fact: answer }
      : options.map((option) => ({ guard: and(guard, option.guard), fact: option.fact }));
  });
  const rest = not(or(...found.map(({ guard }) => guard)));
  const absent: Case<string> = { guard: rest, fact: byDefault(whenAbsent, [view.origin(path)]) };
  return factOf([...cases.flat(), absent].filter(({ guard }) => isPossible(guard)));
}

/** The value of an attribute as it was written, for references. */
export function attributeValue(view: ResourceView, path: string, key: string) {
  for (const { value } of membersOf(view, path, key)) {
    const found = property(within(view, value), 'Value');
    if (found.kind === 'known' && found.value !== undefined) return found.value;
  }
  return undefined;
}

/** Members with this key, and what may hold one; AWS takes the last of equal keys, which templates do not write. */
function membersOf(view: ResourceView, path: string, key: string): readonly GuardedMember[] {
  return memberCases(view, path).filter(({ value }) => {
    if (value.kind === 'unknown') return true;
    const name = within(view, value).read('Key');
    const text = name === undefined ? undefined : textOf(name);
    return text !== undefined && literalOf(text) === key;
  });
}
