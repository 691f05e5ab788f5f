import type { Diagnostic } from '../../model/diagnostic.ts';
import type { OriginTable } from '../../model/origin.ts';
import type { OrganizationPolicies } from '../access/access-options.ts';
import type { Decoding } from '../declared/decode.ts';
import type { OrganizationInput, ReadResult } from '../input.ts';
import type { InputFiles } from '../input-files.ts';
import { spanOf } from '../span-of.ts';
import { type OrganizationOutline, organizationPolicies } from './outline.ts';
import { readGathered } from './read-gathered.ts';
import { readTree } from './read-tree.ts';

/** What the organization of the input lays on its accounts; absent when none is given. */
export interface ImportedOrganization {
  readonly organization?: OrganizationPolicies;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the organization among the inputs. Subjects come first; of several, the first one counts. */
export function importOrganization(
  { sources }: ReadResult,
  { files, origins }: { readonly files: InputFiles; readonly origins: OriginTable },
): ImportedOrganization {
  const [first, ...others] = sources.filter((source): source is OrganizationInput => source.kind === 'organization');
  if (first === undefined) return { diagnostics: [] };
  const diagnostics: Diagnostic[] = others.map(({ input }) => ({
    level: 'warning',
    code: 'organization-second',
    message: `accounts belong to one organization, and ${first.input.file} gives it; this one is left out, give one of them`,
    source: { file: input.file, line: 1, column: 1, endLine: 1 },
  }));
  const outline = outlineOf(first, { files, origins, diagnostics });
  return { ...(outline !== undefined && { organization: organizationPolicies(outline) }), diagnostics };
}

function outlineOf(
  { input }: OrganizationInput,
  run: { readonly files: InputFiles; readonly origins: OriginTable; readonly diagnostics: Diagnostic[] },
): OrganizationOutline | undefined {
  const { files, origins, diagnostics } = run;
  const { root, diagnostics: syntax } = files.parse(input);
  diagnostics.push(...syntax);
  const report = (origin: NonNullable<typeof root>['origin'], message: string) =>
    diagnostics.push({
      level: 'error',
      code: 'organization-document',
      message,
      source: spanOf(origin, origins, input.file),
    });
  if (root === undefined) return undefined;
  if (root.kind === 'mapping' && root.entries.has('kind')) {
    const to: Decoding = {
      report: (origin, _code, message) => report(origin, message),
      author: (origin) => origin,
      place: () => input.file,
    };
    return readTree(root, to, origins);
  }
  if (root.kind === 'mapping' && root.entries.has('list-policies-for-target')) {
    const gathered = readGathered(root, input.file, origins);
    diagnostics.push(...gathered.diagnostics);
    return gathered.outline;
  }
  report(
    root.origin,
    'the file has neither kind: organization nor list-policies-for-target at its top; see docs/guide/accounts.md',
  );
  return undefined;
}
