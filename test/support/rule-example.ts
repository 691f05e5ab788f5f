import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * An example of a threat rule or move: a template, or the same system in Terraform beside it under the same name. Comments
 * directly above a resource are marks that say what must come out for it.
 */
export interface RuleExample {
  /** The file's name, such as `bucket-policy.tf`. */
  readonly name: string;
  readonly form: 'template' | 'terraform';
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface Mark {
  /** `threat`, `ok`, `unknown` or `mitigated`; `path` or `no path`. */
  readonly verdict: string;
  readonly rule: string;
  /** The row of the table of known escalations that it shows: `lambda-004`, `aws/set-default-policy-version`. */
  readonly row?: string;
  /** The logical id, or the Terraform address. */
  readonly address: string;
  /** Where the resource begins, from 1. */
  readonly line: number;
}

const catalog = fileURLToPath(new URL('../../src/catalog/', import.meta.url));
const mark = /^\s*# (threat|ok|unknown|mitigated|path|no path): (\S+)(?: \((\S+)\))?\s*$/;

/** Files of `examples/` in the folder of a threat rule. */
export function examplesOfRule(rule: string): readonly RuleExample[] {
  const folder = join(catalog, 'threats', rule, 'examples');
  return existsSync(folder) ? examplesIn(folder, readdirSync(folder)) : [];
}

/** `<move>.examples.yaml` and `<move>.examples.tf` beside a move, or several of them: `<move>.<what>.examples.yaml`. */
export function examplesOfMove(move: string): readonly RuleExample[] {
  const path = join(catalog, 'moves', move);
  const isExample = new RegExp(`^${basename(path)}(\\.[a-z0-9-]+)?\\.examples\\.(yaml|tf)$`);
  return examplesIn(
    dirname(path),
    readdirSync(dirname(path)).filter((name) => isExample.test(name)),
  );
}

function examplesIn(folder: string, names: readonly string[]): readonly RuleExample[] {
  return [...names].sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const form = name.endsWith('.tf') ? 'terraform' : 'template';
    return { name, form, text, marks: marksIn(text, form) };
  });
}

function marksIn(text: string, form: RuleExample['form']): readonly Mark[] {
  const marks: Mark[] = [];
  let pending: Pick<Mark, 'verdict' | 'rule' | 'row'>[] = [];
  text.split('\n').forEach((line, at) => {
    const [, verdict, rule, row] = mark.exec(line) ?? [];
    if (verdict !== undefined && rule !== undefined) pending.push({ verdict, rule, ...(row !== undefined && { row }) });
    else if (pending.length > 0) {
      const address = startOf(line, form);
      if (address === undefined) throw new Error(`line ${at + 1}: no resource stands below the mark`);
      marks.push(...pending.map((each) => ({ ...each, address, line: at + 1 })));
      pending = [];
    }
  });
  return marks;
}

/** The address of the resource that begins in the line. */
function startOf(line: string, form: RuleExample['form']): string | undefined {
  if (form === 'template') return /^ {2}([A-Za-z0-9]+):\s*$/.exec(line)?.[1];
  const [, type, name] = /^resource "(\w+)" "(\w+)" \{/.exec(line) ?? [];
  return type === undefined ? undefined : `${type}.${name}`;
}

/** Is the address that of the marked resource, or of an instance of it? */
export function isMarked(address: string, { address: marked }: Mark): boolean {
  return address === marked || address.startsWith(`${marked}[`);
}

/** Does the line, from 1, lie in the block of the marked resource? */
export function isWithinMarked(line: number | undefined, { text, form }: RuleExample, { line: start }: Mark): boolean {
  if (line === undefined) return false;
  const end = form === 'template' ? /^ {0,2}[A-Za-z0-9]/ : /^\S/;
  const next = text.split('\n').findIndex((each, at) => at >= start && end.test(each));
  return line >= start && (next < 0 || line <= next + (form === 'template' ? 0 : 1));
}

/**
 * The files that an example stands for, in a deployment `example`. `# manages: 444455556666` adds an organization that the
 * account manages, with one more account in which there is a bucket. A line `# account: 111122223333` says which account it
 * is deployed in, which neither form can, and
 * `# objective: Orders recoveryPoint 1h` what is expected of an element: they become declarations beside it.
 */
export function filesOfExample({ form, text }: Pick<RuleExample, 'form' | 'text'>): Readonly<Record<string, string>> {
  const [path, key, value] =
    form === 'template' ? ['example.yaml', 'template', 'example.yaml'] : ['example/main.tf', 'terraform', 'example'];
  const account = /^# account: (\S+)$/m.exec(text)?.[1];
  const managed = /^# manages: (\S+)$/m.exec(text)?.[1];
  const objectives = [...text.matchAll(/^# objective: (\S+) (recoveryPoint|recoveryTime) (\S+)$/gm)];
  if (account === undefined && objectives.length === 0) return { [path]: text };
  const owner = account === undefined ? '' : `, account: '${account}'`;
  const declared = [
    `deployments:\n  - { name: example, ${key}: ${value}${owner} }\n`,
    ...(objectives.length === 0 ? [] : ['assets:\n']),
    ...objectives.map(
      ([, element, objective, duration]) =>
        `  - { element: '${element}', name: data, confidentiality: 2, integrity: 2, availability: 2, ${objective}: ${duration} }\n`,
    ),
  ].join('');
  if (account === undefined || managed === undefined) return { [path]: text, 'bartizan.yaml': declared };
  return {
    [path]: text,
    'member.yaml': 'Resources:\n  Data: { Type: AWS::S3::Bucket }\n',
    'organization.yaml': `kind: organization\nmanagement: "${account}"\nroot: { accounts: ["${account}", "${managed}"] }\n`,
    'bartizan.yaml': `${declared}  - { name: member, template: member.yaml, account: '${managed}' }\n`,
  };
}
