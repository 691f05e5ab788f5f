import { defineMove } from '../../../model/attack.ts';
import type { Resource } from '../../../model/resource.ts';
import { type Text, text } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import { instance } from '../instance.ts';
import { permissions } from '../permissions.ts';

export default defineMove({
  title: 'Publish a version of a layer',
  description:
    'The identity may publish versions of a layer whose code runs in functions, and so decides what the next one does.',
  technique: 'T1525',
  actions: ['lambda:PublishLayerVersion'],
  references: ['https://docs.aws.amazon.com/lambda/latest/api/API_PublishLayerVersion.html'],
  cost: 1,
  *instances(ask) {
    const targets = ask.system.ofType('AWS::Lambda::LayerVersion');
    // The call names the layer, and no version of it.
    const arn = ({ id, ...layer }: Resource) => {
      const { account, region, partition } = ask.system.deploymentOf(id);
      return text('arn:', ...partition, ':lambda:', ...region, ':', ...account, ':layer:', ...layerName(layer));
    };
    for (const { principal, target, item } of permissions(ask, { action: 'lambda:PublishLayerVersion', targets, arn }))
      yield* instance({
        needs: [{ kind: 'acts-as', principal: principal.id }],
        gives: { kind: 'writes', resource: target.id },
        proof: [item],
        guard: target.guard,
      });
  },
});

function layerName({ name, properties }: Pick<Resource, 'name' | 'properties'>): Text {
  const stated = properties.entries.get('LayerName');
  return (stated === undefined ? undefined : textOf(stated)) ?? name;
}
