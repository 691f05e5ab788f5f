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
  const open = openExports(names);
  const links: Link[] = [];
  const diagnostics: Diagnostic[] = [];
  deployments.forEach((importer, at) => {
    const maybe = new Set<number>();
    for (const name of names[at]?.imports ?? []) {
      const able = (exporters.get(textKey(name)) ?? []).filter((other) => {
        const exporter = deployments[other];
        return other !== at && exporter !== undefined && mayMeet(importer, exporter);
      });
      const closest = closestOf(importer, able, deployments);
      const [only] = closest;
      if (only === undefined) {
        for (const other of open(name)) maybe.add(other);
        continue;
      }
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
    const possible = [...maybe].flatMap((other) => deployments[other] ?? []);
    const able = possible.filter((exporter) => exporter !== importer && mayMeet(importer, exporter));
    if (able.length > 0) diagnostics.push(unlinked(importer, able));
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

/**
 * Exports whose name begins with something open, mostly `${AWS::StackName}-VpcId`: they may be what an import with the
 * same end means, once the stack has a name. Found by the end, never by comparing all with all.
 */
function openExports(names: readonly TemplateLinks[]): (name: Text) => readonly number[] {
  const byEnd = new Map<string, number[]>();
  names.forEach(({ exports }, at) => {
    for (const name of exports) {
      const end = name.at(-1);
      if (name.length < 2 || typeof end !== 'string') continue;
      const known = byEnd.get(end);
      if (known === undefined) byEnd.set(end, [at]);
      else if (known.at(-1) !== at) known.push(at);
    }
  });
  return (name) => {
    const end = name.at(-1);
    if (typeof end !== 'string') return [];
    for (let start = 0; start < end.length; start += 1) {
      const found = byEnd.get(end.slice(start));
      if (found !== undefined) return found;
    }
    return [];
  };
}

/** More exporters than this are counted, not named. */
const MOST_NAMED = 5;

function unlinked(importer: PlannedDeployment, exporters: readonly PlannedDeployment[]): Diagnostic {
  const named = exporters.slice(0, MOST_NAMED).map((exporter) => exporter.id);
  const more = exporters.length > MOST_NAMED ? [`${exporters.length - MOST_NAMED} more`] : [];
  const message = `${importer.id} imports names that other stacks may export, depending on how they are called (${[...named, ...more].join(', ')}); give each its stack name in bartizan.yaml (stack:) to link them`;
  return {
    level: 'info',
    code: 'import-not-linked',
    message,
    source: { file: importer.input.file, line: 1, column: 1, endLine: 1 },
  };
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
