import type { SecretInClear } from '../../../model/data-keeping.ts';
import { type Fact, given, mapFact } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { describeText } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import { within } from '../../answer.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { joinSecrets, secretsInEntry } from '../../secret-in-clear.ts';

/** Names under which origins check that a request came through CloudFront. */
const proof = /verif|auth|secret|token|key|shield|origin-check/i;

/** Custom headers by which an origin knows its distribution, written out in the template. */
export function secretHeaders(view: ResourceView): Fact<readonly SecretInClear[]> {
  const found = guardedMembers(view, 'DistributionConfig.Origins').flatMap((origin) =>
    guardedMembers(within(view, origin), 'OriginCustomHeaders').map((item) => {
      const header = within(view, item);
      const name = describeText(textOf(header.read('HeaderName') ?? item) ?? []);
      const value = header.read('HeaderValue');
      if (value === undefined) return given<readonly SecretInClear[]>([]);
      const judged = secretsInEntry(proof.test(name) ? 'secret' : name, value, 'origin header');
      return mapFact(judged, (secrets) => secrets.map((secret) => ({ ...secret, name })));
    }),
  );
  return joinSecrets(found);
}
