import { always, and, type Guard, is, never, not, or } from '../../../model/guard.ts';
import type { TerraformCondition } from '../../../model/terraform.ts';
import { literalOf, textKey } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { casesOfValue } from '../../cloudformation/value-case.ts';
import { givenAt } from './given.ts';

/** Under which condition an attribute is given, or not, or has a value; a value that is not known makes a question of it. */
export function conditionGuard(condition: TerraformCondition, attributes: Value): Guard {
  const { attribute, is: wanted, absent, orAbsent } = condition;
  if (absent === true) return not(conditionGuard({ attribute }, attributes));
  const whenAbsent = wanted === false || orAbsent === true ? always : never;
  const value = givenAt(attributes, attribute);
  if (value === undefined) return whenAbsent;
  return or(
    ...casesOfValue(value).map((one) =>
      and(one.guard, one.value.kind === 'absent' ? whenAbsent : caseGuard(one.value, wanted)),
    ),
  );
}

function caseGuard(value: Value, wanted: string | boolean | undefined): Guard {
  if (wanted === undefined) return always;
  const content = textOf(value);
  if (content === undefined) return never;
  const literal = literalOf(content);
  if (literal !== undefined) return literal === String(wanted) ? always : never;
  if (typeof wanted === 'string') return is(`value:${textKey(content)}`, wanted);
  const yes = is(`value:${textKey(content)}`, 'true');
  return wanted ? yes : not(yes);
}
