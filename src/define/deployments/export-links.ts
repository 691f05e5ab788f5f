import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Text, textKey } from '../../model/text.ts';
import type { TemplateLinks } from '../cloudformation/unit.ts';
import { type Link, mayMeet } from './account-groups.ts';
import type { PlannedDeployment } from './planned-deployment.ts';

/** Who imports from whom, and the imports that several deployments could serve. */
export interface ExportLinks {
  readonly links: readonly Link[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds for each imported name the deployment that exports it. Where several do, the closest one counts: deployed side
 * by side, then of the same stage; when that does not tell them apart, none does, and the user is asked.
 */
export function findLinks(deployments: readonly PlannedDeployment[], names: readonly TemplateLinks[]): ExportLinks {
  const exporters = exportersByName(names);
  const links: Link[] = [];
  const diagnostics: Diagnostic[] = [];
  deployments.forEach((importer, at) => {
    for (const name of names[at]?.imports ?? []) {
      const able = (exporters.get(textKey(name)) ?? []).filter((other) => {
        const exporter = deployments[other];
        return other !== at && exporter !== undefined && mayMeet(importer, exporter);
      });
      const closest = closestOf(importer, able, deployments);
      const [only] = closest;
      if (only === undefined) continue;
      if (closest.length === 1) links.push([at, only]);
      else
        diagnostics.push(
          ambiguous(
            importer,
            name,
            closest.flatMap((other) => deployments[other] ?? []),
          ),
        );
    }
  });
  return { links, diagnostics };
}

/** Of several exporters of one name, those that stand closest to the importer. */
export function closestOf(
  importer: PlannedDeployment,
  able: readonly number[],
  deployments: readonly PlannedDeployment[],
): readonly number[] {
  const closeness = (at: number) => {
    const exporter = deployments[at];
    if (exporter === undefined) return 0;
    const beside = importer.together !== undefined && exporter.together === importer.together;
    return (beside ? 2 : 0) + (importer.stage !== undefined && exporter.stage === importer.stage ? 1 : 0);
  };
  const best = Math.max(...able.map(closeness));
  return able.filter((at) => closeness(at) === best);
}

function exportersByName(names: readonly TemplateLinks[]): ReadonlyMap<string, readonly number[]> {
  const exporters = new Map<string, number[]>();
  names.forEach(({ exports }, at) => {
    for (const key of new Set(exports.map(textKey))) {
      const known = exporters.get(key);
      if (known === undefined) exporters.set(key, [at]);
      else known.push(at);
    }
  });
  return exporters;
}

function ambiguous(importer: PlannedDeployment, name: Text, exporters: readonly PlannedDeployment[]): Diagnostic {
  const who = exporters.map((exporter) => exporter.id).join(', ');
  const message = `${importer.id} imports ${textKey(name)}, which ${who} export; say in bartizan.yaml by account, region or stage which of them belong together`;
  return {
    level: 'warning',
    code: 'ambiguous-export',
    message,
    source: { file: importer.input.file, line: 1, column: 1, endLine: 1 },
  };
}
