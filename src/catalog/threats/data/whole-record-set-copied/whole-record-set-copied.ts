import { casesOf } from '../../../../model/fact.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Whole tables copied out of the database',
  statement: {
    source: 'person with access to the copy and none to the database',
    prerequisites: 'who reads what was copied without need',
    action: 'read every column of every table outside of the access control of the database',
    impact: 'disclosure of personal and secret data that the copy did not have to hold',
  },
  stride: ['information-disclosure'],
  techniques: ['T1213.006', 'T1119'],
  weaknesses: ['CWE-200', 'CWE-668'],
  controls: ['data-minimization', 'data-masking'],
  likelihood: 2,
  impact: 4,
  howUsed:
    'Copies for analysis have wider audiences and weaker controls than the database, and hold columns that nobody needed: names, birthdays, tokens. Attackers look for the copy, not for the original.',
  howTested:
    'List tables and columns of the copy and strike out what no report reads. Query the copy as an analyst for a column that is personal: it must be missing or masked.',
  falsePositives: 'The copy is guarded as the database is, and all of it is needed: migrations and standby databases.',
  references: [
    'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TableMapping.SelectionTransformation.Transformations.html',
    'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TableMapping.SelectionTransformation.Selections.html',
  ],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined) return;
    for (const { guard, fact } of casesOf(system.fact(resource.id, 'settings'))) {
      if (fact.kind === 'unknown' || fact.value.wholeRecordSet === undefined) continue;
      yield* judge({
        fact: fact.value.wholeRecordSet,
        guard,
        resource,
        bad: (whole) => (whole ? 'every table is taken over with all columns, none is left out or masked' : undefined),
        closedBy: () => ({ control: 'data-minimization', note: 'it takes over a part of the tables, columns or rows' }),
        fix: fixOf(resource, {
          control: 'data-minimization',
          title: 'Copy only what is needed',
          property: 'TableMappings',
          value: 'selection rules for the tables needed, and remove-column or data-masking rules for personal data',
        }),
      });
    }
  },
});
