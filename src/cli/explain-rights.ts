import { codeActions } from '../catalog/data/code-actions.ts';
import { needName } from '../mitigate/choke/needed-statement.ts';
import { isResource } from '../mitigate/choke/rights.ts';
import { purposesOf } from '../mitigate/least-privilege/purposes.ts';
import type { ResourceId } from '../model/id.ts';
import type { Questions } from '../model/questions.ts';
import { grouped } from '../report/grouped.ts';
import type { ExplainOptions, Explanation } from './explain.ts';
import { findNamed } from './find-named.ts';
import { leastPrivilegeAnswer } from './least-privilege-answer.ts';
import { findingLines } from './least-privilege-text.ts';

/** What a role or user is seen to need of its rights, and by what they are wider. */
export async function explainRights(
  who: string,
  paths: readonly string[],
  options: ExplainOptions & { readonly lastAccessed?: readonly string[] },
): Promise<Explanation> {
  const { review, analysis } = await leastPrivilegeAnswer(paths, options);
  const { id, address } = findNamed(analysis.defined, who);
  const needed = neededBy(analysis.defined.ask, id);
  const isOwn = ({ principals }: { readonly principals: readonly string[] }) => principals.includes(address);
  const own = {
    ...review,
    proposals: review.proposals.filter(isOwn),
    refused: review.refused.filter(isOwn),
    open: review.open.filter(isOwn),
  };
  const found = findingLines(own);
  return {
    lines: [
      `${address} is seen to need`,
      ...(needed.length === 0
        ? ['  nothing: no workload of the input runs as it and refers to something that it may use']
        : []),
      ...needed.map(({ on, actions }) => `  on ${on}: ${actions.join(', ')}`),
      ...(found.length === 0 ? ['', 'No right of it is seen to be needless.'] : found),
    ],
    value: { principal: id, needed, proposals: own.proposals, refused: own.refused, open: own.open },
  };
}

/** Rights that what runs as it uses, by what they are on. Of what code does, that is all it can do with it. */
function neededBy(
  ask: Questions,
  principal: ResourceId,
): readonly { readonly on: string; readonly actions: readonly string[]; readonly because: string }[] {
  const rights = purposesOf(ask).flatMap(({ right }) => (right?.principal === principal ? [right] : []));
  return [...grouped(rights, ({ on }) => [needName(on)])].map(([on, those]) => ({
    on,
    actions: [...new Set(those.map(({ action }) => action))].sort(),
    because: those.some((right) => isResource(right.on) && codeActions(right.on.type) !== undefined)
      ? 'its workloads refer to it'
      : 'the service that runs its workloads uses it',
  }));
}
