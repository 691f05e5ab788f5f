import { always } from '../model/guard.ts';
import type { OriginTable } from '../model/origin.ts';
import type { PolicyDocument, PolicySource } from '../model/policy.ts';
import { shelfOf } from './managed-policy-shelf.ts';
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
 * Loads the latest documents of the policies that AWS manages, as far as they lie on a shelf with one of `paths` (what
 * follows `policy/` in the ARN): the others would be three megabytes. Origins are of the kind `knowledge`.
 */
export async function readManagedPolicies(paths: Iterable<string>, origins: OriginTable): Promise<ManagedPolicies> {
  const wanted = [...new Set([...paths].map(shelfOf))];
  const { managedPolicyShelves } = await import('./data/managed-policies/shelves.generated.ts');
  const loaded = await Promise.all(
    wanted.map(async (shelf) => [shelf, (await managedPolicyShelves[shelf]?.())?.managedPolicyLines ?? ''] as const),
  );
  const lines = new Map(loaded);
  const read = new Map<string, PolicyDocument | undefined>();
  return (arn) => {
    const path = managedPolicyPath(arn);
    if (path === undefined) return undefined;
    if (!read.has(path)) read.set(path, find(lines.get(shelfOf(path)) ?? '', path, origins));
    return read.get(path);
  };
}

/** `job-function/Billing` of an ARN, or of the known end of one; undefined when it names no policy of AWS. */
export function managedPolicyPath(arn: string): string | undefined {
  return /:iam::aws:policy\/([\w+=,.@/-]+)$/.exec(arn)?.[1];
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
