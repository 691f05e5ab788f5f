import { defineMove } from '../../../model/attack.ts';
import { dataActions, dataTypes } from '../../data-actions.ts';
import { instance } from '../instance.ts';
import { openTo } from '../open-to.ts';

export default defineMove({
  title: 'Call what others may call',
  description: 'The resource’s own policy lets anyone, any AWS account, or an account outside run it or send it work.',
  technique: 'T1190',
  actions: ['lambda:InvokeFunction', 'states:StartExecution'],
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html'],
  cost: 1,
  *instances(ask) {
    for (const type of dataTypes)
      for (const action of dataActions(type).invoke)
        for (const { resource, needs, proof, provided } of openTo(ask, {
          actions: [action],
          resources: ask.system.ofType(type),
        })) {
          yield* instance({
            needs: [needs],
            gives: { kind: 'can-call', resource: resource.id },
            proof,
            guard: resource.guard,
            ...(provided !== undefined && { provided }),
          });
        }
  },
});
