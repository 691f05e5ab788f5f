import { defineMove } from '../../../model/attack.ts';
import { placesOf } from '../block.ts';
import { permissionBlocks } from '../permissions.ts';

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
    const signed = new Set(
      functions.flatMap(({ properties }, at) => (properties.entries.has('CodeSigningConfigArn') ? [at] : [])),
    );
    // Layers and wrapper scripts are set by the configuration: they run before the function's own code.
    for (const action of ['lambda:UpdateFunctionCode', 'lambda:UpdateFunctionConfiguration'])
      for (const block of permissionBlocks(ask, { action, targets: functions })) {
        const [asIs, checked] = [block.on.filter((at) => !signed.has(at)), block.on.filter((at) => signed.has(at))];
        if (asIs.length > 0) yield* placesOf(functions, { ...block, on: asIs }, { kind: 'runs-code' });
        if (checked.length > 0)
          yield* placesOf(functions, { ...block, on: checked }, { kind: 'runs-code', provided: onlyWarned });
      }
  },
});

const onlyWarned = 'the code signing configuration of the function only warns';
