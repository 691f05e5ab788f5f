import type { Origin } from '../../../model/origin.ts';
import type { ResourceView } from '../../../model/service.ts';
import { describeText } from '../../../model/text.ts';
import type { Value } from '../../../model/value.ts';
import { optionsOf, within } from '../../answer.ts';
import { isGiven } from '../../combine-facts.ts';
import { resourceType } from '../../resource-type.ts';

/** Where a resource may take its launch settings from, by path of the reference. */
interface LaunchSources {
  /** Paths of launch template specifications: `LaunchTemplate`, with an id, a name or an ARN-like reference in it. */
  readonly templates: readonly string[];
  /** Path of a launch configuration's name. */
  readonly configuration?: string;
}

const TEMPLATE = 'AWS::EC2::LaunchTemplate';
const CONFIGURATION = 'AWS::AutoScaling::LaunchConfiguration';

/**
 * Launch settings as EC2 puts them together: what the resource says itself, then what its launch template or launch
 * configuration says (RunInstances: "parameters that you specify override the launch template"). Settings of a template
 * that is not in the input are unknown. Names are those of `LaunchTemplateData` and `AWS::EC2::Instance`.
 */
export function launchSettings(view: ResourceView, sources: LaunchSources): ResourceView {
  const base = baseOf(view, sources);
  const ownRead = schemaReader(view);
  const read = (path: string): Value | undefined => {
    const own = ownRead(path);
    return own !== undefined && own.kind !== 'absent' ? own : base?.read(path);
  };
  return {
    ...view,
    read,
    // What nobody sets would stand in the template.
    origin: (path) => (path === undefined ? undefined : (read(path)?.origin ?? base?.origin)) ?? view.origin(path),
  };
}

/** Node groups of EKS leave the prefix away. */
const templateNames = ['LaunchTemplateId', 'LaunchTemplateName', 'Id', 'Name'];

type Reader = (path: string) => Value | undefined;

/** A template or configuration: what it says, and where it stands when there is only one that it can be. */
interface Base {
  readonly read: Reader;
  readonly origin?: Origin;
}

/** The names of launch settings differ from type to type: a type is asked only for properties that its schema has. */
function schemaReader(view: ResourceView): Reader {
  const properties = resourceType(view.resource.type)?.properties;
  return (path) => (properties?.includes(path.split('.')[0] ?? path) ? view.read(path) : undefined);
}

function baseOf(view: ResourceView, sources: LaunchSources): Base | undefined {
  if (sources.configuration !== undefined) {
    const reference = view.read(sources.configuration);
    if (reference !== undefined) return readerOf(view, reference, { type: CONFIGURATION, prefix: '' });
  }
  for (const path of sources.templates) {
    const reference = templateNames.map((name) => view.read(`${path}.${name}`)).find((value) => value !== undefined);
    if (reference !== undefined) return readerOf(view, reference, { type: TEMPLATE, prefix: 'LaunchTemplateData.' });
  }
  return undefined;
}

/** Reads a property through a reference; several ends of it, or none that is known, become a choice or an unknown value. */
function readerOf(view: ResourceView, reference: Value, kind: { type: string; prefix: string }): Base {
  const options = optionsOf(reference).flatMap(({ guard, value }) => {
    if (value === undefined || value.kind === 'absent') return [];
    const ends = view.follow(value, [kind.type]);
    return ends.map((end) => ({ guard, end }));
  });
  const [only, ...others] = options;
  const base = others.length === 0 && only?.end.kind === 'resource' ? only.end.view.origin() : undefined;
  const read: Reader = (path) => {
    const values = options.map(({ guard, end }) => {
      if (end.kind === 'resource') {
        const found = schemaReader(end.view)(kind.prefix + path);
        return { guard, value: found ?? ({ kind: 'absent', origin: reference.origin } as const) };
      }
      const settledBy = end.kind === 'unknown' ? end.settledBy : `the definition of ${describeText(end.text)}`;
      const symbol = `lookup:${view.resource.id}/${path}`;
      const hole = { symbol, kind: 'lookup', settledBy } as const;
      return { guard, value: { kind: 'unknown', hole, origin: reference.origin } as const };
    });
    const [first] = values;
    if (first === undefined || !values.some(({ value }) => isGiven(value))) return undefined;
    return others.length === 0 ? first.value : { kind: 'choice', options: values, origin: reference.origin };
  };
  return { read, ...(base !== undefined && { origin: base }) };
}

/**
 * The network interfaces that the settings describe, each to be read like a resource: those made with the instance, and
 * those of the input that it only names. None when they are not known.
 */
export function interfacesOf(settings: ResourceView): readonly ResourceView[] {
  return optionsOf(settings.read('NetworkInterfaces')).flatMap(({ value }) =>
    value?.kind === 'list'
      ? value.items.flatMap((item) =>
          optionsOf(item).flatMap((one) => (one.value ? made(settings, within(settings, one.value)) : [])),
        )
      : [],
  );
}

function made(settings: ResourceView, described: ResourceView): readonly ResourceView[] {
  const existing = described.read('NetworkInterfaceId');
  if (existing === undefined) return [described];
  return settings
    .follow(existing, ['AWS::EC2::NetworkInterface'])
    .flatMap((end) => (end.kind === 'resource' ? [end.view] : []));
}
