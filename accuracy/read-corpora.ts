import { readFileSync } from 'node:fs';
import type { CheckMap } from './check-map.ts';
import { cdkNag } from './checks/cdk-nag.ts';
import { checkov } from './checks/checkov.ts';
import { trivy } from './checks/trivy.ts';
import type { Corpus, Label, LabelledTemplate } from './labelled-case.ts';

/** Reads the labelled corpora in a folder. They are other people's work: nothing of them is kept here. */
export function readCorpora(folder: string): readonly Corpus[] {
  const casesOf = <T>(file: string) =>
    (JSON.parse(readFileSync(`${folder}/${file}.json`, 'utf8')) as { readonly cases: readonly T[] }).cases;
  return [
    { name: 'cdk-nag', map: cdkNag, templates: ofCdkNag(casesOf<CdkNagCase>('cdk-nag')) },
    { name: 'checkov', map: checkov, templates: casesOf<CheckovCase>('checkov-cloudformation').flatMap(ofCheckov) },
    { name: 'trivy', map: trivy, templates: casesOf<TrivyCase>('trivy-cloudformation').map(ofTrivy) },
  ];
}

interface CdkNagCase {
  readonly rule: string;
  readonly test: string;
  readonly label: 'pass' | 'fail';
  readonly offending: readonly { readonly logicalId: string }[];
  readonly template: { readonly Resources?: Readonly<Record<string, { readonly Type: string }>> };
}

/** A rule with `[LogExport::audit]` behind its name is about that log; other brackets repeat what was found. */
function ofCdkNag(cases: readonly CdkNagCase[]): readonly LabelledTemplate[] {
  const types = new Map<string, Set<string>>();
  for (const { rule, offending, template } of cases)
    for (const { logicalId } of offending) {
      const type = template.Resources?.[logicalId]?.Type;
      if (type !== undefined) types.set(baseOf(rule), (types.get(baseOf(rule)) ?? new Set()).add(type));
    }
  return cases.map(({ rule, test, label, offending, template }) => {
    const check = baseOf(rule);
    const item = /LogExport::(\w+)/.exec(rule)?.[1];
    const labels: readonly Label[] =
      label === 'pass' || offending.length === 0
        ? [{ kind: 'template', fails: label === 'fail', types: [...(types.get(check) ?? [])] }]
        : offending.map(({ logicalId }) => ({ kind: 'resource', address: logicalId, fails: true }));
    return {
      corpus: 'cdk-nag',
      check,
      name: test,
      template: JSON.stringify(template, undefined, 1),
      labels,
      ...(item !== undefined && { item }),
    };
  });
}

function baseOf(rule: string): string {
  return rule.replace(/\\?\[.*$/, '');
}

interface TrivyCase {
  readonly check: string;
  readonly expected: 'pass' | 'fail';
  readonly file: string;
  readonly index: number;
  readonly template: string;
}

function ofTrivy({ check, expected, file, index, template }: TrivyCase): LabelledTemplate {
  const name = `${file} ${expected} ${index}`;
  const labels: readonly Label[] = [{ kind: 'template', fails: expected === 'fail', types: typesOf(trivy, check) }];
  return { corpus: 'trivy', check, name, template, labels };
}

interface CheckovCase {
  readonly check: string | null;
  readonly check_name: string;
  readonly dir: string;
  readonly pass: readonly string[] | null;
  readonly fail: readonly string[] | null;
  readonly counts?: { readonly passed: number; readonly failed: number };
  readonly templates: Readonly<Record<string, string>>;
}

/** Labels stand at resources where the suite names them; else the names of files tell, and how many fail in all. */
function ofCheckov(one: CheckovCase): readonly LabelledTemplate[] {
  const check = one.check ?? one.check_name.slice(one.check_name.lastIndexOf('.') + 1);
  const marks = [
    ...(one.pass ?? []).map((mark) => ({ address: addressOf(mark), fails: false })),
    ...(one.fail ?? []).map((mark) => ({ address: addressOf(mark), fails: true })),
  ];
  const files = Object.entries(one.templates);
  const failing = files.filter(([name]) => /fail/i.test(name)).length;
  return files.flatMap(([file, template]): readonly LabelledTemplate[] => {
    const inside = marks.filter(({ address }) => defines(template, address));
    const labels =
      marks.length > 0
        ? inside.map((mark): Label => ({ kind: 'resource', ...mark }))
        : labelsByName(file, { types: typesOf(checkov, check), failing, counts: one.counts });
    return labels.length === 0
      ? []
      : [{ corpus: 'checkov', check, name: `${one.dir.split('/').at(-1)}/${file}`, template, labels }];
  });
}

function labelsByName(
  file: string,
  { types, failing, counts }: { types: readonly string[]; failing: number; counts: CheckovCase['counts'] },
): readonly Label[] {
  if (/pass/i.test(file)) return [{ kind: 'template', fails: false, types }];
  if (/fail/i.test(file)) {
    // With one file for all that fails the number is that of the file.
    return failing === 1 && counts !== undefined
      ? [{ kind: 'count', failing: counts.failed, types }]
      : [{ kind: 'template', fails: true, types }];
  }
  return failing === 0 && counts !== undefined ? [{ kind: 'count', failing: counts.failed, types }] : [];
}

/** `AWS::S3::Bucket.Logs` → `Logs`. */
function addressOf(mark: string): string {
  return mark.slice(mark.lastIndexOf('.') + 1);
}

function defines(template: string, address: string): boolean {
  return new RegExp(`^\\s*"?${address}"?\\s*:`, 'm').test(template);
}

function typesOf(map: CheckMap, check: string): readonly string[] {
  const entry = map[check];
  return entry !== undefined && 'topic' in entry ? (entry.on ?? []) : [];
}
