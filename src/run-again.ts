import { detectionSources, moves } from './catalog/catalog.generated.ts';
import { loadServiceActions } from './catalog/service-actions.ts';
import type { OrganizationPolicies } from './define/access/access-options.ts';
import { define } from './define/define.ts';
import type { Imported } from './define/import.ts';
import type { Analysis } from './document/threat-model-document.ts';
import { createLook } from './identify/detection/detection-coverage.ts';
import { findThreats, stillThere } from './identify/find-threats.ts';
import { checkProof } from './identify/paths/check-proof.ts';
import { findPaths, type PathOptions } from './identify/paths/find-paths.ts';
import { findChokePoints } from './mitigate/choke/choke-points.ts';
import { withChokePoints } from './mitigate/choke/with-choke-points.ts';
import { reviewRights } from './mitigate/least-privilege/review-rights.ts';
import { proveSettings } from './mitigate/settings/prove-settings.ts';
import { withProvedSettings } from './mitigate/settings/with-proved-settings.ts';
import type { RatedPath } from './model/attack.ts';
import type { GuardedAccounts, Guardrail, Trial, TryOut } from './model/choke-points.ts';
import { type ElementId, id, type ResourceId, type ThreatId } from './model/id.ts';
import type { RightsReview, UseRecord } from './model/least-privilege.ts';
import type { DefinedSystem } from './model/questions.ts';
import type { Risk } from './model/risk.ts';
import type { Threat } from './model/threat.ts';
import { ratingContext } from './prioritize/rating-context.ts';
import { accepted, rated } from './rate-found.ts';
import { knowledgeFor, type ModelOptions, type RunKnowledge } from './run-knowledge.ts';

/** Finds the fewest changes that cut the attack paths, and proves them by running the model on the changed resources. */
export function proveChanges(
  imported: Imported,
  analysis: Analysis,
  options: ModelOptions & { readonly knowledge: RunKnowledge },
): Analysis {
  const { defined, paths } = analysis;
  const { knowledge, mostRuns = 0 } = options;
  const { controls } = knowledge;
  if (mostRuns === 0) return analysis;
  const tryOut = trialsOf(imported, knowledge, options);
  const { resources } = imported;
  const mitigations = withProvedSettings(
    analysis.mitigations,
    proveSettings({
      resources,
      tryOut,
      controls,
      ask: defined.ask,
      mitigations: analysis.mitigations,
      threats: analysis.threats.map(({ threat }) => threat),
    }),
  );
  if (paths.length === 0) return { ...analysis, mitigations };
  const first = firstTrial(imported, analysis, knowledge);
  const chokePoints = findChokePoints({
    resources,
    first,
    tryOut,
    controls,
    mitigations,
    mostRuns,
    guarded: guardedAccounts(options.resourcesOnly === true ? {} : imported),
  });
  const elementOf = (resource: ResourceId) => defined.ask.system.elementOf(resource)?.id ?? id<ElementId>(resource);
  return { ...analysis, ...withChokePoints(mitigations, chokePoints, paths, elementOf) };
}

/** What the rights of roles and users are wider by than the system needs, with every tighter policy tried on the model. */
export async function leastPrivilege(
  imported: Imported,
  analysis: Analysis,
  options: ModelOptions & { readonly records?: readonly UseRecord[] },
): Promise<RightsReview> {
  const knowledge = await knowledgeFor(imported, options.asOf, { modules: options.modules ?? [] });
  return reviewRights({
    resources: imported.resources,
    first: firstTrial(imported, analysis, knowledge),
    tryOut: trialsOf(imported, knowledge, options),
    controls: knowledge.controls,
    reference: await loadServiceActions(),
    records: options.records ?? [],
  });
}

/** The model as it was found, as changes are compared with it. */
function firstTrial({ resources }: Imported, { defined, paths, threats }: Analysis, { own }: RunKnowledge): Trial {
  return {
    ask: defined.ask,
    resources,
    paths: () => paths,
    openThreats: () => openOf(threats),
    stillThere: (some) => stillThere(some, defined.ask, own.controls),
  };
}

/** Runs the model on changed resources of the same input. */
export function trialsOf(imported: Imported, knowledge: RunKnowledge, options: PathOptions): TryOut {
  return (resources, guardrails = []) => {
    const organization = guardrails.reduce(withGuardrail, imported.organization);
    const changed = { ...imported, resources, ...(organization !== undefined && { organization }) };
    return trialOf(changed, define(changed, knowledge), { ...options, knowledge });
  };
}

/** What the organization lays on its accounts, with one policy more at the account itself. */
function withGuardrail(
  organization: OrganizationPolicies | undefined,
  { account, policy }: Guardrail,
): OrganizationPolicies | undefined {
  const before = organization?.accounts.get(account);
  if (organization === undefined || before === undefined) return organization;
  const kind = policy.kind === 'rcp' ? 'resourceControl' : 'serviceControl';
  const levels = before[kind].map((level, at, all) => (at === all.length - 1 ? [...level, policy] : level));
  return {
    ...organization,
    accounts: new Map([...organization.accounts, [account, { ...before, [kind]: levels }]]),
  };
}

/** Accounts that the organization's policies can guard: the input has them, and none is the management account. */
function guardedAccounts({ organization }: Pick<Imported, 'organization'>): GuardedAccounts {
  const accounts = [...(organization?.accounts ?? [])];
  const guarded = (kind: 'serviceControl' | 'resourceControl') =>
    new Set(accounts.flatMap(([key, of]) => (of.management || of[kind].length === 0 ? [] : [key])));
  return {
    service: guarded('serviceControl'),
    resource: guarded('resourceControl'),
    ...(organization?.id !== undefined && { organization: organization.id }),
  };
}

/** The model of a system, as far as it is asked for. */
function trialOf(
  imported: Imported,
  defined: DefinedSystem,
  options: PathOptions & { readonly knowledge: RunKnowledge },
): Trial {
  const { own, rules } = options.knowledge;
  const rating = ratingContext(defined, own.risk);
  const { system } = defined.ask;
  const look = createLook(detectionSources, system);
  let paths: readonly RatedPath[] | undefined;
  return {
    ask: defined.ask,
    resources: imported.resources,
    paths() {
      const found = () => findPaths(moves, defined.ask, (path) => checkProof(path, imported), options).paths;
      paths ??= rated(found(), { rating, look, system });
      return paths;
    },
    stillThere: (threats) => stillThere(threats, defined.ask, own.controls),
    openThreats() {
      const { threats } = findThreats(rules, defined.ask, own.controls);
      return openOf(threats.map((threat) => accepted(threat, defined, rating)));
    },
  };
}

function openOf(threats: readonly { readonly threat: Threat; readonly risk: Risk }[]): ReadonlyMap<ThreatId, number> {
  return new Map(threats.flatMap(({ threat, risk }) => (threat.status === 'open' ? [[threat.id, risk.score]] : [])));
}
