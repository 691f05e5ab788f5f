import { always, and, isAlways, not, underAssumptions } from '../../model/guard.ts';
import { guardOf } from './condition.ts';
import type { Node } from './node.ts';
import { report, type Scope } from './scope.ts';

/** Reports assertions of `Rules` that certainly fail with the parameters as given. */
export function checkRule(name: string, rule: Node, scope: Scope) {
  if (rule.kind !== 'mapping') return;
  const condition = rule.entries.get('RuleCondition')?.value;
  const applies = condition === undefined ? always : guardOf(condition, scope, name);
  const assertions = rule.entries.get('Assertions')?.value;
  if (assertions?.kind !== 'sequence') return;
  for (const assertion of assertions.items) {
    const assert = assertion.kind === 'mapping' ? assertion.entries.get('Assert')?.value : undefined;
    if (assert === undefined) continue;
    const violated = and(applies, not(guardOf(assert, scope, name)));
    const certain = isAlways(violated);
    if (certain || underAssumptions(violated, scope.run.assumed) === 'holds') {
      const because = certain ? 'with the given parameters' : 'with the default parameters';
      report(
        scope,
        certain ? 'error' : 'info',
        'rule-violated',
        `rule ${name} fails ${because}; CloudFormation refuses the deployment`,
        assertion.origin,
      );
    }
  }
}
