import type { EncryptionInTransit } from '../../../model/dimension.ts';
import { byDefault, given } from '../../../model/fact.ts';
import { and, type Guard, isPossible, or } from '../../../model/guard.ts';
import type { Statement } from '../../../model/policy.ts';
import { type Contribution, defineService, type ResourceView } from '../../../model/service.ts';
import { literalOf, textKey } from '../../../model/text.ts';
import { onlyWhile } from '../../combine-facts.ts';
import { noAnswers } from '../../no-answers.ts';
import { readPolicies } from '../../read-policy.ts';
import { statedPolicies } from '../../stated-policies.ts';

export default defineService({
  type: 'AWS::S3::BucketPolicy',
  title: 'S3 bucket policy',
  element: 'part',
  partOf: (view) => bucketOf(view),
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucketpolicy.html',
  facts: {
    ...noAnswers('a bucket policy is part of its bucket, which answers'),
    resourcePolicy: (view) => statedPolicies(view, 'PolicyDocument', `bucket policy ${view.resource.address}`),
  },
  contributes: (view) => bucketOf(view).flatMap((bucket) => contributions(view, bucket)),
  ignored: {},
});

function bucketOf(view: ResourceView) {
  const bucket = view.read('Bucket');
  return bucket === undefined ? [] : [bucket];
}

function contributions(view: ResourceView, to: Contribution['to']): readonly Contribution[] {
  const policies: Contribution = {
    to,
    dimension: 'resourcePolicy',
    fact: statedPolicies(view, 'PolicyDocument', `bucket policy ${view.resource.address}`),
  };
  const whenDenied = plainTextDenied(view);
  if (!isPossible(whenDenied)) return [policies];
  const fact = onlyWhile<EncryptionInTransit>(
    whenDenied,
    given({ state: 'required', minimumTls: '1.2' }, [view.origin('PolicyDocument')]),
    byDefault({ state: 'optional', minimumTls: '1.2' }),
  );
  return [policies, { to, dimension: 'encryptionInTransit', fact }];
}

/** When does the policy refuse everybody who comes without TLS? */
function plainTextDenied(view: ResourceView): Guard {
  const denials = readPolicies(view.read('PolicyDocument')).flatMap((document) =>
    document.statements.filter(deniesPlainText).map((statement) => and(document.guard, statement.guard)),
  );
  return and(view.resource.guard, or(...denials));
}

/**
 * `Deny` for everybody, with every action, on the objects, under the sole condition that the transport is not secure.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html#transit
 */
function deniesPlainText(statement: Statement): boolean {
  const [condition, ...others] = statement.conditions;
  return (
    statement.effect === 'Deny' &&
    statement.open === undefined &&
    others.length === 0 &&
    condition?.key.toLowerCase() === 'aws:securetransport' &&
    /^Bool(IfExists)?$/i.test(condition.operator) &&
    condition.values.some((value) => literalOf(value)?.toLowerCase() === 'false') &&
    (statement.principals ?? []).some(({ kind, value }) => /^(\*|AWS)$/.test(kind) && literalOf(value) === '*') &&
    (statement.actions ?? []).some((action) => /^(\*|s3:\*)$/i.test(literalOf(action) ?? '')) &&
    (statement.resources ?? []).some((resource) => textKey(resource).endsWith('*'))
  );
}
