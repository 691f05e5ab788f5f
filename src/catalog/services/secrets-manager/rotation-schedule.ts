import type { Forward } from '../../../model/entry.ts';
import { byDefault, type Fact } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { present } from '../../answer.ts';
import { anyTrue, onlyWhile } from '../../combine-facts.ts';
import { noAnswers } from '../../no-answers.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';

export default defineService({
  type: 'AWS::SecretsManager::RotationSchedule',
  title: 'rotation schedule of a secret',
  element: 'part',
  partOf: (view) => secretOf(view),
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-rotationschedule.html',
  facts: noAnswers('the schedule is part of its secret, which answers'),
  structure: {
    forwards,
    settings: (view) => byDefault({ secretRotation: rotates(view) }),
  },
  contributes: (view) =>
    secretOf(view).map((to) => ({
      to,
      dimension: 'settings' as const,
      fact: byDefault({ secretRotation: onlyWhile(view.resource.guard, rotates(view), byDefault(false)) }),
    })),
  ignored: {
    ExternalSecretRotationMetadata: 'settings of the third party that rotates',
    RotateImmediatelyOnUpdate: 'it moves the first rotation, not whether there is one',
  },
});

function secretOf(view: ResourceView) {
  const secret = view.read('SecretId');
  return secret === undefined ? [] : [secret];
}

const movers = ['RotationLambdaARN', 'HostedRotationLambda', 'ExternalSecretRotationRoleArn', 'RotationRules'] as const;

/** Something rotates: a function of the customer, one that AWS makes, a third party, or the service that owns the secret. */
function rotates(view: ResourceView): Fact<boolean> {
  return anyTrue(movers.map((path) => present(view, path)));
}

function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const because = `rotation ${view.resource.address} calls the function`;
  const flows = secretOf(view).flatMap((from) =>
    statedFlow(view.read('RotationLambdaARN'), { from, kind: 'invoke', because }),
  );
  return flowsOf(view, flows);
}
