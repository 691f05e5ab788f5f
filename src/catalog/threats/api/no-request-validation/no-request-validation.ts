import { casesOf, type Fact } from '../../../../model/fact.ts';
import type { Questions } from '../../../../model/questions.ts';
import type { Element } from '../../../../model/system.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { anyTrue } from '../../../combine-facts.ts';
import { isPublicEntry } from '../../../public-entry.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Requests that nobody checks before the code',
  statement: {
    source: 'caller of the API',
    prerequisites: 'who sends input of another form than expected',
    action: 'reach flaws in how the code reads its input',
    impact: 'wrong records, and control of the code where it trusts its input',
  },
  stride: ['tampering'],
  techniques: ['T1190'],
  weaknesses: ['CWE-20'],
  controls: ['request-validation'],
  likelihood: 1,
  impact: 2,
  howUsed:
    'Attackers send what the code does not expect: a list for a text, an object with operators for a database query, numbers below zero, bodies of megabytes. Injection, mass assignment and crashes all begin with input that nobody refused before the code read it.',
  howTested:
    'Send a body that breaks the schema, with a missing field and one of a wrong type, to each method. API Gateway must answer 400 by itself, and the function or backend behind it must show no invocation for the request.',
  falsePositives: 'The code checks all input itself, as proxy integrations leave it to do.',
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html',
  ],
  *find(element, ask) {
    const resource = subjectOf(element, ask.system);
    if (resource === undefined || !isPublicEntry(element, resource, ask)) return;
    const checks = validations(element, ask.system);
    if (checks.length === 0) return;
    yield* judge({
      fact: anyTrue(checks),
      resource,
      bad: (checked) => (checked ? undefined : `none of its ${checks.length} methods checks requests against a model`),
      closedBy: () => ({ control: 'request-validation', note: 'requests are checked against a model' }),
      fix: fixOf(resource, {
        control: 'request-validation',
        title: 'Check requests against a model',
        property: 'RequestValidatorId of its methods',
        value: 'a request validator, with models for bodies and required parameters',
      }),
    });
  },
});

/** What the methods of an API say about it. */
function validations(element: Element, system: Questions['system']): readonly Fact<boolean>[] {
  return element.resources
    .flatMap((id) => casesOf(system.fact(id, 'settings')))
    .flatMap(({ fact }) =>
      fact.kind === 'known' && fact.value.requestValidation !== undefined ? [fact.value.requestValidation] : [],
    );
}
