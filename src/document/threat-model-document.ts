import { secretParameters } from '../catalog/secret-parameters.ts';
import type { RatedPath } from '../model/attack.ts';
import type { BusinessImpact } from '../model/business-impact.ts';
import type { ChokePoints } from '../model/choke-points.ts';
import type { DetectionCoverage, SeenUse, WatchedUse } from '../model/detection.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { DocumentScope, ThreatModelDocument, ToolInfo } from '../model/document.ts';
import type { DocumentSystem } from '../model/document-system.ts';
import type { IdentifiedFramework } from '../model/framework.ts';
import type { Mitigation } from '../model/mitigation.ts';
import type { DefinedSystem } from '../model/questions.ts';
import type { Deployment } from '../model/resource.ts';
import type { RatedThreat } from '../model/threat.ts';
import { schemaVersion } from '../version.ts';
import { documentChokePoints } from './choke-points.ts';
import { documentCoverage } from './coverage.ts';
import { documentDetection } from './detection.ts';
import { documentElement } from './elements.ts';
import { documentFramework } from './framework.ts';
import { documentImpact } from './impact.ts';
import { guardOf, sourceOf } from './places.ts';
import { testPlan } from './test-plan.ts';
import { documentMitigation, documentPath, documentThreat } from './threats.ts';

/** Everything that the pipeline found out. */
export interface Analysis {
  readonly defined: DefinedSystem;
  readonly threats: readonly RatedThreat[];
  readonly paths: readonly RatedPath[];
  readonly mitigations: readonly Mitigation[];
  /** The fewest changes that cut the paths, when the model was run again for them. */
  readonly chokePoints?: ChokePoints;
  /** What it costs, when somebody said what assets are worth. */
  readonly impact?: BusinessImpact;
  /** Which services would see the threats and paths. */
  readonly detection: DetectionCoverage;
  /** What is seen of any use: for tests, which are no steps of a path. */
  readonly look: (use: WatchedUse) => SeenUse;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the document says of the run itself. */
export interface RunInfo {
  readonly tool: ToolInfo;
  readonly asOf: string;
  readonly inputs: DocumentScope['inputs'];
  readonly notAssessed: readonly string[];
  /** Frameworks whose requirements the document tells of. */
  readonly frameworks?: readonly IdentifiedFramework[];
}

/** The threat model document: the same analysis gives the same bytes. */
export function threatModelDocument(analysis: Analysis, run: RunInfo): ThreatModelDocument {
  const { system } = analysis.defined.ask;
  return {
    kind: 'threat-model',
    schemaVersion,
    tool: run.tool,
    asOf: run.asOf,
    scope: documentScope(system.model.deployments, run, secretParameters(system)),
    system: documentSystem(analysis.defined),
    threats: analysis.threats.map((threat) => documentThreat(threat, system)),
    attackPaths: analysis.paths.map((path) => documentPath(path, system)),
    mitigations: analysis.mitigations.map((mitigation) => documentMitigation(mitigation, system)),
    ...(analysis.chokePoints !== undefined && { chokePoints: documentChokePoints(analysis.chokePoints) }),
    detection: documentDetection(analysis.detection, system.model.origins),
    tests: testPlan(analysis),
    ...(run.frameworks !== undefined && {
      frameworks: run.frameworks.map((framework) => documentFramework(framework, analysis.threats, system)),
    }),
    ...(analysis.impact !== undefined && { impact: documentImpact(analysis.impact, system) }),
    coverage: documentCoverage(
      system,
      analysis.threats.map(({ threat }) => threat),
      analysis.diagnostics,
    ),
  };
}

/** What was given, what was assumed, what was left out. Parameters in `hidden` show no value. */
export function documentScope(
  deployments: readonly Deployment[],
  run: RunInfo,
  hidden: ReadonlySet<string>,
): DocumentScope {
  return {
    inputs: run.inputs,
    parameters: deployments.flatMap((deployment) =>
      deployment.parameters.map(({ name, given, value, secret }) => ({
        deployment: deployment.id,
        name,
        given,
        ...(value !== undefined && !secret && !hidden.has(name) && { value }),
      })),
    ),
    context: deployments.filter(({ role }) => role === 'context').map(({ id }) => id),
    notAssessed: run.notAssessed,
  };
}

function documentSystem(defined: DefinedSystem): DocumentSystem {
  const { system } = defined.ask;
  const { origins, elements, boundaries, flows, assets, assumptions } = system.model;
  const context = { system, exposure: defined.exposure, responsibility: defined.responsibility };
  return {
    elements: elements.map((element) => documentElement(element, context)),
    boundaries: boundaries.map(({ id, kind, name, parent, exposure }) => ({
      id,
      kind,
      name,
      ...(parent !== undefined && { parent }),
      ...(exposure !== undefined && { exposure }),
    })),
    flows: flows.map(({ guard, origin, ...flow }) => ({ ...flow, ...guardOf(guard), ...sourceOf(origins, origin) })),
    assets: assets.map(({ origin: _, ...asset }) => asset),
    assumptions: assumptions.map(({ origin, ...assumption }) => ({ ...assumption, ...sourceOf(origins, origin) })),
  };
}
