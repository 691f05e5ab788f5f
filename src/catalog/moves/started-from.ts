import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { describeText } from '../../model/text.ts';
import { textOf } from '../../model/value.ts';
import { descend } from '../answer.ts';
import type { Destination } from './take-over.ts';

const places = ['LaunchTemplate', 'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification'];

/** Groups that start instances from the template in the version that is in force, which they take without being told. */
export function startedFrom(ask: Questions, template: Resource, version: RegExp): readonly Destination[] {
  return ask.system.referrers(template.id).flatMap((id) => {
    const group = ask.system.resource(id);
    if (group === undefined || !/::(AutoScalingGroup|Nodegroup)$/.test(group.type)) return [];
    const named = places.flatMap((path) => descend(group.properties, path.split('.')) ?? []);
    const versions = named.map((one) => describeText(textOf(descend(one, ['Version']) ?? one) ?? []));
    if (!versions.some((one) => version.test(one))) return [];
    const note = `${group.address} starts instances from ${template.address}`;
    return [
      {
        resource: group,
        proof: [{ kind: 'setting', resource: group.id, property: '', note, origin: group.origin }],
        provided: `${group.address} starts another instance`,
      },
    ];
  });
}
