import { type AttackFact, defineMove } from '../../../model/attack.ts';
import { and, isPossible } from '../../../model/guard.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { credentials } from '../credentials.ts';
import { instance } from '../instance.ts';
import { keptStates } from '../kept-states.ts';
import { singleStores } from '../kept-values.ts';

export default defineMove({
  title: 'Read secrets in Terraform’s state',
  description:
    'Terraform keeps the values of all attributes, keys and passwords included, in an object of a bucket: whoever reads it has them.',
  technique: 'T1552.001',
  actions: [],
  references: [
    'https://docs.aws.amazon.com/prescriptive-guidance/latest/terraform-aws-provider-best-practices/backend.html',
  ],
  cost: 1,
  *instances(ask) {
    for (const { deployment, resources, place, origin } of keptStates(ask))
      for (const { gives, guard, what, of } of keptOf(ask, resources)) {
        const both = and(guard, place.guard);
        if (!isPossible(both)) continue;
        const { bucket, part, provided } = place;
        const note = `the state of ${deployment.id}, which has the ${what} of ${of.address}, lies in ${bucket.address}`;
        yield* instance({
          needs: [{ kind: 'reads', resource: bucket.id, part }],
          gives,
          proof: [{ kind: 'setting', resource: of.id, property: '', note, origin }],
          guard: both,
          ...(provided !== undefined && { provided }),
        });
      }
  },
});

/** Credentials that the provider has at hand, and content that it puts into stores. */
function keptOf(ask: Questions, own: readonly Resource[]) {
  const here = new Set(own);
  const known = credentials(ask)
    .filter(({ owner, marks }) => here.has(owner) && marks.length > 0)
    .map(({ owner: of, what, guard }) => ({ of, what, guard, gives: fact('knows', of) }));
  const stored = own
    .filter(({ type, properties }) => singleStores.includes(type) && hasContent(properties.entries))
    .map((of) => ({ of, what: 'content', guard: of.guard, gives: fact('reads', of) }));
  return [...known, ...stored];
}

function hasContent(entries: ReadonlyMap<string, unknown>): boolean {
  return entries.has('SecretString') || entries.has('Value');
}

function fact(kind: 'knows' | 'reads', { id }: Resource): AttackFact {
  return { kind, resource: id };
}
