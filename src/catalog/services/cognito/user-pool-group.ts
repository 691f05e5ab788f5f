import type { Forward } from '../../../model/dimension.ts';
import { byDefault, type Fact, given } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { isGiven } from '../../combine-facts.ts';
import { noAnswers } from '../../no-answers.ts';

export default defineService({
  type: 'AWS::Cognito::UserPoolGroup',
  title: 'group of a user pool',
  element: 'part',
  partOf: (view) => {
    const pool = view.read('UserPoolId');
    return pool === undefined ? [] : [pool];
  },
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolgroup.html',
  facts: noAnswers('a group is part of its user pool, which answers'),
  structure: { forwards },
  ignored: {},
});

/** The group's role stands in its members' tokens; an identity pool that goes by them hands it out. */
function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const from = view.read('UserPoolId');
  const to = view.read('RoleArn');
  if (from === undefined || to === undefined || !isGiven(to)) return byDefault<readonly Forward[]>([], [view.origin()]);
  return given([
    {
      from,
      to,
      kind: 'secret',
      protocol: 'https',
      port: 443,
      encrypted: byDefault(true),
      authentication: 'jwt',
      because: `tokens of members of ${view.resource.address} name this role`,
      origin: view.origin('RoleArn'),
    },
  ]);
}
