import { always } from '../model/guard.ts';
import type { OriginTable } from '../model/origin.ts';
import type { PolicyDocument, PolicySource } from '../model/policy.ts';
import { readPolicies } from './read-policy.ts';

/** The document of a policy that AWS manages, by its ARN; undefined for one that is not known. */
export type ManagedPolicies = (arn: string) => PolicyDocument | undefined;

/** What stands before the name of such a policy in the symbol of the hole that an open document has. */
const SYMBOL = 'aws-managed:';

/** The ARN of the AWS-managed policy whose document this source still lacks. */
export function missingManagedPolicy({ document }: PolicySource): string | undefined {
  return document.open?.symbol.startsWith(SYMBOL) === true
    ? `arn:aws:iam::aws:policy/${document.open.symbol.slice(SYMBOL.length)}`
    : undefined;
}

/** The symbol of the hole that stands for the document of an AWS-managed policy, by what follows `policy/` in its ARN. */
export function managedPolicySymbol(path: string): string {
  return `${SYMBOL}${path}`;
}

/**
 * Loads the latest documents of all policies that AWS manages. Three megabytes: load them only for a system that names
 * one. Origins are of the kind `knowledge`.
 */
export async function readManagedPolicies(origins: OriginTable): Promise<ManagedPolicies> {
  const { managedPolicyLines } = await import('./data/managed-policies.generated.ts');
  const read = new Map<string, PolicyDocument | undefined>();
  return (arn) => {
    const path = /^arn:aws[a-z-]*:iam::aws:policy\/([\w+=,.@/-]+)$/.exec(arn)?.[1];
    if (path === undefined) return undefined;
    if (!read.has(path)) read.set(path, find(managedPolicyLines, path, origins));
    return read.get(path);
  };
}

function find(lines: string, path: string, origins: OriginTable): PolicyDocument | undefined {
  const start = lines.indexOf(`\n${path} {`);
  if (start < 0) return undefined;
  const end = lines.indexOf('\n', start + 1);
  const json = lines.slice(start + path.length + 2, end);
  const origin = origins.add({ kind: 'knowledge', document: `AWS-managed policy ${path}` });
  const [document] = readPolicies({ kind: 'literal', value: json, origin });
  return document === undefined ? undefined : { ...document, guard: always };
}
