import { defineMove } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import type { Going } from '../going.ts';
import { takeOver } from '../take-over.ts';

export default defineMove(
  takeOver({
    title: 'Let commands into a container, and run one',
    description:
      'The identity switches on that a service lets commands in, which starts its tasks anew, and runs code in the container.',
    technique: 'T1609',
    reference: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html',
    cost: 2,
    thing: 'a service of containers',
    types: ['AWS::ECS::Service'],
    kind: 'service/',
    service: 'ecs-tasks.amazonaws.com',
    // Of services that nobody has seen it is not known whether they keep commands out.
    unseenRoles: () => false,
    ways: [{ on: ['ecs:UpdateService'], also: [['ecs:ExecuteCommand', 'task/']], when: keepsCommandsOut }],
  }),
);

/** Where commands are let in already, nothing need be switched on. */
function keepsCommandsOut(_ask: Questions, { address, properties }: Resource): Going | undefined {
  const stated = properties.entries.get('EnableExecuteCommand');
  const isOn = stated !== undefined && /^true$/i.test(wordOf(stated) ?? '');
  if (isOn) return undefined;
  return {
    proof: [],
    provided: `the role of ${address} may open the channels of commands, and its tasks reach Systems Manager`,
  };
}

function wordOf(value: Value): string | undefined {
  return value.kind === 'literal' ? String(value.value) : literalOf(textOf(value) ?? []);
}
