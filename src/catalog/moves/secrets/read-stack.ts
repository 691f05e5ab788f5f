import { type AttackFact, defineMove } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Deployment, Resource } from '../../../model/resource.ts';
import { type Text, text } from '../../../model/text.ts';
import { initProperty } from '../../cloud-formation-init.ts';
import { namedScalars } from '../../named-scalars.ts';
import { credentials } from '../credentials.ts';
import { instance } from '../instance.ts';
import { keptValues } from '../kept-values.ts';
import { permissions } from '../permissions.ts';
import { remembered } from '../remembered.ts';
import { marksIn } from '../secret-marks.ts';

const actions = [
  'cloudformation:DescribeStacks',
  'cloudformation:GetTemplate',
  'cloudformation:DescribeStackResource',
] as const;

export default defineMove({
  title: 'Read secrets in a stack',
  description:
    'A secret stands in the template of a stack, in what it sets up in machines, or is one of its outputs, and the identity may look at the stack.',
  technique: 'T1552.001',
  actions,
  references: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html'],
  cost: 1,
  *instances(ask) {
    for (const action of actions) {
      const shown = shownIn(ask).filter((one) => one.action === action);
      const targets = [...new Set(shown.map(({ owner }) => owner))];
      const arn = (owner: Resource) => stackArn(ask.system.deploymentOf(owner.id));
      for (const { principal, target, item } of permissions(ask, { action, targets, arn }))
        for (const { note, origin, at } of shown.filter(({ owner }) => owner === target)) {
          const gives: AttackFact = { kind: 'knows', resource: target.id };
          yield* instance({
            needs: [{ kind: 'acts-as', principal: principal.id }],
            gives,
            proof: [
              // The stack is no resource of the input.
              { ...item, on: '*' },
              {
                kind: 'setting',
                resource: at?.id ?? target.id,
                property: at === undefined ? '' : initProperty,
                note,
                origin,
              },
            ],
            guard: target.guard,
          });
        }
    }
  },
});

interface Shown {
  readonly owner: Resource;
  readonly action: (typeof actions)[number];
  readonly note: string;
  readonly origin: Resource['origin'];
  /** The resource whose metadata shows it, where it is that. */
  readonly at?: Resource;
}

/** What each stack shows: words that stand in the template, defaults of parameters among them, and outputs. */
const shownIn = remembered((ask): readonly Shown[] =>
  credentials(ask).flatMap(({ owner, what, marks }): readonly Shown[] => {
    const { record } = ask.system.deploymentOf(owner.id);
    if (record?.kind !== 'stack') return [];
    const own = new Set(marks);
    const outputs = [...record.outputs].filter(([name, value]) =>
      [...namedScalars(value, name)].some((one) => marksIn(one.value).some((mark) => own.has(mark))),
    );
    const inTemplate: Shown = {
      owner,
      action: 'cloudformation:GetTemplate',
      note: `the ${what} of ${owner.address} stands in the template`,
      origin: owner.origin,
    };
    return [
      ...setUps(ask, owner, own),
      ...(marks.some((mark) => mark.startsWith('words:')) ? [inTemplate] : []),
      ...outputs.map(
        ([name, { origin }]): Shown => ({
          owner,
          action: 'cloudformation:DescribeStacks',
          note: `output ${name} is the ${what} of ${owner.address}`,
          origin,
        }),
      ),
    ];
  }),
);

/** The metadata of a resource, with all references in it resolved. */
function setUps(ask: Questions, owner: Resource, own: ReadonlySet<string>): readonly Shown[] {
  return keptValues(ask)
    .filter(({ property, holder }) => property === initProperty && holder.deployment === owner.deployment)
    .filter(({ value, property }) =>
      [...namedScalars(value, property)].some((one) => marksIn(one.value).some((mark) => own.has(mark))),
    )
    .map(({ holder, value: { origin } }) => ({
      owner,
      action: 'cloudformation:DescribeStackResource',
      at: holder,
      note: `metadata of ${holder.address} holds a credential of ${owner.address}`,
      origin,
    }));
}

/** `stack/<name>/<id>`: both are known once the stack is there. */
function stackArn({ id, account, region, partition }: Deployment): Text {
  const hole = { symbol: `stack:${id}`, kind: 'expression', settledBy: `the name of the stack of ${id}` } as const;
  return text('arn:', ...partition, ':cloudformation:', ...region, ':', ...account, ':stack/', hole);
}
