import type { Diagnostic } from '../../model/diagnostic.ts';
import { type DeploymentId, id, type ResourceId } from '../../model/id.ts';
import type { OriginTable } from '../../model/origin.ts';
import type { Deployment, Resource } from '../../model/resource.ts';
import type { Assumption } from '../../model/system.ts';
import type { Hole } from '../../model/text.ts';
import type { Value } from '../../model/value.ts';
import { spanOf } from '../span-of.ts';
import type { AccountEntry, AccountPage, EntryContext } from './account-entry.ts';
import { pageLists } from './account-entry.ts';
import { type AccountContext, accessKeys, accountResource, entryId, typeOf } from './account-resource.ts';
import type { Credentials } from './credential-report.ts';
import { type AccountEntries, groupAccounts } from './group-accounts.ts';
import { fieldOf, textField } from './node-value.ts';

/** What the given accounts hold, as resources. */
export interface TranslatedAccounts {
  readonly deployments: readonly Deployment[];
  readonly resources: readonly Resource[];
  /** Documents of policies that AWS manages, as the accounts have them, by what follows `policy/` in their ARN. */
  readonly managedPolicies: ReadonlyMap<string, Value>;
  /** What is taken for true because no input tells it. */
  readonly assumptions: readonly Assumption[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What the accounts are translated beside. */
export interface AccountsContext {
  readonly origins: OriginTable;
  readonly credentials: Credentials;
  /** Names that other deployments have. */
  readonly taken: ReadonlySet<string>;
  /** The resource of the code that makes the thing of this type and ARN: then the account does not state it again. */
  made(type: string, arn: string): ResourceId | undefined;
}

/** Turns pages of authorization details into one deployment an account. Linear in entries. */
export function translateAccounts(pages: readonly AccountPage[], context: AccountsContext): TranslatedAccounts {
  const { origins } = context;
  const diagnostics: Diagnostic[] = [];
  const reading: EntryContext = { origins, diagnostics };
  const { accounts, awsManaged } = groupAccounts(pages, reading);
  if (accounts.length === 0) diagnostics.push(...nothingIn(pages));
  const translated = accounts.map((account) => translateAccount(account, context, reading));
  return {
    deployments: translated.map(({ deployment }) => deployment),
    resources: translated.flatMap(({ resources }) => resources),
    managedPolicies: documentsOf(awsManaged, reading),
    assumptions: accounts.flatMap((account) => withoutCredentials(account, context.credentials)),
    diagnostics,
  };
}

function translateAccount(
  account: AccountEntries,
  { origins, taken, made, credentials }: AccountsContext,
  { diagnostics }: EntryContext,
): { readonly deployment: Deployment; readonly resources: readonly Resource[] } {
  const deployment = id<DeploymentId>(freeName(account.account, taken));
  const own = new Set(account.entries.map(({ arn }) => arn));
  const byName = new Map(account.entries.map((entry) => [`${entry.kind} ${entry.name}`, entry]));
  const idOf = (entry: AccountEntry) => made(typeOf(entry), entry.arn) ?? entryId(deployment, entry.arn);
  const byArn = new Map(account.entries.map((entry) => [entry.arn, idOf(entry)]));
  const lacking: Lacking[] = [];
  const context: AccountContext = {
    deployment,
    origins,
    diagnostics,
    credentials,
    withArn: (arn) => byArn.get(arn),
    named(kind, name) {
      const entry = byName.get(`${kind} ${name}`);
      return entry === undefined ? undefined : idOf(entry);
    },
    missing(entry, what, node) {
      lacking.push({ entry, what, origin: node.origin });
    },
  };
  const stated = account.entries.filter((entry) => made(typeOf(entry), entry.arn) === undefined);
  const resources = [
    ...stated.map((entry) => accountResource(entry, context)),
    ...account.entries.flatMap((entry) => accessKeys(entry, idOf(entry), context)),
  ];
  if (stated.length < own.size) diagnostics.push(madeByCode(account, own.size - stated.length));
  const gaps = gapsOf(account, lacking, origins);
  diagnostics.push(...gaps);
  return { deployment: deploymentOf(account, deployment, gaps.length === 0), resources };
}

/** Authorization details do not tell who has a password or a key; nobody is taken to, and that is said. */
function withoutCredentials({ account, entries }: AccountEntries, credentials: Credentials): readonly Assumption[] {
  const untold = entries.filter(({ kind, arn }) => kind === 'user' && !credentials.has(arn));
  const [first] = untold;
  if (first === undefined) return [];
  const who =
    untold.length === 1
      ? `User ${first.name} of account ${account} is`
      : `${untold.length} users of account ${account} are`;
  const text = `${who} taken to have neither a password nor access keys.`;
  const settledBy = `the credential report of account ${account} (aws iam get-credential-report)`;
  return [{ id: `${account}/credentials`, text, settledBy, origin: first.node.origin }];
}

/** Accounts are named by their number, which no file name changes. */
function freeName(account: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? account : `${account}~${count}`;
    if (!taken.has(name)) return name;
  }
}

/** Identities stand in no region: what they make goes where they want it. */
const anyRegion: Hole = { symbol: 'object:region', kind: 'region', settledBy: 'the region that the caller chooses' };

function deploymentOf(account: AccountEntries, deployment: DeploymentId, complete: boolean): Deployment {
  const [first] = account.pages;
  if (first === undefined) throw new Error(`account ${account.account} has no pages`);
  return {
    id: deployment,
    account: [account.account],
    region: [anyRegion],
    partition: [account.partition],
    origin: first.node.origin,
    role: account.role,
    completeness: complete ? 'complete' : 'partial',
    parameters: [],
  };
}

/** Something that an entry names and the account does not have. */
interface Lacking {
  readonly entry: AccountEntry;
  readonly what: string;
  readonly origin: AccountEntry['node']['origin'];
}

/** Why the account is not complete: each gap with what closes it. */
function gapsOf(account: AccountEntries, lacking: readonly Lacking[], origins: OriginTable): readonly Diagnostic[] {
  const gaps: Diagnostic[] = [];
  const { pages } = account;
  const last = pages.at(-1);
  const tell = (page: AccountPage, code: string, message: string) =>
    gaps.push({ level: 'warning', code, message, source: spanOf(page.node.origin, origins, page.file) });
  if (last !== undefined && pages.every(isCut))
    tell(
      last,
      'account-truncated',
      `the output for account ${account.account} goes on (IsTruncated), and the rest is not given; what is missing counts as unknown, add the following pages or collect without --max-items`,
    );
  const absent = Object.keys(pageLists).filter((list) => !pages.some(({ node }) => fieldOf(node, list) !== undefined));
  if (last !== undefined && absent.length > 0)
    tell(
      last,
      'account-incomplete',
      `the output for account ${account.account} has no ${absent.join(', no ')}; what it would list counts as unknown, collect without --filter`,
    );
  const [first] = lacking;
  if (first !== undefined) {
    const more = lacking.length > 1 ? ` (and ${lacking.length - 1} more such)` : '';
    const message = `${first.entry.arn} names ${first.what}, which the output does not list${more}; the account counts as partial, collect it without --filter`;
    const source = spanOf(first.origin, origins, first.entry.page.file);
    gaps.push({ level: 'warning', code: 'account-incomplete', message, source });
  }
  return gaps;
}

/** The API says `IsTruncated`, the AWS CLI `NextToken` when it was told to stop. */
function isCut({ node }: AccountPage): boolean {
  return textField(node, 'IsTruncated') === 'true' || textField(node, 'NextToken') !== undefined;
}

function madeByCode({ account, pages }: AccountEntries, count: number): Diagnostic {
  const message = `${count} identities or policies of account ${account} are made by the given code as well; what the code says of them counts`;
  return { level: 'info', code: 'account-made-by-code', message, source: top(pages[0]?.file ?? '') };
}

function nothingIn(pages: readonly AccountPage[]): readonly Diagnostic[] {
  const files = [...new Set(pages.map(({ file }) => file))];
  const message =
    'no user, group, role or policy of an account is listed, so it cannot be told whose account this is; collect it without --filter';
  return files.map((file) => ({ level: 'error', code: 'account-document', message, source: top(file) }));
}

function top(file: string): Diagnostic['source'] {
  return { file, line: 1, column: 1, endLine: 1 };
}

/** The documents of AWS's own policies, read like those of the account. */
function documentsOf(
  policies: readonly AccountEntry[],
  { origins, diagnostics }: EntryContext,
): ReadonlyMap<string, Value> {
  const nobody: AccountContext = {
    deployment: id<DeploymentId>('aws'),
    origins,
    diagnostics,
    credentials: new Map(),
    withArn: () => undefined,
    named: () => undefined,
    missing: () => undefined,
  };
  const documents = new Map<string, Value>();
  for (const entry of policies) {
    const { properties } = accountResource(entry, nobody);
    const document = properties.entries.get('PolicyDocument');
    const path = entry.arn.slice(entry.arn.indexOf(':policy/') + ':policy/'.length);
    if (document?.kind === 'map') documents.set(path, document);
  }
  return documents;
}
