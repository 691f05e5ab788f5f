import type { Diagnostic } from '../../model/diagnostic.ts';
import type { OriginTable } from '../../model/origin.ts';
import type { MappingNode, Node } from '../cloudformation/node.ts';
import type { InputRole } from '../input.ts';
import { spanOf } from '../span-of.ts';
import { fieldOf, mappingsField, textField } from './node-value.ts';

/**
 * One output of `aws iam get-account-authorization-details`, whole or a page of it.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export interface AccountPage {
  readonly node: MappingNode;
  readonly file: string;
  readonly role: InputRole;
}

export type EntryKind = 'user' | 'group' | 'role' | 'policy' | 'instance-profile';

/** A user, group, role, managed policy or instance profile of a page, by its ARN. */
export interface AccountEntry {
  readonly kind: EntryKind;
  readonly arn: string;
  /** `aws` for policies that AWS manages, which belong to no account. */
  readonly account: string;
  readonly partition: string;
  readonly name: string;
  readonly node: MappingNode;
  readonly page: AccountPage;
}

/** The lists of a page, with what their members are. */
export const pageLists = {
  UserDetailList: 'user',
  GroupDetailList: 'group',
  RoleDetailList: 'role',
  Policies: 'policy',
} as const satisfies Readonly<Record<string, EntryKind>>;

/** Where entries are read from, and where what is wrong with them is told. */
export interface EntryContext {
  readonly origins: OriginTable;
  readonly diagnostics: Diagnostic[];
}

/** All entries of a page in order; one that cannot be told by an ARN is reported and left out. */
export function entriesOf(page: AccountPage, context: EntryContext): readonly AccountEntry[] {
  return Object.entries(pageLists).flatMap(([list, kind]) => {
    const members = fieldOf(page.node, list);
    if (members === undefined) return [];
    if (members.kind !== 'sequence') {
      reportEntry(members, page, context, `${list} is no list, so nothing of it is read; collect the account again`);
      return [];
    }
    return members.items.flatMap((node) => [
      ...entryOf(node, kind, page, context),
      ...(kind === 'role' && node.kind === 'mapping'
        ? mappingsField(node, 'InstanceProfileList').flatMap((profile) =>
            entryOf(profile, 'instance-profile', page, context),
          )
        : []),
    ]);
  });
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns */
const iamArn = /^arn:(aws[a-z-]*):iam::(\d{12}|aws):(user|group|role|policy|instance-profile)\/(?:.*\/)?([^/]+)$/s;

function entryOf(node: Node, kind: EntryKind, page: AccountPage, context: EntryContext): readonly AccountEntry[] {
  const arn = node.kind === 'mapping' ? (textField(node, 'Arn') ?? '') : '';
  const [, partition = '', account = '', type, name = ''] = iamArn.exec(arn) ?? [];
  if (node.kind !== 'mapping' || type !== kind || (account === 'aws' && kind !== 'policy')) {
    const what = arn === '' ? `a ${kind} without Arn` : `${arn}, which is no ARN of a ${kind},`;
    reportEntry(node, page, context, `${what} is left out; collect the account again`);
    return [];
  }
  return [{ kind, arn, account, partition, name, node, page }];
}

function reportEntry(node: Node, page: AccountPage, { origins, diagnostics }: EntryContext, message: string): void {
  const source = spanOf(node.origin, origins, page.file);
  diagnostics.push({ level: 'error', code: 'account-entry', message, source });
}
