import { casesOf } from '../model/fact.ts';
import type { Questions } from '../model/questions.ts';
import type { Resource } from '../model/resource.ts';
import type { Element } from '../model/system.ts';
import type { Evidence, ThreatMatch } from '../model/threat.ts';
import { type OpenRule, openRules } from './open-rules.ts';
import { byParameters, fixOf, keyUnder, subjectOf } from './threat-match.ts';
import { takesPort, waysIn } from './ways-in.ts';

/** A rule that opens so many ports at once opens everything, whatever else it was meant for. */
const manyPorts = 1000;

/** Does the rule open more ports than any service has? */
export function opensMany({ from, to }: Pick<OpenRule, 'from' | 'to'>): boolean {
  return to - from >= manyPorts;
}

/**
 * Rules of a security group that let the internet in on one of these ports. The rule is what is wrong, whether or not
 * anything that wears the group has a public address today; which of both it is moves the likelihood and is said.
 */
export function* openPorts(
  element: Element,
  ask: Questions,
  services: ReadonlyMap<number, string>,
): Iterable<ThreatMatch> {
  const group = subjectOf(element, ask.system);
  if (group === undefined) return;
  for (const rule of openRules(element, ask.system)) {
    if (opensMany(rule) || rule.protocol === 'all') continue;
    const ports = [...services].filter(([port]) => rule.from <= port && port <= rule.to);
    if (ports.length === 0) continue;
    const names = ports.map(([port, name]) => `${port} (${name})`).join(', ');
    yield openPort({ group, rule, ask, ports: ports.map(([port]) => port), names });
  }
}

/** One rule as a match. `names`: what the ports are for. */
export function openPort(found: {
  readonly group: Resource;
  readonly rule: OpenRule;
  readonly ask: Questions;
  /** Those that matter; of a rule that opens many, whichever answer. */
  readonly ports: readonly number[];
  readonly names: string;
}): ThreatMatch {
  const { group, rule, ask, ports, names } = found;
  const span = rule.from === rule.to ? `${rule.from}` : `${rule.from}-${rule.to}`;
  const today = reachToday(group, ask, opensMany(rule) ? 'many' : ports);
  const byDefault = rule.assumes.length === 0 ? '' : ` ${byParameters(rule.assumes)}`;
  const evidence: Evidence = {
    note: `${rule.protocol} ${names} is open to ${rule.source}${byDefault}`,
    origin: rule.origin,
  };
  return {
    key: keyUnder(`${rule.protocol}/${span} from ${rule.source}`, rule.guard),
    guard: rule.guard,
    ...(rule.settledBy === undefined ? { status: 'open' } : { status: 'unknown', settledBy: rule.settledBy }),
    evidence: [evidence, { note: today.note, origin: group.origin }],
    controls: [],
    ...(today.by !== 0 && { adjust: [{ of: 'likelihood', by: today.by, because: today.note }] }),
    fix: fixOf(rule.statedBy, {
      control: 'security-group-rule',
      title: 'Admit only the sources that need the port',
      property: rule.statedBy.id === group.id ? 'SecurityGroupIngress' : 'source of the rule',
      value: 'the security group of the callers, or the ranges of your own networks',
    }),
  };
}

/** Is anything that wears the group reachable on the ports now? */
function reachToday(
  group: Resource,
  { system, reach }: Questions,
  ports: readonly number[] | 'many',
): { readonly by: number; readonly note: string } {
  const wearers = wearersOf(group, system);
  const wears = wearers.map((wearer) => ({ wearer, direct: waysIn(reach, wearer.id).direct }));
  const reached = wears.filter(({ direct }) => direct?.verdict === 'open');
  const open = reached.find(({ direct }) =>
    ports === 'many' ? direct?.ports.some(opensMany) : ports.some((port) => direct && takesPort(direct, port)),
  );
  if (open !== undefined) return { by: 1, note: `${open.wearer.address} can be reached there from the internet` };
  const unclear = wears.find(({ direct }) => direct?.verdict === 'unknown');
  if (unclear !== undefined) {
    const hangs = unclear.direct?.settledBy ?? 'more input';
    return { by: 0, note: `whether ${unclear.wearer.address} can be reached from the internet hangs on ${hangs}` };
  }
  const [first] = wearers;
  const [answers] = reached;
  if (ports === 'many' && answers !== undefined)
    return {
      by: -2,
      note: `${answers.wearer.address} wears it and answers only where it listens, whatever the rule opens`,
    };
  if (first === undefined) return { by: -1, note: 'nothing in the input wears the group' };
  return {
    by: -1,
    note: `${first.address} wears it and has no way in from the internet today: one more setting opens it`,
  };
}

/** The resources whose placement names the group. */
export function wearersOf(group: Resource, system: Questions['system']): readonly Resource[] {
  return system.referrers(group.id).flatMap((id) => {
    const wearer = system.resource(id);
    if (wearer === undefined) return [];
    const wears = casesOf(system.fact(id, 'placement')).some(
      ({ fact }) =>
        fact.kind === 'known' &&
        fact.value.securityGroups.some((value) =>
          system.resolve(value, id).some((end) => end.kind === 'resource' && end.resource.id === group.id),
        ),
    );
    return wears ? [wholeOf(wearer, system)] : [];
  });
}

/** What has the address: a group of instances, not the launch settings that name the security group. */
function wholeOf(wearer: Resource, system: Questions['system']): Resource {
  const whole = system.elementOf(wearer.id)?.resource;
  return (whole === undefined ? undefined : system.resource(whole)) ?? wearer;
}
