import { type AttackFact, defineMove, type MoveInstance } from '../../../model/attack.ts';
import type { Resource } from '../../../model/resource.ts';
import { type Finding, findings } from '../findings.ts';
import { instance } from '../instance.ts';

/** More places than this with the id of one key are not tried: one of them is enough. */
const mostPlaces = 8;

export default defineMove({
  title: 'Find a credential in what one reads',
  description: 'What the attacker reads holds a key or password of something else, which the deployment put there.',
  technique: 'T1552.001',
  actions: [],
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html'],
  cost: 1,
  *instances(ask) {
    for (const finding of findings(ask)) if (finding.toReaders) yield* found(finding);
  },
});

/** A secret access key is of use to whoever knows the key's id: it stands beside it, or elsewhere. */
function* found({ place, gives, proof, guard, idIn, provided }: Finding): Generator<MoveInstance> {
  const from = (...places: readonly Resource[]) => ({
    needs: places.map(({ id }): AttackFact => ({ kind: 'reads', resource: id })),
    gives,
    proof: [proof],
    guard,
    ...(provided !== undefined && { provided }),
  });
  if (idIn === undefined || idIn.includes(place)) {
    yield* instance(from(place));
    return;
  }
  yield* instance({ ...from(place), provided: 'the id of the key, which is no secret, is known as well' });
  for (const other of idIn.slice(0, mostPlaces)) yield* instance(from(place, other));
}
