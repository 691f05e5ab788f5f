import { defineMove } from '../../../model/attack.ts';
import { always, and } from '../../../model/guard.ts';
import { carriers } from '../carried-to.ts';
import { instance } from '../instance.ts';
import { workloads } from '../workloads.ts';

export default defineMove({
  title: 'Have a change carried to everything made from it',
  description:
    'Functions run the code of a layer, and machines are started from a template or from the image that a parameter names: whoever changes one of these decides what runs in all of them.',
  technique: 'T1525',
  actions: [],
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html'],
  cost: 2,
  *instances(ask) {
    const code = new Set(workloads(ask));
    for (const [type, carriedTo] of Object.entries(carriers))
      for (const thing of ask.system.ofType(type))
        for (const { resource, guard, ...going } of carriedTo(ask, thing))
          if (code.has(resource))
            yield* instance({
              needs: [{ kind: 'writes', resource: thing.id }],
              gives: { kind: 'runs-code', resource: resource.id },
              ...going,
              guard: and(thing.guard, resource.guard, guard ?? always),
            });
  },
});
