import type { Decision } from '../../../../model/access.ts';
import { casesOf } from '../../../../model/fact.ts';
import type { Questions } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import type { Element } from '../../../../model/system.ts';
import { defineThreat, type ThreatMatch } from '../../../../model/threat.ts';
import { dataActions } from '../../../data-actions.ts';
import { dataArn } from '../../../data-arn.ts';
import { flowsFrom, flowsTo } from '../../../flows-by-end.ts';
import { rolesOf } from '../../../roles-of.ts';
import { fixOf, keyUnder, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Records of all users behind one set of rights',
  statement: {
    source: 'signed-in user',
    prerequisites: 'who asks for the records of others',
    action: 'have the code read or change them with its own rights, which are not bound to the caller',
    impact: 'disclosure and change of the records of other users',
  },
  stride: ['elevation-of-privilege', 'information-disclosure'],
  techniques: ['T1190', 'T1213.006'],
  weaknesses: ['CWE-639', 'CWE-863'],
  controls: ['least-privilege'],
  likelihood: 1,
  impact: 4,
  howUsed:
    'The attacker signs up as an ordinary user and changes an identifier in the request: another order number, another tenant. The code reads the record with a role that may read all of them, so that one missing comparison in the code gives everything away.',
  howTested:
    'With two test users, take an identifier that belongs to the first and ask for it with the token of the second. The answer must be 403 or 404. Then call the data store with the credentials of one session: rights that are bound to the caller refuse the records of the other even when the code does not.',
  falsePositives:
    'The code compares the owner of each record with the caller, which no configuration shows; or all users share all records.',
  references: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/saas-lens/identity-and-access-management.html',
  ],
  *find(element, ask) {
    const workload = subjectOf(element, ask.system);
    if (workload === undefined || !isCalledForUsers(element, ask)) return;
    for (const { to } of flowsFrom(ask.system.model, element.id).filter(({ kind }) => kind === 'data')) {
      const target = ask.system.element(to);
      const store = target === undefined ? undefined : subjectOf(target, ask.system);
      if (store === undefined || !holdsRecords(store, ask)) continue;
      for (const { role, purpose } of rolesOf(ask.system, workload.id)) {
        if (purpose === 'workload') yield* rightsOn(store, role, ask);
      }
    }
  },
});

/** Is it called by an API that asks users who they are, and then calls with rights of its own? */
function isCalledForUsers(element: Element, { system }: Questions): boolean {
  const asks: ReadonlySet<string> = new Set(['cognito', 'jwt', 'custom']);
  return flowsTo(system.model, element.id).some(({ kind, from }) => {
    const caller = kind === 'invoke' ? system.element(from)?.resource : undefined;
    if (caller === undefined) return false;
    return casesOf(system.fact(caller, 'endpoints')).some(
      ({ fact }) =>
        fact.kind === 'known' &&
        fact.value.some(({ authentication }) =>
          casesOf(authentication).some((one) => one.fact.kind === 'known' && asks.has(one.fact.value)),
        ),
    );
  });
}

function holdsRecords(store: Resource, { system }: Questions): boolean {
  return casesOf(system.fact(store.id, 'holds')).some(
    ({ fact }) => fact.kind === 'known' && fact.value.what === 'records' && fact.value.confidentiality > 1,
  );
}

function* rightsOn(store: Resource, role: Resource, { access }: Questions): Iterable<ThreatMatch> {
  const { read, write } = dataActions(store.type);
  const decided = [...read, ...write].map((action) => ({
    action,
    decision: access.decide({
      caller: { kind: 'resource', resource: role.id },
      action,
      resource: dataArn(store),
      on: store.id,
    }),
  }));
  const free = decided.find(({ decision }) => decision.verdict === 'allow' && keyBound(decision) === undefined);
  if (free !== undefined) yield matchOf(store, role, free);
  else yield* boundToCaller(store, role, decided);
}

function matchOf(
  store: Resource,
  role: Resource,
  { action, decision }: { readonly action: string; readonly decision: Decision },
): ThreatMatch {
  const [cited] = decision.allowedBy;
  const note = `${role.address} may ${action} on every record of ${store.address}, whoever calls`;
  return {
    key: keyUnder(store.address, decision.guard),
    guard: decision.guard,
    status: 'open',
    evidence: [{ note, origin: cited?.statement.origin ?? role.origin }],
    controls: [],
    fix: fixFor(role),
  };
}

/** Rights on the records whose key is the caller's: a condition that the code cannot get around. */
function* boundToCaller(
  store: Resource,
  role: Resource,
  decided: readonly { readonly decision: Decision }[],
): Iterable<ThreatMatch> {
  for (const { decision } of decided) {
    const [cited] = decision.allowedBy;
    const bound = keyBound(decision);
    if (bound === undefined || cited === undefined) continue;
    const evidence = { note: `rights on ${store.address} are bound by ${bound}`, origin: cited.statement.origin };
    yield {
      key: keyUnder(store.address, decision.guard),
      guard: decision.guard,
      status: 'mitigated',
      evidence: [evidence],
      controls: [{ control: 'least-privilege', state: 'in-force', evidence }],
      fix: fixFor(role),
    };
    return;
  }
}

/** The condition key that every statement which allows it binds to the caller. */
function keyBound({ allowedBy }: Decision): string | undefined {
  const keys = allowedBy.map(
    ({ statement }) => statement.conditions.find(({ key }) => key.toLowerCase() === 'dynamodb:leadingkeys')?.key,
  );
  return keys.every((key) => key !== undefined) ? keys[0] : undefined;
}

function fixFor(role: Resource) {
  return fixOf(role, {
    control: 'least-privilege',
    title: 'Bind rights to the caller',
    property: 'Policies',
    value: 'a condition such as dynamodb:LeadingKeys with a session tag, and a session for each caller',
  });
}
