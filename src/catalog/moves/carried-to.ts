import { and, isPossible } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { describeText, textKey } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';
import { descend, optionsOf } from '../answer.ts';
import { remembered } from './remembered.ts';
import { startedFrom } from './started-from.ts';
import type { Destination } from './take-over.ts';

/** Something that others are made from or run, by type: where a change of it comes to run. */
export const carriers: Readonly<Record<string, (ask: Questions, thing: Resource) => readonly Destination[]>> = {
  'AWS::EC2::LaunchTemplate': (ask, template) => startedFrom(ask, template, /^\$(Latest|Default)$|^$/),
  'AWS::Lambda::LayerVersion': functionsWith,
  'AWS::SSM::Parameter': startedFromImage,
};

/** A function names a version of a layer: it has the next one when it is deployed again. */
function functionsWith(ask: Questions, layer: Resource): readonly Destination[] {
  return ask.system.ofType('AWS::Lambda::Function').flatMap((one) =>
    layersOf(one).flatMap((named) =>
      ask.system
        .resolve(named, one.id, [layer.type])
        .filter((end) => end.kind === 'resource' && end.resource === layer)
        .map(({ guard }) => ({
          ...because(one, `${one.address} runs code of ${layer.address}`),
          provided: `${one.address} is deployed again, with the newest version of ${layer.address}`,
          guard,
        })),
    ),
  );
}

function layersOf({ properties }: Resource): readonly Value[] {
  const stated = properties.entries.get('Layers');
  return optionsOf(stated).flatMap(({ value }) => (value?.kind === 'list' ? value.items : []));
}

/** Machines, and groups of them, whose image is the one that a parameter names when they are started. */
function startedFromImage(ask: Questions, parameter: Resource): readonly Destination[] {
  return (startedByName(ask).get(textKey(parameter.name)) ?? []).flatMap((named): readonly Destination[] => {
    const guard = and(named.guard, parameter.guard);
    if (!isPossible(guard)) return [];
    if (named.type === 'AWS::EC2::LaunchTemplate') return startedFrom(ask, named, /./);
    const note = `${named.address} starts from the image that ${parameter.address} names`;
    return [{ ...because(named, note), provided: `${named.address} is started again`, guard }];
  });
}

const imagePaths: Readonly<Record<string, string>> = {
  'AWS::EC2::Instance': 'ImageId',
  'AWS::EC2::LaunchTemplate': 'LaunchTemplateData.ImageId',
  'AWS::AutoScaling::LaunchConfiguration': 'ImageId',
};

/**
 * By the parameter that names their image: EC2 looks it up at each start.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-systems-manager-parameter-to-find-AMI.html
 */
const startedByName = remembered((ask): ReadonlyMap<string, readonly Resource[]> => {
  const found = new Map<string, Resource[]>();
  for (const [type, path] of Object.entries(imagePaths))
    for (const one of ask.system.ofType(type)) {
      const image = descend(one.properties, path.split('.'));
      const word = image === undefined ? '' : describeText(textOf(image) ?? []);
      const name = /^resolve:ssm:([^:]+)/.exec(word)?.[1];
      if (name !== undefined) found.set(name, [...(found.get(name) ?? []), one]);
    }
  return found;
});

function because(resource: Resource, note: string): Pick<Destination, 'resource' | 'proof'> {
  return { resource, proof: [{ kind: 'setting', resource: resource.id, property: '', note, origin: resource.origin }] };
}
