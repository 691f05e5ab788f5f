import type { Forward } from '../../../model/entry.ts';
import type { Fact } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';

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
  const because = `tokens of members of ${view.resource.address} name this role`;
  const how = { kind: 'secret', authentication: 'jwt', because } as const;
  return flowsOf(view, from === undefined ? [] : statedFlow(view.read('RoleArn'), { ...how, from }));
}
