import { bindFact, byDefault, type Fact, mapFact } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { flag, present, quantity } from '../../answer.ts';
import { allTrue, anyTrue } from '../../combine-facts.ts';

const POLICY = 'Policies.PasswordPolicy';

/**
 * Long passwords (14 characters), or at least 8 of all four classes. Without a policy Cognito demands 8 of all four; in a
 * policy that is given, a class counts only when it is demanded.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
 */
export function strongPasswords(view: ResourceView): Fact<boolean> {
  return bindFact(present(view, POLICY), (isGiven): Fact<boolean> => {
    if (!isGiven) return byDefault(true);
    const length = quantity(view, `${POLICY}.MinimumLength`, 8);
    const classes = ['RequireLowercase', 'RequireUppercase', 'RequireNumbers', 'RequireSymbols'];
    return anyTrue([
      mapFact(length, (least) => least >= 14),
      allTrue([
        mapFact(length, (least) => least >= 8),
        ...classes.map((name) => flag(view, `${POLICY}.${name}`, false)),
      ]),
    ]);
  });
}
