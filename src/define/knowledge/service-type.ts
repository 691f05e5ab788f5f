import { property } from '../../catalog/answer.ts';
import { listFact } from '../../catalog/combine-facts.ts';
import { joinSecrets, secretProperty } from '../../catalog/secret-in-clear.ts';
import { flowsOf, statedFlow } from '../../catalog/stated-flow.ts';
import { policiesAt } from '../../catalog/stated-policies.ts';
import type { EncryptionAtRest, Recovery } from '../../model/data-keeping.ts';
import type { LogSource, Placement, Protection } from '../../model/dimension.ts';
import type { Authentication, Endpoint } from '../../model/entry.ts';
import { allFacts, bindFact, byDefault, type Fact, given, mapFact, notApplicable, unknown } from '../../model/fact.ts';
import type { ResourceView, ServiceType } from '../../model/service.ts';
import type { Setting } from '../../model/setting.ts';
import type { RunsAs } from '../../model/workload.ts';
import type { RuleExpression } from './expression-field.ts';
import { resourceVariable, resourceVariables } from './resource-scene.ts';
import type { WrittenService } from './service-section.ts';

/** Words that answers may have; expressions that give another one are told as unknown. */
const words = {
  by: ['none', 'aws-owned-key', 'aws-managed-key', 'customer-key'],
  transit: ['required', 'optional', 'none'],
  audience: ['internet', 'network', 'account'],
  authentication: [
    'none',
    'iam',
    'jwt',
    'cognito',
    'custom',
    'api-key',
    'mutual-tls',
    'password',
    'network',
    'signed',
  ] satisfies readonly Authentication[],
  backups: ['none', 'automatic', 'versions', 'point-in-time', 'unsupported'],
  deletionProtection: ['on', 'off', 'unsupported'],
  zones: ['one', 'many', 'unsupported'],
} as const;

/** A type of users as the knowledge of a type. What the file does not say is unknown, settled by saying it there. */
export function serviceTypeOf(written: WrittenService, place: string): ServiceType {
  const { type, title, element, service, documentation, holds, protections, forwards, settings } = written;
  const untold = (what: string) => () =>
    unknown(`the rule file does not say ${what} of ${type}`, `${what} in ${place}`);
  return {
    type,
    title,
    element,
    service,
    documentation,
    facts: {
      placement: () =>
        byDefault<Placement>({ zone: written.zone, subnets: [], securityGroups: [], publicAddress: byDefault('no') }),
      runsAs: (view) => rolesIn(view, written.runsAs),
      endpoints: (view) => endpointsOf(view, written.endpoints),
      encryptionAtRest:
        written.encryptionAtRest === undefined ? untold('encryptionAtRest') : encryption(written.encryptionAtRest),
      encryptionInTransit:
        written.encryptionInTransit === undefined
          ? untold('encryptionInTransit')
          : wordOf(written.encryptionInTransit, words.transit, (state) => ({ state })),
      logging: written.logging.length === 0 ? untold('logging') : (view) => logsOf(view, written.logging),
      recovery: written.recovery === undefined ? untold('recovery') : recovery(written.recovery),
      secretsInClear: (view) => joinSecrets(written.secrets.map((path) => secretProperty(view, path))),
      software: notApplicable('a rule file cannot tell what software it runs'),
      resourcePolicy: (view) =>
        written.resourcePolicy === undefined ? byDefault([]) : policiesAt(view, [written.resourcePolicy], title),
    },
    structure: {
      ...(holds !== undefined && { holds: () => byDefault(holds) }),
      ...(settings.size > 0 && { settings: (view) => given(settingsOf(view, settings)) }),
      ...(protections.length > 0 && { protections: (view) => given(protectionsOf(view, protections)) }),
      ...(forwards.length > 0 && {
        forwards: (view) =>
          flowsOf(
            view,
            forwards.flatMap(({ to, ...flow }) => statedFlow(view.read(to), flow)),
          ),
      }),
    },
    ignored: {},
  };
}

function ask(expression: RuleExpression, { resource }: ResourceView) {
  const scene = {
    variable(name: string) {
      const own = resourceVariables.find((each) => each === name);
      return own === undefined ? byDefault(null) : resourceVariable(resource, own);
    },
    call: (name: string) => unknown(`${name} cannot be asked here`, 'an expression without it'),
  };
  return {
    value: () => expression.ask(scene, { of: resource, elements: 0 }),
    holds: () => expression.holds(scene, { of: resource, elements: 0 }),
  };
}

function wordOf<W extends string, T>(expression: RuleExpression, allowed: readonly W[], use: (word: W) => T) {
  return (view: ResourceView): Fact<T> =>
    bindFact(ask(expression, view).value(), (value): Fact<T> => {
      const found = allowed.find((word) => word === value);
      if (found !== undefined) return given(use(found));
      return unknown('an expression gives no answer that there is', `one of ${allowed.join(', ')}`);
    });
}

function rolesIn(view: ResourceView, roles: WrittenService['runsAs']): Fact<readonly RunsAs[]> {
  const facts = roles.map(({ role, purpose, service }) =>
    mapFact(property(view, role), (value): readonly RunsAs[] =>
      value === undefined ? [] : [{ role: value, purpose, service }],
    ),
  );
  return mapFact(listFact(facts), (lists) => lists.flat());
}

function endpointsOf(view: ResourceView, endpoints: WrittenService['endpoints']): Fact<readonly Endpoint[]> {
  return given(
    endpoints.map(({ protocol, port, authentication, audience, encrypted }) => ({
      protocol,
      port,
      authentication: wordOf(authentication, words.authentication, (word) => word)(view),
      audience: wordOf(audience, words.audience, (word) => word)(view),
      encrypted: wordOf(encrypted, words.transit, (word) => word)(view),
      origin: view.origin(),
    })),
  );
}

function encryption({ by, key }: NonNullable<WrittenService['encryptionAtRest']>) {
  return (view: ResourceView): Fact<EncryptionAtRest> =>
    bindFact(
      wordOf(by, words.by, (word) => word)(view),
      (word): Fact<EncryptionAtRest> =>
        key === undefined
          ? given({ by: word })
          : mapFact(property(view, key), (value) => ({ by: word, ...(value !== undefined && { key: value }) })),
    );
}

function logsOf(view: ResourceView, logs: WrittenService['logging']): Fact<readonly LogSource[]> {
  return listFact(
    logs.map(({ what, on, to }) =>
      mapFact(ask(on, view).holds(), (isOn): LogSource => {
        const target = to === undefined ? undefined : view.read(to);
        return { what, on: isOn, ...(target !== undefined && { to: target }) };
      }),
    ),
  );
}

function recovery({ backups, deletionProtection, zones }: NonNullable<WrittenService['recovery']>) {
  return (view: ResourceView): Fact<Recovery> =>
    allFacts<Pick<Recovery, 'backups' | 'deletionProtection' | 'zones'> & Readonly<Record<string, unknown>>>({
      backups: wordOf(backups, words.backups, (word) => word)(view),
      deletionProtection: wordOf(deletionProtection, words.deletionProtection, (word) => word)(view),
      zones: wordOf(zones, words.zones, (word) => word)(view),
    });
}

function settingsOf(view: ResourceView, settings: WrittenService['settings']) {
  const told: Partial<Record<Setting, Fact<boolean>>> = {};
  for (const [name, expression] of settings) told[name] = ask(expression, view).holds();
  return told;
}

function protectionsOf(view: ResourceView, protections: WrittenService['protections']): readonly Protection[] {
  return protections.map(({ control, inForce }) => ({
    control,
    inForce: ask(inForce, view).holds(),
    origin: view.origin(),
  }));
}
