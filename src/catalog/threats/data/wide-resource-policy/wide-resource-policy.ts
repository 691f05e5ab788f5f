import { casesOf } from '../../../../model/fact.ts';
import { and } from '../../../../model/guard.ts';
import type { Statement } from '../../../../model/policy.ts';
import { literalOf } from '../../../../model/text.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { isLonePart } from '../../../lone-part.ts';
import { fixOf, keyUnder } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Policy that gives every action',
  statement: {
    source: 'whoever is named',
    prerequisites: 'who needs one action',
    action: 'use all others as well: change the policy, delete the resource',
    impact: 'more damage by each of them than its task needs',
  },
  stride: ['tampering', 'elevation-of-privilege'],
  techniques: ['T1098'],
  weaknesses: ['CWE-732'],
  controls: ['narrow-resource-policy'],
  likelihood: 1,
  impact: 2,
  howUsed:
    'The principal was meant to read, and may also change the policy, delete the resource, or hand rights to others. Who takes over that principal turns a right to use into ownership.',
  howTested:
    'As the principal that the policy names, try what it does not need: delete a test message or object, read and put the policy. Each must be refused; what it needs must go on working.',
  falsePositives: 'Owners of the resource who are named on purpose.',
  references: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html',
  ],
  *find(element, { system }) {
    const lone = isLonePart(element, system);
    for (const id of element.resources) {
      const resource = system.resource(id);
      if (resource === undefined) continue;
      for (const { guard, fact } of casesOf(system.fact(id, 'resourcePolicy'))) {
        if (fact.kind === 'unknown') continue;
        for (const source of fact.value.filter(({ statedBy }) => statedBy === undefined || statedBy === id))
          for (const statement of source.document.statements.filter(
            (each) => givesAll(each) || (lone && namesEverybody(each)),
          ))
            yield {
              key: keyUnder(source.name, and(guard, statement.guard)),
              guard: and(guard, statement.guard),
              status: 'open',
              evidence: [{ note: noteOf(source.name, statement), origin: statement.origin }],
              controls: [],
              fix: fixOf(resource, {
                control: 'narrow-resource-policy',
                title: 'Name the actions that are needed',
                property: 'Statement.Action',
                value: 'the actions that the principal uses',
              }),
            };
      }
    }
  },
});

/** Keys give all actions to their account by design; a Deny of everything is no grant. */
function givesAll({ effect, actions = [], conditions }: Statement): boolean {
  return (
    effect === 'Allow' &&
    conditions.length === 0 &&
    actions.some((action) => /^(\*|(?!kms:)[a-z0-9-]+:\*)$/i.test(literalOf(action) ?? ''))
  );
}

/** Of what it is attached to elsewhere nothing is known that would keep everybody out. */
function namesEverybody({ effect, principals = [], conditions }: Statement): boolean {
  return effect === 'Allow' && conditions.length === 0 && principals.some(({ value }) => literalOf(value) === '*');
}

function noteOf(name: string, statement: Statement): string {
  const what = givesAll(statement) ? 'every action of the service' : 'its actions';
  return namesEverybody(statement) ? `${name} gives everybody ${what}` : `${name} gives ${what}`;
}
