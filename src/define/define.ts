import { rolesOf } from '../catalog/roles-of.ts';
import { secretParameters } from '../catalog/secret-parameters.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Assumed } from '../model/guard.ts';
import type { AssetRule } from '../model/knowledge.ts';
import type { OriginTable } from '../model/origin.ts';
import type { DefinedSystem, Questions } from '../model/questions.ts';
import type { Deployment, Resource } from '../model/resource.ts';
import {
  type Assumption,
  type Boundary,
  type Declared,
  type Exposure,
  internetBoundary,
  type SystemModel,
} from '../model/system.ts';
import type { ManagedPolicies, OrganizationPolicies } from './access/access-options.ts';
import { createAccess } from './access/create-access.ts';
import { createAssets } from './assets.ts';
import { createAssumptions } from './assumptions.ts';
import { createBoundaries } from './boundaries.ts';
import { databaseFlows } from './database-flows.ts';
import { checkDeclaredReferences } from './declared-references.ts';
import { createElements } from './elements.ts';
import { exposuresOf } from './exposure.ts';
import { createExternals, type Externals } from './externals.ts';
import { finishFlows } from './finish-flows.ts';
import { createFlows } from './flows.ts';
import { grantedUses } from './granted-uses.ts';
import { tellOpenPolicies } from './open-policies.ts';
import { createReach } from './reach/create-reach.ts';
import { responsibilityOf } from './responsibility.ts';
import { createBase, createSystem, type ResourceBase, type Services } from './system/create-system.ts';
import { addTrustedParties } from './trusted-parties.ts';

/** Resources of one run, whatever kind of input they came from. */
export interface ResourceSet {
  readonly resources: readonly Resource[];
  readonly deployments: readonly Deployment[];
  readonly declared: Declared;
  readonly assumed: Assumed;
  /** Taken for true besides parameter defaults. */
  readonly assumptions: readonly Assumption[];
  /** What the organization lays on the accounts, when an input gives it. */
  readonly organization?: OrganizationPolicies;
  readonly origins: OriginTable;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is known beyond the input. */
export interface Knowledge {
  readonly services: Services;
  readonly managedPolicies: ManagedPolicies;
  readonly asOf: string;
  /** What users say elements are worth. */
  readonly assetRules?: readonly AssetRule[];
}

const unexposed: Exposure = { level: 'none', because: [] };

/** Step one of the pipeline: from resources to elements, boundaries, flows, assets, and the two engines behind them. */
export function define(set: ResourceSet, knowledge: Knowledge): DefinedSystem {
  const base = createBase(
    { resources: set.resources, deployments: set.deployments, asOf: knowledge.asOf },
    knowledge.services,
  );
  const access = createAccess(
    base,
    knowledge.managedPolicies,
    set.organization === undefined ? {} : { organization: set.organization },
  );
  const reach = createReach(base);
  const drawn = draw(set, base, { access, reach, assetRules: knowledge.assetRules ?? [] });
  const model = withDatabaseFlows(drawn, { base, access, reach });
  const ask: Questions = { system: createSystem(base, model), access, reach };
  const exposed = exposuresOf(ask);
  const outside: Exposure = { level: 'internet', because: ['it is outside the system'] };
  return {
    ask,
    exposure: (element) =>
      exposed.get(element) ?? (ask.system.element(element)?.resource === undefined ? outside : unexposed),
    responsibility(element) {
      const found = ask.system.element(element);
      if (found === undefined) throw new Error(`no element ${element}`);
      return responsibilityOf(found, base);
    },
  };
}

/** Everything that a diagram shows. */
function draw(
  set: ResourceSet,
  base: ResourceBase,
  engines: Pick<Questions, 'access' | 'reach'> & { readonly assetRules: readonly AssetRule[] },
): SystemModel {
  const placed = createBoundaries(base);
  const elements = createElements(base, placed, set.declared.moved);
  const externals = declaredExternals(set.declared);
  addTrustedParties(base, externals);
  const granted = grantedUses(base, engines.access, (workload) => rolesOf(base, workload));
  const flows = createFlows({
    base,
    reach: engines.reach,
    elements,
    boundaries: placed.boundaries,
    externals,
    granted,
    declared: set.declared.flows,
  });
  const all = [...elements, ...externals.elements()];
  return {
    deployments: set.deployments,
    resources: set.resources,
    elements: all,
    boundaries: withInternet([...placed.boundaries, ...externals.boundaries()]),
    flows,
    assets: createAssets(base, elements, set.declared.assets, engines.assetRules),
    assumptions: [...createAssumptions(set.deployments, secretParameters(base)), ...set.assumptions],
    assumed: set.assumed,
    declared: set.declared,
    origins: set.origins,
    diagnostics: [
      ...set.diagnostics,
      ...checkDeclaredReferences(set.declared, all, set.origins),
      ...tellOpenPolicies(base, set.origins),
    ],
  };
}

/** What follows from the flows that are there is found by asking the system that they make. */
function withDatabaseFlows(
  model: SystemModel,
  { base, access, reach }: { readonly base: ResourceBase } & Pick<Questions, 'access' | 'reach'>,
): SystemModel {
  const drafts = databaseFlows({ system: createSystem(base, model), access, reach }, { base, origins: model.origins });
  return drafts.length === 0 ? model : { ...model, flows: finishFlows(drafts, model, model.flows) };
}

function declaredExternals(declared: Declared): Externals {
  const externals = createExternals();
  for (const part of declared.parts) externals.of(part);
  return externals;
}

/** The internet is the root of the tree, whether or not anything is reached from it. */
function withInternet(boundaries: readonly Boundary[]): readonly Boundary[] {
  const root: Boundary = { id: internetBoundary, kind: 'internet', name: 'internet' };
  return boundaries.some(({ id }) => id === internetBoundary) ? boundaries : [root, ...boundaries];
}
