/** Why no threat rule and no move carries the id of a technique itself. */
export type Unmapped =
  /** A rule or move shows it as a part of what it is about. */
  | { readonly kind: 'within'; readonly of: readonly string[]; readonly because: string }
  /** Configuration of AWS does not show whether it is possible. */
  | { readonly kind: 'not-visible'; readonly because: string };

const within = (because: string, ...of: readonly string[]): Unmapped => ({ kind: 'within', of, because });
const notVisible = (because: string): Unmapped => ({ kind: 'not-visible', because });

const mail = notVisible('It happens in the mailboxes and programs of an office suite, which are no resources of AWS.');
const inside = notVisible('It happens inside a machine or container; what runs there is not in the configuration.');
const lookingAround = (of: string) =>
  within(
    'Rights to list and describe come with the wide rights that the rule finds; by themselves they are no threat.',
    of,
  );
const people = notVisible('It works on people, and no configuration shows whether they are taken in.');
const cluster = notVisible(
  'Roles, jobs and API of a cluster are objects of Kubernetes, which no template of AWS states.',
);

/**
 * Techniques of the cloud matrices of ATT&CK (IaaS, containers, identity provider, SaaS, office suite) that no rule and no
 * move names. Of techniques with parts, those with a part that is named count as named. https://attack.mitre.org/matrices/enterprise/cloud/
 */
export const unmappedTechniques: Readonly<Record<string, Unmapped>> = {
  'T1021.007': within(
    'Signing in to the console and taking roles leads to the services.',
    'secrets/sign-in-to-console',
    'identity/assume-role',
  ),
  T1036: inside,
  'T1036.005': inside,
  'T1036.010': notVisible('A name that looks right cannot be told from one that is right.'),
  T1049: inside,
  'T1053.007': cluster,
  'T1059.009': within(
    'Every step with IAM actions is a use of the API.',
    'identity/use-administration',
    'secrets/use-access-key',
  ),
  'T1059.013': within(
    'Running commands in tasks is a move; what kubectl may do is an object of the cluster.',
    'compute/take-over-container',
  ),
  T1068: inside,
  T1069: lookingAround('identity/wildcard-rights'),
  'T1069.003': lookingAround('identity/wildcard-rights'),
  'T1070.008': mail,
  T1074: within('Copies are made where the attacker may write.', 'data/write-data', 'data/share-copy'),
  'T1074.002': within('Copies are made where the attacker may write.', 'data/write-data', 'data/share-copy'),
  'T1078.003': inside,
  T1082: inside,
  T1087: lookingAround('identity/wildcard-rights'),
  'T1087.003': mail,
  'T1087.004': lookingAround('identity/wildcard-rights'),
  'T1098.002': mail,
  'T1110.002': notVisible('Hashes are cracked away from the system; that they can be read is told as reading data.'),
  T1114: mail,
  'T1114.002': mail,
  'T1114.003': mail,
  T1136: within('Making a user is what a new administrator begins with.', 'identity/become-administrator'),
  'T1136.001': inside,
  T1137: mail,
  'T1137.001': mail,
  'T1137.002': mail,
  'T1137.003': mail,
  'T1137.004': mail,
  'T1137.005': mail,
  'T1137.006': mail,
  T1201: lookingAround('identity/wildcard-rights'),
  T1204: people,
  'T1204.003': within(
    'Images that others can change are found where they are used.',
    'supply-chain/mutable-image-tags',
    'pipeline/replace-artifact',
  ),
  T1211: inside,
  T1213: within('Databases and repositories are stores like others.', 'data/read-data', 'data/use-connection'),
  'T1213.001': notVisible('Wikis are SaaS outside the account.'),
  'T1213.002': mail,
  'T1213.003': within(
    'Who may change the source is a move; who may read it is told for CodeCommit alone.',
    'pipeline/change-source',
    'data/read-data',
  ),
  'T1213.004': notVisible('Customer management is SaaS outside the account.'),
  'T1213.005': notVisible('Chats are SaaS outside the account.'),
  T1484: within('Changing federation and guard rails are moves.', 'identity/change-provider', 'identity/loosen-limits'),
  'T1485.001': within('The move counts the right to change the life cycle of objects.', 'data/destroy-data'),
  T1491: within('Who may write what others read may deface it.', 'data/write-public', 'data/write-data'),
  'T1491.002': within('Who may write what others read may deface it.', 'data/write-public', 'data/write-data'),
  T1496: within(
    'Starting instances with a role and being open to misuse of services are told.',
    'compute/pass-role-to-instance',
  ),
  'T1496.001': within('Starting instances is a move where a role comes with them.', 'compute/pass-role-to-instance'),
  'T1496.002': notVisible('Bandwidth is used by whoever runs code; that is told as running code.'),
  'T1496.003': within('Sign-up by anybody makes messages that we pay for.', 'identity/open-sign-up'),
  'T1498.001': within(
    'What is open to the internet without a limit can be flooded.',
    'edge/no-web-acl',
    'api/no-throttling',
  ),
  'T1498.002': notVisible('Reflection uses machines of others.'),
  T1518: inside,
  'T1518.001': lookingAround('identity/wildcard-rights'),
  T1526: lookingAround('identity/wildcard-rights'),
  T1531: within(
    'Deleting keys and passwords comes with the rights over users that the rules find.',
    'identity/privilege-escalation-rights',
    'identity/administrator-role',
  ),
  T1534: people,
  T1538: within('Signing in to the console is a move.', 'secrets/sign-in-to-console'),
  T1543: cluster,
  'T1543.005': inside,
  T1548: within(
    'Taking roles and rewriting policies are moves.',
    'identity/assume-role',
    'identity/rewrite-own-policy',
  ),
  T1550: within('Keys and tokens are used in moves.', 'secrets/use-access-key', 'compute/workload-credentials'),
  'T1550.004': notVisible('Cookies lie in the browsers of people.'),
  'T1552.008': notVisible('Chats are SaaS outside the account.'),
  T1555: within('Secrets Manager and Parameter Store are stores of passwords.', 'secrets/fetch-managed-password'),
  T1556: within(
    'Who may change the second factor or the provider is a move.',
    'identity/change-provider',
    'identity/show-second-factor',
  ),
  'T1556.006': within(
    'Rights over the second factor come with rights over users.',
    'identity/no-mfa',
    'identity/privilege-escalation-rights',
  ),
  'T1556.007': notVisible('Agents of a hybrid directory run outside.'),
  'T1556.009': notVisible('Conditional access is a setting of the identity provider.'),
  T1562: within('Switching off what sees the attack is a move.', 'detection/switch-off'),
  T1564: mail,
  'T1564.008': mail,
  T1566: people,
  'T1566.002': people,
  'T1566.004': people,
  'T1567.004': within('Workloads that may send anywhere can send to a webhook.', 'network/open-egress'),
  T1578: within('Its parts are moves.', 'compute/pass-role-to-instance', 'data/restore-copy'),
  'T1578.004': notVisible('Restoring a volume to hide something looks like restoring it for a good reason.'),
  T1580: lookingAround('identity/wildcard-rights'),
  T1606: notVisible('Forging needs the signing key of the application or provider, which is outside.'),
  'T1606.001': notVisible('Forging needs the signing key of the application, which no template states.'),
  'T1606.002': within(
    'Who may change the provider signs in as he likes; its own key is outside.',
    'identity/change-provider',
  ),
  T1612: inside,
  T1613: cluster,
  T1614: inside,
  T1656: people,
  T1657: people,
  T1666: within('Rights over the policies of the organization are a move.', 'identity/loosen-limits'),
  T1667: mail,
  T1671: notVisible('Applications are given consent in SaaS outside the account.'),
  T1672: mail,
  T1680: inside,
};
