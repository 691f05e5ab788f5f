import { importInputs } from '../define/import.ts';
import { inputsFromTexts } from '../define/inputs-from-texts.ts';
import type { ExampleVerdict, RuleExample } from '../define/knowledge/example-section.ts';
import type { RuleFile } from '../define/knowledge/rule-file.ts';
import { today } from '../define/read/today.ts';
import { loadTerraform } from '../define/terraform/load-terraform.ts';
import type { DocumentThreat } from '../model/document.ts';
import type { SourceSpan } from '../model/origin.ts';
import { visibleLine } from '../report/visible.ts';
import { writeResult } from './output.ts';
import { readOwnRules } from './own-rules.ts';
import { UsageError } from './usage-error.ts';

/** What came out for one example of a rule. */
export interface ExampleResult {
  readonly rule: string;
  readonly verdict: ExampleVerdict;
  readonly place: string;
  /** What came out instead; absent when it is as it must be. */
  readonly instead?: string;
}

/** `bartizan rules test`: every example in rule files against the whole pipeline. Exit code 1 when one fails. */
export async function runRulesTest(
  paths: readonly string[],
  { asOf = today(), format }: { readonly asOf?: string; readonly format: 'text' | 'json' },
): Promise<void> {
  const { imported, isSound } = await readOwnRules({ rules: paths.length === 0 ? ['.'] : paths });
  const { ruleFiles } = imported.own;
  if (ruleFiles.length === 0)
    throw new UsageError('there is no rule file (*.rule.yaml) to test; name files or folders of them');
  const results: ExampleResult[] = [];
  for (const file of ruleFiles) results.push(...(await testRuleFile(file, ruleFiles, { imported, asOf })));
  writeResult(format === 'json' ? `${JSON.stringify(results, undefined, 2)}\n` : textOf(results), undefined);
  if (!isSound || results.some(({ instead }) => instead !== undefined)) process.exitCode = 1;
}

async function testRuleFile(
  { threats, input }: RuleFile,
  all: readonly RuleFile[],
  { imported, asOf }: { readonly imported: Parameters<typeof importedSpan>[0]; readonly asOf: string },
): Promise<readonly ExampleResult[]> {
  const texts = Object.fromEntries(all.map((file) => [file.input.file, file.input.text]));
  const results: ExampleResult[] = [];
  for (const { rule, examples } of threats) {
    for (const verdict of ['bad', 'good', 'unknown', 'mitigated'] as const) {
      for (const example of examples[verdict]) {
        const found = (await threatsIn(example, texts, asOf)).filter((threat) => threat.rule === rule.id);
        const instead = insteadOf(verdict, found);
        const line = importedSpan(imported, example)?.line ?? 1;
        results.push({
          rule: rule.id,
          verdict,
          place: `${input.file}:${line}`,
          ...(instead !== undefined && { instead }),
        });
      }
    }
  }
  return results;
}

function importedSpan(
  { origins }: Pick<ReturnType<typeof importInputs>, 'origins'>,
  { origin }: RuleExample,
): SourceSpan | undefined {
  return origins.span(origin);
}

async function threatsIn(
  { form, text }: RuleExample,
  ruleFiles: Readonly<Record<string, string>>,
  asOf: string,
): Promise<readonly DocumentThreat[]> {
  const { modelOf } = await import('../threat-model.ts');
  const texts = form === 'template' ? { 'example.yaml': text } : { 'example/main.tf': text };
  const read = inputsFromTexts(texts, { ruleFiles });
  const imported = importInputs(read, await loadTerraform(read));
  return (await modelOf(imported, { asOf })).document.threats;
}

/** What came out where something else must; undefined when it is as it must be. */
function insteadOf(verdict: ExampleVerdict, found: readonly DocumentThreat[]): string | undefined {
  const statuses = found.map(({ status, address, evidence }) => `${address} ${status}: ${evidence[0]?.note ?? ''}`);
  const has = (status: DocumentThreat['status']) => found.some((threat) => threat.status === status);
  const fine = {
    bad: has('open'),
    good: !has('open') && !has('unknown'),
    unknown: has('unknown') && !has('open'),
    mitigated: has('mitigated') && !has('open') && !has('unknown'),
  }[verdict];
  return fine ? undefined : statuses.length === 0 ? 'nothing is reported' : statuses.join('; ');
}

function textOf(results: readonly ExampleResult[]): string {
  const failed = results.filter(({ instead }) => instead !== undefined).length;
  const lines = results.map(
    ({ rule, verdict, place, instead }) =>
      `${instead === undefined ? 'ok  ' : 'FAIL'} ${rule} ${verdict} (${place})${instead === undefined ? '' : `: ${instead}`}`,
  );
  const sum = `${results.length} examples, ${failed === 0 ? 'all as they must be' : `${failed} not as they must be`}`;
  return `${[...lines, sum].map(visibleLine).join('\n')}\n`;
}
