import type { LogSource } from '../../../model/dimension.ts';
import { bindFact, byDefault, casesOf, type Fact, factOf, given, mapFact } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import type { Value } from '../../../model/value.ts';
import { present, property, word } from '../../answer.ts';
import { anyTrue } from '../../combine-facts.ts';
import { followValue } from '../../follow.ts';
import { DEFAULT_ENCRYPTION } from './default-encryption.ts';
import { keepsObjects } from './default-retention.ts';

/**
 * The access log is on when it is asked for and its destination takes it. Without a destination, a bucket logs into
 * itself.
 */
export function accessLog(view: ResourceView): Fact<readonly LogSource[]> {
  return bindFact(present(view, 'LoggingConfiguration'), (asked): Fact<readonly LogSource[]> => {
    if (!asked) return byDefault<readonly LogSource[]>([{ what: 'access', on: false }]);
    return bindFact(property(view, 'LoggingConfiguration.DestinationBucketName'), (to) =>
      mapFact(to === undefined ? refuses(view) : refusedBy(view, to), (refused): readonly LogSource[] => [
        { what: 'access', on: !refused, ...(to !== undefined && { to }) },
      ]),
    );
  });
}

/** A destination outside the input is taken to accept: nothing speaks against it. */
function refusedBy(view: ResourceView, to: Value): Fact<boolean> {
  const destination = followValue(view, to, { types: ['AWS::S3::Bucket'], what: 'DestinationBucketName' });
  if (casesOf(destination).some(({ fact }) => fact.kind === 'unknown')) return given(false);
  const judged = bindFact(destination, (bucket) => (bucket === undefined ? given(false) : refuses(bucket)));
  // That the destination goes by defaults makes it no default that this bucket logs there.
  return factOf(
    casesOf(judged).map(({ guard, fact }) => ({
      guard,
      fact: fact.kind === 'known' ? given(fact.value, fact.origins, fact.assumes) : fact,
    })),
  );
}

/**
 * Log delivery cannot write where objects are locked by default, nor under a key of KMS.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
function refuses(bucket: ResourceView): Fact<boolean> {
  const algorithm = word(bucket, `${DEFAULT_ENCRYPTION}.SSEAlgorithm`, 'AES256');
  return anyTrue([keepsObjects(bucket), mapFact(algorithm, (name) => name.startsWith('aws:kms'))]);
}
