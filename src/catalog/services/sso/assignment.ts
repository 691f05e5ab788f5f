import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';

/** Lets a person or group of the identity store use a permission set in one account. */
export default defineService({
  type: 'AWS::SSO::Assignment',
  title: 'permission set assignment',
  element: 'part',
  partOf: (view) => {
    const set = view.read('PermissionSetArn');
    return set === undefined ? [] : [set];
  },
  service: 'identity',
  documentation: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/assignusers.html',
  facts: noAnswers('an assignment makes a role of its permission set in an account; that role answers'),
  ignored: {
    PrincipalId: 'a person or group of the identity store, which is not in the input',
    PrincipalType: 'a person or group of the identity store, which is not in the input',
  },
});
