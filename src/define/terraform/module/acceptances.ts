import type { Suppression } from '../../../model/resource.ts';
import { acceptanceOf } from '../../acceptance.ts';
import { type Run, report } from '../expression/scope.ts';
import type { Block } from '../hcl/syntax.ts';

/**
 * Acceptances in the comments directly above a resource: one a line, the rule first, the reason last, for whatever stands in
 * it: `# bartizan:accept data/no-backup, owner: shop, expires: 2027-01-31, reason: only a cache`.
 */
export function acceptancesOf({ acceptances = [] }: Block, address: string, run: Run): readonly Suppression[] {
  return acceptances.flatMap(({ text, origin }): readonly Suppression[] => {
    const [before = '', ...rest] = text.split(/[,\s]\s*reason:/);
    const [rule, ...fields] = before.split(',').map((each) => each.trim());
    const field = (name: string) =>
      fields
        .find((each) => each.startsWith(`${name}:`))
        ?.slice(name.length + 1)
        .trim();
    const reason = rest.join('reason:').trim();
    const acceptance = acceptanceOf({ rule, reason, owner: field('owner'), expires: field('expires') }, origin);
    if (typeof acceptance !== 'string') return [acceptance];
    report(run, 'error', 'invalid-acceptance', `the comment above ${address}: ${acceptance}`, origin);
    return [];
  });
}
