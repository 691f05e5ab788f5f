import fc from 'fast-check';

/** A small system as the brute-force search sees it: names, statements, nothing resolved or indexed. */
export interface RandomSystem {
  readonly users: readonly RandomPrincipal[];
  readonly roles: readonly (RandomPrincipal & { readonly trust: readonly Trust[] })[];
  readonly functions: readonly RandomFunction[];
  readonly instances: readonly RandomInstance[];
  readonly buckets: readonly RandomBucket[];
  readonly secrets: readonly RandomSecret[];
  /** Policies that are attached to some users and roles. */
  readonly policies: readonly RandomPolicy[];
  /** What the organization denies to everybody in the account. */
  readonly guardrails: readonly RandomStatement[];
}

export interface RandomPrincipal {
  readonly statements: readonly RandomStatement[];
  /** Its tag `team`; undefined for none. */
  readonly team?: 'a' | 'b';
  /** What its permissions boundary allows; undefined for none. */
  readonly boundary?: readonly RandomStatement[];
}

export interface RandomStatement {
  readonly effect: 'Allow' | 'Deny';
  readonly action: string;
  readonly resource: string;
  /** Only with a second factor (Allow only). */
  readonly mfa: boolean;
  /** Only for those whose team is `a`; asked of users alone: whoever takes a role may bring tags of his own. */
  readonly tagged: boolean;
}

export type Trust = (
  | { readonly kind: 'user' | 'role'; readonly index: number }
  | { readonly kind: 'account' | 'foreign' | 'anybody' | 'lambda' | 'ec2' }
) & {
  /** Only with a second factor; asked of users, roles and the account alone. */
  readonly mfa: boolean;
  /** Only for those whose team is `a`; asked of users alone. */
  readonly tagged: boolean;
};

/** A policy of its own, which is at most one that is attached to somebody. */
export interface RandomPolicy {
  readonly statements: readonly RandomStatement[];
  readonly users: readonly number[];
  readonly roles: readonly number[];
}

export interface RandomFunction {
  readonly role: number;
  readonly publicUrl: boolean;
  readonly when: World;
}

export interface RandomInstance {
  readonly role: number;
  readonly when: World;
  /** Does it answer anybody on port 22, or nobody on any? */
  readonly open: boolean;
}

/** A statement of the policy of a bucket or secret. */
export interface StoreStatement {
  readonly effect: 'Allow' | 'Deny';
  readonly who: 'everybody' | { readonly kind: 'user' | 'role'; readonly index: number };
  /** Every use, not reading alone. */
  readonly all: boolean;
  /** As for statements of principals; asked of those who are named alone. */
  readonly mfa: boolean;
  readonly tagged: boolean;
}

export interface RandomBucket {
  readonly statements: readonly StoreStatement[];
  /** Are strangers kept out, whatever its policy says? */
  readonly blocked: boolean;
  readonly when: World;
}

/** Holds an access key of a user, who has the key whether the secret is there or not. */
export interface RandomSecret {
  readonly user: number;
  readonly statements: readonly StoreStatement[];
  readonly when: World;
}

/** In which of the two stages a resource exists. */
export type World = 'always' | 'prod' | 'dev';

export const account = '111122223333';
export const arnOf = {
  user: (at: number) => `arn:aws:iam::${account}:user/u${at}`,
  role: (at: number) => `arn:aws:iam::${account}:role/r${at}`,
  function: (at: number) => `arn:aws:lambda:eu-west-1:${account}:function:f${at}`,
  bucket: (at: number) => `arn:aws:s3:::b${at}`,
  policy: (at: number) => `arn:aws:iam::${account}:policy/m${at}`,
  secret: (at: number) => `arn:aws:secretsmanager:eu-west-1:${account}:secret:s${at}-`,
};

const actions = [
  'sts:AssumeRole',
  'iam:PassRole',
  'lambda:CreateFunction',
  'lambda:InvokeFunction',
  'lambda:UpdateFunctionCode',
  'lambda:*',
  'ec2:RunInstances',
  'ssm:StartSession',
  'ssm:UpdateInstanceInformation',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:UpdateAssumeRolePolicy',
  'iam:PutUserPolicy',
  'iam:PutRolePolicy',
  'iam:AttachRolePolicy',
  'iam:CreateUser',
  'iam:Create*',
  'iam:Attach*',
  'iam:*',
  'iam:CreatePolicyVersion',
  'iam:SetDefaultPolicyVersion',
  'ec2-instance-connect:*',
  'ec2:Describe*',
  'secretsmanager:GetSecretValue',
  'secretsmanager:*',
  's3:GetObject',
  's3:PutObject',
  's3:*',
  '*',
];

const resources = (most: number) => [
  '*',
  '*',
  '*',
  `arn:aws:iam::${account}:role/*`,
  `arn:aws:iam::${account}:user/*`,
  `arn:aws:iam::${account}:user/u*`,
  `arn:aws:lambda:*:*:function:f*`,
  ...Array.from({ length: most }, (_, at) => [
    arnOf.user(at),
    arnOf.role(at),
    arnOf.function(at),
    arnOf.bucket(at),
    `${arnOf.bucket(at)}/*`,
    `${arnOf.bucket(at)}/public/*`,
    `${arnOf.secret(at)}*`,
    arnOf.policy(at),
  ]).flat(),
];

/** Random systems of up to twelve principals. */
export function randomSystem(): fc.Arbitrary<RandomSystem> {
  return fc
    .record({ users: fc.integer({ min: 1, max: 5 }), roles: fc.integer({ min: 1, max: 7 }) })
    .chain(({ users, roles }) => {
      const when = fc.constantFrom<World>('always', 'always', 'prod', 'dev');
      const role = fc.nat(roles - 1);
      const mostly = fc.constantFrom(false, false, false, true);
      const never = fc.constant(false);
      const trust: fc.Arbitrary<Trust> = fc.oneof(
        fc.record({ kind: fc.constant('user' as const), index: fc.nat(users - 1), mfa: mostly, tagged: mostly }),
        fc.record({ kind: fc.constant('role' as const), index: role, mfa: mostly, tagged: never }),
        fc.record({ kind: fc.constant('account' as const), mfa: mostly, tagged: never }),
        fc.record({
          kind: fc.constantFrom('foreign' as const, 'anybody', 'lambda', 'lambda', 'ec2'),
          mfa: never,
          tagged: never,
        }),
      );
      const effect = fc.constantFrom('Allow' as const, 'Allow', 'Allow', 'Deny');
      const named = fc.oneof(
        fc.record({ who: fc.record({ kind: fc.constant('user' as const), index: fc.nat(users - 1) }), tagged: mostly }),
        fc.record({ who: fc.record({ kind: fc.constant('role' as const), index: role }), tagged: never }),
      );
      const forNamed: fc.Arbitrary<StoreStatement> = fc
        .tuple(named, fc.record({ effect, all: fc.boolean(), mfa: mostly }))
        .map(([whom, rest]) => ({ ...rest, ...whom, mfa: rest.mfa && rest.effect === 'Allow' }));
      const forEverybody: fc.Arbitrary<StoreStatement> = fc.record({
        effect,
        who: fc.constant('everybody' as const),
        all: never,
        mfa: never,
        tagged: never,
      });
      const some = <T>(list: fc.Arbitrary<T>, maxLength = 2) => fc.array(list, { maxLength });
      return fc.record<RandomSystem>({
        users: fc.array(principal('user'), { minLength: users, maxLength: users }),
        roles: fc.array(
          fc
            .tuple(principal('role'), fc.array(trust, { minLength: 1, maxLength: 2 }))
            .map(([base, trusted]) => ({ ...base, trust: trusted })),
          { minLength: roles, maxLength: roles },
        ),
        functions: fc.array(fc.record({ role, publicUrl: fc.boolean(), when }), { maxLength: 2 }),
        instances: some(fc.record({ role, when, open: fc.boolean() }), 1),
        buckets: some(fc.record({ statements: some(fc.oneof(forNamed, forEverybody)), blocked: fc.boolean(), when })),
        secrets: some(fc.record({ user: fc.nat(users - 1), statements: some(forNamed), when })),
        policies: fc.oneof(
          fc.constant([]),
          fc
            .tuple(some(statementOf('role')), fc.nat({ max: users - 1 }), fc.option(role, { nil: undefined }))
            .map(([statements, user, taken]) => [
              { statements, users: [user], roles: taken === undefined ? [] : [taken] },
            ]),
        ),
        guardrails: fc.oneof(
          { weight: 1, arbitrary: fc.constant([]) },
          { weight: 1, arbitrary: fc.array(guardrail(), { minLength: 1, maxLength: 2 }) },
        ),
      });
    });
}

function statementOf(kind: 'user' | 'role'): fc.Arbitrary<RandomStatement> {
  return fc.record<RandomStatement>({
    effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Allow', 'Deny'),
    action: fc.constantFrom(...actions),
    resource: fc.constantFrom(...resources(3)),
    mfa: fc.constantFrom(false, false, false, true),
    tagged: kind === 'user' ? fc.constantFrom(false, false, false, true) : fc.constant(false),
  });
}

function principal(kind: 'user' | 'role'): fc.Arbitrary<RandomPrincipal> {
  const statement = statementOf(kind);
  const statements = fc.array(statement, { maxLength: 4 });
  const rights: fc.Arbitrary<RandomPrincipal> = fc.oneof(
    { weight: 4, arbitrary: statements.map((found) => ({ statements: found })) },
    {
      weight: 1,
      arbitrary: fc.tuple(statements, statements).map(([found, boundary]) => ({ statements: found, boundary })),
    },
  );
  return fc
    .tuple(rights, fc.constantFrom(undefined, undefined, 'a' as const, 'b' as const))
    .map(([one, team]) => ({ ...one, ...(team !== undefined && { team }) }));
}

/** Administrators do what they want all the same: what it takes to make one is not denied here. */
function guardrail(): fc.Arbitrary<RandomStatement> {
  return fc.record<RandomStatement>({
    effect: fc.constant('Deny'),
    action: fc.constantFrom(
      'sts:AssumeRole',
      'iam:PassRole',
      'iam:CreateLoginProfile',
      'lambda:UpdateFunctionCode',
      'lambda:*',
      'ec2:RunInstances',
      'ssm:StartSession',
      's3:GetObject',
      's3:*',
    ),
    resource: fc.oneof(fc.constant('*'), fc.constantFrom(...resources(3))),
    mfa: fc.constant(false),
    tagged: fc.constant(false),
  });
}
