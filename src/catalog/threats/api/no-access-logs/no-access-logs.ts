import type { DataHolding } from '../../../../model/data-keeping.ts';
import type { LogSource, Protection } from '../../../../model/dimension.ts';
import { casesOf, type Fact, mapFact } from '../../../../model/fact.ts';
import type { ElementId } from '../../../../model/id.ts';
import type { Questions } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import type { Element } from '../../../../model/system.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { flowsTo } from '../../../flows-by-end.ts';
import { isPublicEntry } from '../../../public-entry.ts';
import { fixOf, judge, partThatSays, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Requests that nobody records',
  statement: {
    source: 'attacker or insider',
    prerequisites: 'who may send requests',
    action: 'probe, misuse and read without leaving a record of the requests',
    impact: 'attacks that nobody sees, and no evidence of what was taken',
  },
  stride: ['repudiation'],
  techniques: ['T1562.008'],
  weaknesses: ['CWE-778'],
  controls: ['access-logs'],
  likelihood: 2,
  impact: 3,
  howUsed:
    'Attackers probe an API for days before they use what they found: parameters, identifiers of others, tokens that still work. Without a log of the requests nobody sees the probing, and after a loss nobody can tell whose records were read and from where.',
  howTested:
    'Call the endpoint once with a header that you can recognize, wait some minutes, and look for the call in the log group or bucket of the stage, listener or distribution. Turn the destination off in a test account: the search must come back empty, and an alarm on missing logs should tell.',
  falsePositives: 'Data events of an account-wide trail record the same requests.',
  references: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
  ],
  *find(element, ask) {
    const resource = subjectOf(element, ask.system);
    if (resource === undefined || !isWorthIt(element, resource, ask)) return;
    yield* judge({
      fact: accessLog(ask.system.fact(resource.id, 'logging'), isPublicEntry(element, resource, ask)),
      resource,
      bad: (state) => (state === 'off' ? 'requests to it are not recorded' : undefined),
      closedBy: (state) =>
        state === 'on' ? { control: 'access-logs', note: 'requests to it are recorded' } : undefined,
      fix: fixOf(partThatSays(element, ask.system, 'logging') ?? resource, {
        control: 'access-logs',
        title: 'Record requests',
        property: 'access logging',
        value: 'on, to a bucket or log group that its users cannot change',
      }),
    });
  },
});

/** Front doors, and stores of objects of some value that are not themselves where logs go. */
function isWorthIt(element: Element, resource: Resource, { system }: Questions): boolean {
  if (element.kind !== 'data-store') return true;
  const holds: Fact<DataHolding> = system.fact(resource.id, 'holds');
  const objects = casesOf(holds).some(
    ({ fact }) => fact.kind === 'known' && fact.value.what === 'objects' && fact.value.confidentiality > 1,
  );
  return (
    objects && !flowsTo(system.model, element.id).some((flow) => flow.kind === 'log' && !isTrail(flow.from, system))
  );
}

/** Who read or deleted the record of an account is worth a record itself: CIS AWS Foundations, "bucket access logging". */
function isTrail(from: ElementId, system: Questions['system']): boolean {
  const resource = system.element(from)?.resource;
  return resource !== undefined && hasControl(system.fact(resource, 'protections'), 'audit-trail');
}

function hasControl(protections: Fact<readonly Protection[]>, wanted: string): boolean {
  return casesOf(protections).some(
    ({ fact }) => fact.kind === 'known' && fact.value.some(({ control }) => control === wanted),
  );
}

type State = 'on' | 'off' | 'asked for' | 'none';

/** `asked for`: it is switched on and its destination does not take it, which a rule of its own tells. */
function accessLog(logging: Fact<readonly LogSource[]>, isEntry: boolean): Fact<State> {
  return mapFact(logging, (sources): State => {
    const access = sources.filter(({ what }) => what === 'access');
    // A door whose log is stated by a part of it, and no part is in the input that states one.
    if (access.length === 0) return isEntry && sources.length === 0 ? 'off' : 'none';
    if (access.some(({ on }) => on)) return 'on';
    return access.some(({ to }) => to !== undefined) ? 'asked for' : 'off';
  });
}
