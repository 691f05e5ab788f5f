import { type Command, Option } from 'commander';
import type { Baseline } from '../model/difference.ts';
import type { ThreatModelDocument } from '../model/document.ts';
import type { DocumentLevel } from '../model/document-evidence.ts';
import { riskLevels } from '../model/risk.ts';
import { baselineOf, readBaseline } from '../monitor/baseline.ts';
import { gate } from '../monitor/gate.ts';
import { plural } from '../report/words.ts';
import { asThreatModel, readDocument } from './document-file.ts';
import { note } from './output.ts';
import { UsageError } from './usage-error.ts';

/** Options of commands that can stop a build. */
export interface GateOptions {
  readonly failOn?: DocumentLevel;
  readonly unknown: 'count' | 'ignore';
}

export function addGateOptions(command: Command, what: string): Command {
  return command
    .addOption(
      new Option('--fail-on <level>', `exit with 1 when ${what} is at or over this level`).choices(
        riskLevels.slice(0, 4),
      ),
    )
    .addOption(
      new Option(
        '--unknown <how>',
        'with --fail-on: do threats that cannot be decided count too? They are told either way',
      )
        .choices(['count', 'ignore'])
        .default('ignore'),
    );
}

/** Sets the exit code and says why on standard error; does nothing when no level was given. */
export function applyGate(document: ThreatModelDocument, options: GateOptions, baseline?: Baseline): void {
  if (options.failOn === undefined) return;
  const found = gate(document, {
    level: options.failOn,
    unknowns: options.unknown,
    ...(baseline !== undefined && { baseline }),
  });
  const fresh = baseline === undefined ? '' : 'new or worse ';
  const unknowns =
    found.unknown.length === 0
      ? ''
      : `; ${plural(found.unknown.length, `${fresh}unknown threat`)} at that level ${options.unknown === 'count' ? 'counted' : 'did not count (--unknown count makes them)'}`;
  const counts = `${plural(found.threats.length, `${fresh}open threat`)} and ${plural(found.attackPaths.length, `${fresh}attack path`)} at or over ${options.failOn}`;
  note(`bartizan: ${found.fails ? 'failed' : 'passed'}: ${counts}${unknowns}`);
  if (found.fails) process.exitCode = 1;
}

/** A baseline, or a threat model to take one from. */
export function readBaselineFile(file: string): Baseline {
  const value = readDocument(file);
  if (typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'threat-model') {
    return baselineOf(asThreatModel(value, file));
  }
  const baseline = readBaseline(value);
  if (typeof baseline !== 'string') return baseline;
  throw new UsageError(
    `${file} cannot be used as a baseline: ${baseline}. Write one with: bartizan model PATH --write-baseline ${file}`,
  );
}
