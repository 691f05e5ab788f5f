import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ResourceId } from '../../model/id.ts';
import type { OriginTable } from '../../model/origin.ts';
import type { Deployment, Resource } from '../../model/resource.ts';
import { literalOf } from '../../model/text.ts';
import type { AccountInput, ReadResult } from '../input.ts';
import type { InputFiles } from '../input-files.ts';
import { spanOf } from '../span-of.ts';
import { pagesOf } from './account-pages.ts';
import { isCredentialReport, readCredentialReport } from './credential-report.ts';
import { type TranslatedAccounts, translateAccounts } from './translate.ts';

/** What the code of the run makes, which accounts are put beside. */
export interface GivenCode {
  readonly deployments: readonly Deployment[];
  readonly resources: readonly Resource[];
}

/** The accounts among the inputs, as resources beside those of the code. */
export function importAccounts(
  { sources }: ReadResult,
  code: GivenCode,
  { files, origins }: { readonly files: InputFiles; readonly origins: OriginTable },
): TranslatedAccounts {
  const inputs = sources.filter((source): source is AccountInput => source.kind === 'account');
  if (inputs.length === 0) return none;
  const reports = inputs
    .filter(({ input }) => isCredentialReport(input.text))
    .map(({ input }) => {
      files.use(input);
      return readCredentialReport(input, origins);
    });
  const read = inputs
    .filter(({ input }) => !isCredentialReport(input.text))
    .map((source) => pagesOf(source, files.parse(source.input)));
  const pages = read.flatMap((each) => each.pages);
  const made = madeByCode(code.resources);
  const translated = translateAccounts(pages, {
    origins,
    credentials: new Map(reports.flatMap(({ credentials }) => [...credentials])),
    taken: new Set(code.deployments.map(({ id }) => id)),
    made: (type, arn) => made.get(`${type} ${arn}`),
  });
  return {
    ...translated,
    diagnostics: [
      ...[...reports, ...read].flatMap((each) => each.diagnostics),
      ...(pages.length === 0 ? [] : translated.diagnostics),
      ...notPlaced(code.deployments, translated.deployments, origins),
    ],
  };
}

const none: TranslatedAccounts = {
  deployments: [],
  resources: [],
  managedPolicies: new Map(),
  assumptions: [],
  diagnostics: [],
};

/** Identities of the code whose ARN is known before deployment, by type and ARN. */
function madeByCode(resources: readonly Resource[]): ReadonlyMap<string, ResourceId> {
  const made = new Map<string, ResourceId>();
  for (const { type, arn, id } of resources) {
    const known = type.startsWith('AWS::IAM::') && arn !== undefined ? literalOf(arn) : undefined;
    if (known !== undefined) made.set(`${type} ${known}`, id);
  }
  return made;
}

/** Code whose account nobody gives meets no account: told once, since the user may well expect that it does. */
function notPlaced(
  code: readonly Deployment[],
  accounts: readonly Deployment[],
  origins: OriginTable,
): readonly Diagnostic[] {
  const open = code.filter(({ account }) => literalOf(account) === undefined);
  const [first] = open;
  const [account] = accounts;
  if (first === undefined || account === undefined) return [];
  const others = open.length > 1 ? ` and ${open.length - 1} more` : '';
  const message = `it is not given which account ${first.id}${others} is deployed to, so its names are not looked up in account ${account.id}; write account: "${account.id}" for it in bartizan.yaml when it is that one`;
  return [{ level: 'info', code: 'account-not-given', message, source: spanOf(first.origin, origins, '') }];
}
