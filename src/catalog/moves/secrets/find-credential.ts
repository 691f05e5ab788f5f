import { type AttackFact, defineMove, type MoveInstance } from '../../../model/attack.ts';
import type { Portion } from '../../../model/store-part.ts';
import { portionKey } from '../../../model/store-part.ts';
import { factAbout } from '../block.ts';
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
  const from = (...places: readonly Portion[]) => ({
    needs: places.map((one): AttackFact => factAbout('reads', one)),
    gives,
    proof: [proof],
    guard,
    ...(provided !== undefined && { provided }),
  });
  if (idIn === undefined || idIn.some((one) => portionKey(one) === portionKey(place))) {
    yield* instance(from(place));
    return;
  }
  const known = 'the id of the key, which is no secret, is known as well';
  yield* instance({ ...from(place), provided: provided === undefined ? known : `${known}, and ${provided}` });
  for (const other of idIn.slice(0, mostPlaces)) yield* instance(from(place, other));
}
