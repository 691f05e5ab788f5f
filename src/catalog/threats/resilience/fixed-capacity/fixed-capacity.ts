import type { Capacity } from '../../../../model/data-keeping.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Capacity that does not follow the load',
  statement: {
    source: 'attacker, or a rush of ordinary callers',
    prerequisites: 'who causes more requests than were paid for',
    action: 'use up the capacity that was set once',
    impact: 'requests of everybody else that are refused',
  },
  stride: ['denial-of-service'],
  techniques: ['T1499.003'],
  weaknesses: ['CWE-770'],
  controls: ['auto-scaling'],
  likelihood: 1,
  impact: 2,
  howUsed:
    'A flood of cheap requests uses up the units that were set once, and every caller after that is refused. An ordinary sale or a loop in a client does the same without any attacker.',
  howTested:
    'Load a test table past its capacity: ThrottledRequests must stay at zero, or return to it within minutes while the consumed capacity rises. describe-table must show on-demand billing, or describe-scalable-targets a target for reads and writes of the table and each index.',
  falsePositives: 'Load that is known and does not change.',
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html'],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined) return;
    yield* judge<readonly Capacity[]>({
      fact: system.fact(resource.id, 'capacity'),
      resource,
      bad: (all) => {
        const fixed = fixedOf(all);
        return fixed.length === 0 ? undefined : `nothing adjusts ${fixed.join(', ')}`;
      },
      closedBy: (all) =>
        all.some(({ scales }) => scales)
          ? { control: 'auto-scaling', note: 'its capacity is adjusted to the load' }
          : undefined,
      fix: fixOf(resource, {
        control: 'auto-scaling',
        title: 'Let the capacity follow the load',
        property: 'BillingMode',
        value: 'PAY_PER_REQUEST, or scalable targets for reads and writes of the table and each index',
      }),
    });
  },
});

/** What is set once, and adjusted by nothing that somebody states elsewhere. */
function fixedOf(all: readonly Capacity[]): readonly string[] {
  const scaled = new Set(all.filter(({ scales }) => scales).map(({ what }) => what));
  return [...new Set(all.filter(({ what }) => !scaled.has(what)).map(({ what }) => what))];
}
