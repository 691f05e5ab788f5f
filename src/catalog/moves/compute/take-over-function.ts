import { defineMove } from '../../../model/attack.ts';
import { instance } from '../instance.ts';
import { permissions } from '../permissions.ts';

export default defineMove({
  title: 'Replace the code of a function',
  description:
    'The identity may change what a Lambda function runs: at its next call the function runs the attacker’s code.',
  technique: 'T1648',
  actions: ['lambda:UpdateFunctionCode', 'lambda:UpdateFunctionConfiguration'],
  references: ['https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html'],
  cost: 2,
  *instances(ask) {
    const functions = ask.system.ofType('AWS::Lambda::Function');
    const done = new Set<string>();
    // Layers and wrapper scripts are set by the configuration: they run before the function's own code.
    for (const action of ['lambda:UpdateFunctionCode', 'lambda:UpdateFunctionConfiguration'])
      for (const { principal, target, item } of permissions(ask, { action, targets: functions })) {
        const key = `${principal.id} ${target.id}`;
        if (done.has(key)) continue;
        if (item.decision.verdict === 'allow') done.add(key);
        const signed = target.properties.entries.has('CodeSigningConfigArn');
        yield* instance({
          needs: [{ kind: 'acts-as', principal: principal.id }],
          gives: { kind: 'runs-code', resource: target.id },
          proof: [item],
          guard: target.guard,
          ...(signed && { provided: `the code signing configuration of ${target.address} only warns` }),
        });
      }
  },
});
