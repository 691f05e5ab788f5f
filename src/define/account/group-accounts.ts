import type { Diagnostic } from '../../model/diagnostic.ts';
import type { InputRole } from '../input.ts';
import { spanOf } from '../span-of.ts';
import { type AccountEntry, type AccountPage, type EntryContext, entriesOf } from './account-entry.ts';

/** What the pages of one account say together. */
export interface AccountEntries {
  /** Twelve digits. */
  readonly account: string;
  readonly partition: string;
  readonly role: InputRole;
  /** At least one; in order of files. */
  readonly pages: readonly AccountPage[];
  /** Each ARN once, sorted by ARN. */
  readonly entries: readonly AccountEntry[];
}

export interface GroupedAccounts {
  /** Sorted by account. */
  readonly accounts: readonly AccountEntries[];
  /** Policies of AWS that some account uses, each once. */
  readonly awsManaged: readonly AccountEntry[];
}

/**
 * Sorts what pages say by account. Pages of a paged output are put together by the account in their ARNs; one that has
 * only policies of AWS belongs to the account before it in its file, or to the only one that there is.
 */
export function groupAccounts(pages: readonly AccountPage[], context: EntryContext): GroupedAccounts {
  const read = subjectsFirst(pages).map((page) => ({ page, entries: entriesOf(page, context) }));
  const { known, doubles } = distinctEntries(read.flatMap(({ entries }) => entries));
  for (const [account, repeated] of doubles) context.diagnostics.push(doubled(account, repeated, context));
  const awsManaged = [...(known.get(AWS)?.values() ?? [])];
  return {
    accounts: [...pagesByAccount(read)].map(([account, own]) => accountOf(account, own, known)).sort(byAccount),
    awsManaged,
  };
}

/** What stands for the account in ARNs of policies that AWS manages. */
const AWS = 'aws';

interface ReadPage {
  readonly page: AccountPage;
  readonly entries: readonly AccountEntry[];
}

function pagesByAccount(read: readonly ReadPage[]): ReadonlyMap<string, readonly AccountPage[]> {
  const result = new Map<string, AccountPage[]>();
  const homeless: AccountPage[] = [];
  let before: { readonly file: string; readonly account: string } | undefined;
  for (const { page, entries } of read) {
    const own = new Set(entries.map(({ account }) => account).filter((account) => account !== AWS));
    const [first] = own;
    if (first !== undefined) before = { file: page.file, account: first };
    else if (before?.file === page.file) own.add(before.account);
    else homeless.push(page);
    for (const account of own) push(result, account, page);
  }
  const [only, ...others] = result.values();
  if (others.length === 0) only?.push(...homeless);
  return result;
}

/** The first entry of each ARN, and the further ones. */
function distinctEntries(entries: readonly AccountEntry[]): {
  readonly known: ReadonlyMap<string, ReadonlyMap<string, AccountEntry>>;
  readonly doubles: ReadonlyMap<string, readonly AccountEntry[]>;
} {
  const known = new Map<string, Map<string, AccountEntry>>();
  const doubles = new Map<string, AccountEntry[]>();
  for (const entry of entries) {
    const ofAccount = known.get(entry.account) ?? new Map<string, AccountEntry>();
    known.set(entry.account, ofAccount);
    if (!ofAccount.has(entry.arn)) ofAccount.set(entry.arn, entry);
    // Policies of AWS are in every account's output, instance profiles stand under their role once more.
    else if (entry.account !== AWS && entry.kind !== 'instance-profile') push(doubles, entry.account, entry);
  }
  return { known, doubles };
}

function accountOf(
  account: string,
  pages: readonly AccountPage[],
  entries: ReadonlyMap<string, ReadonlyMap<string, AccountEntry>>,
): AccountEntries {
  const own = [...(entries.get(account)?.values() ?? [])].sort((a, b) => (a.arn < b.arn ? -1 : 1));
  const role = pages.some((page) => page.role === 'subject') ? 'subject' : 'context';
  return { account, partition: own[0]?.partition ?? 'aws', role, pages, entries: own };
}

/** What the subject says of an account counts before what the context says. */
function subjectsFirst(pages: readonly AccountPage[]): readonly AccountPage[] {
  return [...pages.filter(({ role }) => role === 'subject'), ...pages.filter(({ role }) => role === 'context')];
}

function doubled(account: string, repeated: readonly AccountEntry[], { origins }: EntryContext): Diagnostic {
  const [first] = repeated;
  const message = `${repeated.length} entries of account ${account} stand twice in the input, the first of them ${first?.arn}; the first of each counts, give one snapshot of an account`;
  const file = first?.page.file ?? '';
  const source =
    first === undefined ? { file, line: 1, column: 1, endLine: 1 } : spanOf(first.node.origin, origins, file);
  return { level: 'warning', code: 'account-duplicate', message, source };
}

function byAccount(left: AccountEntries, right: AccountEntries): number {
  return left.account < right.account ? -1 : 1;
}

function push<T>(into: Map<string, T[]>, key: string, item: T): void {
  const there = into.get(key);
  if (there === undefined) into.set(key, [item]);
  else there.push(item);
}
