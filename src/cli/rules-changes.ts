import { existsSync } from 'node:fs';
import { catalogueChanges } from '../catalog/catalogue-changes.ts';
import { presentRecord } from '../catalog/catalogue-record.ts';
import { changeReasons } from '../catalog/history/reasons.ts';
import { catalogueHistory } from '../catalog/history.generated.ts';
import type { CatalogueChange, CatalogueRecord } from '../model/catalogue-record.ts';
import { visibleLine } from '../report/visible.ts';
import { attackVersion, version } from '../version.ts';
import { readThreatModel } from './document-file.ts';
import { writeResult } from './output.ts';
import { UsageError } from './usage-error.ts';

/** What is compared, and what differs. */
interface Comparison {
  /** Versions of the older side, as far as they are known. */
  readonly since: { readonly version: string; readonly catalog: string; readonly attack: string };
  readonly present: { readonly version: string; readonly catalog: string; readonly attack: string };
  readonly changes: readonly CatalogueChange[];
  /** What cannot be told, and why. */
  readonly untold?: string;
}

/**
 * `bartizan rules changes`: what the catalogue knows now that it did not know at a version or when a threat model was saved,
 * and the other way about.
 */
export function runRulesChanges({
  since,
  format,
}: {
  readonly since?: string;
  readonly format: 'text' | 'json';
}): void {
  const present = presentRecord({ version, attack: attackVersion });
  const comparison =
    since === undefined || !existsSync(since) ? sinceVersion(since, present) : sinceModel(since, present);
  writeResult(format === 'json' ? `${JSON.stringify(comparison, undefined, 2)}\n` : textOf(comparison), undefined);
}

function sinceVersion(since: string | undefined, present: CatalogueRecord): Comparison {
  const before = since === undefined ? catalogueHistory.at(-1) : catalogueHistory.find((one) => one.version === since);
  if (before !== undefined) return compared(before, present);
  const kept = catalogueHistory.map((one) => one.version).join(', ');
  throw new UsageError(
    `no catalogue of ${since ?? 'an earlier version'} is kept, and there is no such file; kept are ${kept}, or name a saved threat model (JSON)`,
  );
}

/** A saved model names its catalogue by a digest; when no record has it, its version's record stands in. */
function sinceModel(file: string, present: CatalogueRecord): Comparison {
  const { tool } = readThreatModel(file);
  if (tool.catalog === present.catalog && tool.attack === present.attack)
    return { since: tool, present: versionsOf(present), changes: [] };
  const exact = catalogueHistory.find((one) => one.catalog === tool.catalog);
  if (exact !== undefined) return compared(exact, present);
  const near = catalogueHistory.find((one) => one.version === tool.version);
  const unknown = `the catalogue ${tool.catalog} of ${file} is not kept: it is one between releases, or had rules of users`;
  if (near === undefined) return { since: tool, present: versionsOf(present), changes: [], untold: unknown };
  return { ...compared(near, present), since: tool, untold: `${unknown}; told is what changed since ${near.version}` };
}

function compared(before: CatalogueRecord, present: CatalogueRecord): Comparison {
  return {
    since: versionsOf(before),
    present: versionsOf(present),
    changes: catalogueChanges(before, present, changeReasons),
  };
}

function versionsOf({ version: of, catalog, attack }: CatalogueRecord): Comparison['since'] {
  return { version: of, catalog, attack };
}

const signs = { added: '+', removed: '-', changed: '~' } as const;

function textOf({ since, present, changes, untold }: Comparison): string {
  const side = (name: string, one: Comparison['since']) =>
    `${name} ${one.version}, catalogue ${one.catalog}, ATT&CK ${one.attack}`;
  const lines = changes.map(
    ({ kind, id, title, change, fields, why }) =>
      `${signs[change]} ${kind.slice(0, -1)} ${id}: ${change === 'changed' ? fields.join('; ') : title}${why === undefined ? '' : ` (${why})`}`,
  );
  const count = (change: CatalogueChange['change']) => changes.filter((one) => one.change === change).length;
  const sum =
    changes.length > 0 || untold !== undefined
      ? `${count('added')} added, ${count('removed')} removed, ${count('changed')} changed`
      : since.catalog === present.catalog
        ? 'Nothing changed.'
        : 'Nothing came, went or is rated otherwise; only texts that explain differ.';
  return `${[side('since  ', since), side('present', present), ...(untold === undefined ? [] : [untold]), '', ...lines, sum].map(visibleLine).join('\n')}\n`;
}
