import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';

/**
 * An authority whose certificates count: whoever has one of its end-entity certificates with its key may ask for the roles that
 * trust Roles Anywhere. https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html
 */
export default defineService({
  type: 'AWS::RolesAnywhere::TrustAnchor',
  title: 'Roles Anywhere trust anchor',
  element: 'control',
  service: 'identity',
  documentation: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/introduction.html',
  facts: noAnswers('a trust anchor says whose certificates count; the roles that trust it answer'),
  ignored: {
    Source: 'the authority itself; who holds its key is outside the input',
  },
});
