import {
  all,
  direct,
  type Kind,
  least,
  may,
  mayTake,
  mayUse,
  type Principal,
  type Rank,
  type Store,
  whoever,
  withFactor,
} from './brute-access.ts';
import {
  account,
  arnOf,
  type RandomBucket,
  type RandomPrincipal,
  type RandomSecret,
  type RandomStatement,
  type RandomSystem,
  type StoreStatement,
  type World,
} from './random-system.ts';

/**
 * What an attacker can come to hold, by trying every rule on everything until nothing changes: slow, and written from the
 * AWS documentation without a look at the search or the moves. Facts are texts; ranks as in the search: 0 certain,
 * 1 if a condition is met, 2 if software has a flaw. Who acts as somebody with a second factor holds a fact of its own.
 */
export type Reached = ReadonlyMap<string, number>;

/** Somebody in a session with a second factor. */
const factor = (fact: string) => `${fact} with a second factor`;
interface Rule {
  readonly needs: readonly string[];
  readonly gives: string;
  readonly rank: Rank;
}

/** The facts within reach in one of the two stages, each with the rank of its surest way. */
export function bruteForce(system: RandomSystem, stage: 'prod' | 'dev', holds: readonly string[]): Reached {
  // Of a role that somebody just holds it is not known how he came to it.
  const unknown = holds.filter((fact) => fact.startsWith('acts-as:app/R'));
  const all = [
    ...knownRules(system, stage),
    ...unknown.map((fact): Rule => ({ needs: [fact], gives: factor(fact), rank: 1 })),
  ];
  const reached = new Map<string, number>();
  for (const rank of [0, 1, 2]) {
    for (const fact of holds) if (!reached.has(fact)) reached.set(fact, rank);
    for (let before = -1; before !== reached.size; ) {
      before = reached.size;
      for (const rule of all)
        if (rule.rank <= rank && !reached.has(rule.gives) && rule.needs.every((need) => reached.has(need)))
          reached.set(rule.gives, rank);
    }
  }
  return reached;
}

const admin = `administrates:${account}`;

const rules = new WeakMap<RandomSystem, Map<string, readonly Rule[]>>();

/** The same for every attacker. */
function knownRules(system: RandomSystem, stage: 'prod' | 'dev'): readonly Rule[] {
  const known = rules.get(system) ?? new Map<string, readonly Rule[]>();
  rules.set(system, known);
  const before = known.get(stage) ?? rulesOf(system, stage);
  known.set(stage, before);
  return before;
}

function rulesOf(system: RandomSystem, stage: 'prod' | 'dev'): readonly Rule[] {
  const exists = ({ when }: { readonly when: World }) => when === 'always' || when === stage;
  const everybody: readonly Principal[] = [
    ...system.users.map((user, at) => principalAt(system, 'user', user, at)),
    ...system.roles.map((role, at) => principalAt(system, 'role', role, at)),
  ];
  const found: Rule[] = [];
  const add = (rank: Rank | undefined, gives: string, ...needs: readonly string[]) => {
    if (rank === undefined || needs.includes(gives)) return;
    const [first = '', ...others] = needs;
    if (rank === withFactor) found.push({ needs: [factor(first), ...others], gives, rank: 1 });
    else found.push({ needs, gives, rank });
  };
  for (const who of everybody) {
    add(makesAdministrator(system, who), admin, who.fact);
    add(takesCanary(who), admin, who.fact);
    add(0, who.fact, admin);
    // An administrator comes to it by any way; a user's own key needs the factor besides.
    add(1, factor(who.fact), admin);
    if (who.kind === 'user') add(1, factor(who.fact), who.fact);
    for (const other of everybody) identityRules({ ...system, exists }, who, other, add);
  }
  system.roles.forEach(({ trust }, at) => {
    const from = (party: string) => {
      add(0, `acts-as:app/R${at}`, party);
      add(1, factor(`acts-as:app/R${at}`), party);
    };
    if (trust.some(({ kind }) => kind === 'anybody')) from('any-aws-account');
    if (trust.some(({ kind }) => kind === 'foreign')) from('controls-external:external/aws-account/999988887777');
  });
  system.functions.forEach((one, at) => {
    if (!exists(one)) return;
    const code = `runs-code:app/F${at}`;
    add(0, `acts-as:app/R${one.role}`, code);
    add(0, code, admin);
    if (one.publicUrl) add(2, code, 'network:internet');
    for (const who of everybody) {
      const on = (action: string) => may(who, action, arnOf.function(at));
      const changes = least(on('lambda:UpdateFunctionCode'), on('lambda:UpdateFunctionConfiguration'));
      // It runs when the attacker calls it or lets others, or when something in the system does.
      const called = least(on('lambda:InvokeFunction'), on('lambda:AddPermission'), one.publicUrl ? 0 : 1);
      add(all(changes, called), code, who.fact);
    }
  });
  system.instances.forEach((one, at) => {
    if (!exists(one)) return;
    const code = `runs-code:app/I${at}`;
    const machine = `arn:aws:ec2:eu-west-1:${account}:instance/i-0123`;
    const role = everybody.find(({ kind, at: index }) => kind === 'role' && index === one.role);
    const managed = role === undefined ? undefined : whoever(may(role, 'ssm:UpdateInstanceInformation', '*'));
    add(0, `acts-as:app/R${one.role}`, code);
    add(0, code, admin);
    if (one.open) add(2, code, 'network:internet');
    for (const who of everybody) {
      add(
        all(managed, least(may(who, 'ssm:StartSession', machine), may(who, 'ssm:SendCommand', machine))),
        code,
        who.fact,
      );
      add(putsKey(who, machine, one.open), code, who.fact);
    }
  });
  system.buckets.forEach((bucket, at) => {
    if (!exists(bucket)) return;
    const isPublic = ({ effect, who }: StoreStatement) => who === 'everybody' && effect === 'Allow';
    const isDenied = ({ effect, who }: StoreStatement) => who === 'everybody' && effect === 'Deny';
    const isOpen = !bucket.blocked && bucket.statements.some(isPublic) && !bucket.statements.some(isDenied);
    if (isOpen) add(0, `reads:app/B${at}`, 'network:internet');
    storeRules(everybody, bucketAt(bucket, at), `app/B${at}`, add);
  });
  system.secrets.forEach((secret, at) => {
    if (!exists(secret)) return;
    add(0, `acts-as:app/U${secret.user}`, `reads:app/S${at}`);
    storeRules(everybody, secretAt(secret, at), `app/S${at}`, add);
  });
  return found;
}

function storeRules(everybody: readonly Principal[], store: Store, id: string, add: Add): void {
  add(0, `reads:${id}`, admin);
  add(0, `writes:${id}`, admin);
  for (const who of everybody) {
    usesOf(who, store, (rank, kind) => add(rank, `${kind}:${id}`, who.fact));
    // Whoever writes the store's policy lets himself in, and keeps nobody out.
    const opens = store.isMeant ? mayUse(who, store, store.opens, store.arn) : may(who, store.opens, store.arn);
    const letIn = (action: string) =>
      least(...store.objects.map((object) => least(may(who, action, object), direct(who, action, object))));
    add(all(opens, letIn(store.reads)), `reads:${id}`, who.fact);
    add(all(opens, least(...store.writes.map(letIn))), `writes:${id}`, who.fact);
  }
}

function usesOf(who: Principal, store: Store, add: (rank: Rank | undefined, kind: 'reads' | 'writes') => void): void {
  const any = (action: string) => least(...store.objects.map((object) => mayUse(who, store, action, object)));
  add(any(store.reads), 'reads');
  add(least(...store.writes.map(any)), 'writes');
}

function bucketAt({ statements }: RandomBucket, at: number): Store {
  const arn = arnOf.bucket(at);
  return {
    statements,
    reads: 's3:GetObject',
    writes: ['s3:PutObject', 's3:DeleteObject'],
    objects: [`${arn}/private`, `${arn}/public/x`],
    opens: 's3:PutBucketPolicy',
    arn,
    isMeant: false,
  };
}

function secretAt({ statements }: RandomSecret, at: number): Store {
  const arn = `${arnOf.secret(at)}abcdef`;
  return {
    statements,
    reads: 'secretsmanager:GetSecretValue',
    writes: ['secretsmanager:PutSecretValue'],
    objects: [arn],
    opens: 'secretsmanager:PutResourcePolicy',
    arn,
    isMeant: true,
  };
}

/** A key for SSH, where the port is open; or for the console, which needs no network and is switched on by the account. */
function putsKey(who: Principal, machine: string, isOpen: boolean): Rank | undefined {
  const overNetwork = all(
    may(who, 'ec2-instance-connect:SendSSHPublicKey', machine),
    may(who, 'ec2:DescribeInstances', '*'),
  );
  const toConsole = may(who, 'ec2-instance-connect:SendSerialConsoleSSHPublicKey', machine);
  return all(least(isOpen ? overNetwork : undefined, toConsole), 1);
}

function principalAt(system: RandomSystem, kind: Kind, base: RandomPrincipal, at: number): Principal {
  const { guardrails, policies } = system;
  const id = `app/${kind === 'user' ? 'U' : 'R'}${at}`;
  const policy = policies.findIndex(
    ({ statements, users, roles }) => statements.length > 0 && (kind === 'user' ? users : roles).includes(at),
  );
  const managed = policies[policy]?.statements ?? [];
  const rest = { ...base, guardrails, kind, at, arn: arnOf[kind](at), fact: `acts-as:${id}`, managed };
  return policy < 0 ? rest : { ...rest, policy };
}

/** A system in one of its stages. */
type Staged = RandomSystem & { exists(one: { readonly when: World }): boolean };

type Add = (rank: Rank | undefined, gives: string, ...needs: readonly string[]) => void;

/** What one identity can do to another one, or to itself. */
function identityRules(system: Staged, who: Principal, other: Principal, add: Add): void {
  for (const { rank, as } of changesOf(who, other)) {
    // Whether the other one has a second factor nobody looks at: that is a condition like any other.
    add(all(rank, whoever(makesAdministrator(system, as, 'whatever it takes'))), admin, who.fact, other.fact);
    gainsWith(system, as, (gained, gives) => add(all(rank, whoever(gained)), gives, who.fact, other.fact));
  }
  if (who === other) return;
  if (other.kind === 'user') {
    add(makesKey(system, who, other.at), other.fact, who.fact);
    add(may(who, 'iam:CreateLoginProfile', other.arn), other.fact, who.fact);
    return;
  }
  // A second factor that a user shows when he takes a role counts for that session, and for none that is taken from it.
  const takes = (rank: Rank | undefined) => {
    add(rank, other.fact, who.fact);
    if (who.kind === 'user') add(rank === undefined ? undefined : withFactor, factor(other.fact), who.fact);
  };
  takes(may(who, 'iam:UpdateAssumeRolePolicy', other.arn));
  const trust = system.roles[other.at]?.trust ?? [];
  takes(mayTake(who, trust, other.arn));
  // "*" is every principal, services among them.
  const pass = may(who, 'iam:PassRole', other.arn);
  if (trust.some(({ kind }) => kind === 'lambda' || kind === 'anybody')) {
    const made = onNew(system, 'function', (arn) =>
      all(
        may(who, 'lambda:CreateFunction', arn),
        least(
          may(who, 'lambda:InvokeFunction', arn),
          may(who, 'lambda:AddPermission', arn),
          // There are no queues or streams.
          all(may(who, 'lambda:CreateEventSourceMapping', '*'), 1),
        ),
      ),
    );
    add(all(pass, least(made, anyOther(who))), other.fact, who.fact);
  }
  // A profile for every role is part of the system.
  if (trust.some(({ kind }) => kind === 'ec2' || kind === 'anybody'))
    add(all(pass, least(may(who, 'ec2:RunInstances', newMachine), anyOther(who))), other.fact, who.fact);
  add(all(outOfSight(system, who, other.at), 1), other.fact, who.fact);
}

/** A user has two keys at most: of one more, one must go. */
function makesKey({ secrets }: RandomSystem, who: Principal, at: number): Rank | undefined {
  const keys = secrets.filter(({ user }) => user === at).length;
  const makes = may(who, 'iam:CreateAccessKey', arnOf.user(at));
  return keys < 2 ? makes : all(makes, may(who, 'iam:DeleteAccessKey', arnOf.user(at)));
}

const newMachine = `arn:aws:ec2:eu-west-1:${account}:instance/new`;

/** Nobody in these systems is given or denied the many other things that run as a role, but by `*` on everything. */
function anyOther(who: Principal): Rank | undefined {
  return may(who, 'other:Thing', '*');
}

/** What runs as a role that nothing in the input runs as is outside of it, and may be changed by who may change any. */
function outOfSight(system: RandomSystem, who: Principal, at: number): Rank | undefined {
  if ([...system.functions, ...system.instances].some(({ role }) => role === at)) return undefined;
  const trusts = (service: string) =>
    system.roles[at]?.trust.some(({ kind }) => kind === service || kind === 'anybody') === true;
  const code = ['lambda:UpdateFunctionCode', 'lambda:UpdateFunctionConfiguration'];
  const changes = onChosen('function', (arn) => least(...code.map((action) => may(who, action, arn))));
  const opens = least(may(who, 'ssm:StartSession', newMachine), putsKey(who, newMachine, true));
  return least(
    trusts('lambda') ? least(changes, anyOther(who)) : undefined,
    trusts('ec2') ? least(opens, anyOther(who)) : undefined,
  );
}

interface Changed {
  readonly rank: Rank;
  readonly as: Principal;
}

/** Every way in which one may change what holds for the other, by any set of calls. */
function changesOf(who: Principal, other: Principal): readonly Changed[] {
  const word = other.kind === 'user' ? 'User' : 'Role';
  const right = (call: string) => may(who, `iam:${call.replace('*', word)}`, other.arn);
  const everything: RandomStatement = { effect: 'Allow', action: '*', resource: '*', mfa: false, tagged: false };
  const isDeny = ({ effect }: RandomStatement) => effect === 'Deny';
  const denies = other.statements.some(isDeny);
  const given = (one: Principal): Principal => ({ ...one, statements: [...one.statements, everything] });
  const emptied = (one: Principal): Principal => (denies ? { ...one, statements: [] } : one);
  const unmanaged = (one: Principal): Principal => (other.managed.some(isDeny) ? { ...one, managed: [] } : one);
  const onPolicy = (action: string) =>
    other.policy === undefined ? undefined : may(who, action, arnOf.policy(other.policy));
  const { boundary: _, ...freed } = other;
  const calls: readonly (readonly [Rank | undefined, (one: Principal) => Principal])[] = [
    [denies ? right('Delete*Policy') : undefined, emptied],
    [right('Put*Policy'), (one) => given(emptied(one))],
    [right('Attach*Policy'), given],
    [other.managed.some(isDeny) ? right('Detach*Policy') : undefined, unmanaged],
    [onPolicy('iam:CreatePolicyVersion'), (one) => given(unmanaged(one))],
    [
      other.boundary === undefined
        ? undefined
        : least(
            right('Delete*PermissionsBoundary'),
            right('Put*PermissionsBoundary'),
            may(who, 'iam:CreatePolicyVersion', `arn:aws:iam::${account}:policy/some-name`),
          ),
      (one) => ({ ...freed, statements: one.statements, managed: one.managed }),
    ],
  ];
  let sets: readonly Changed[] = [{ rank: 0, as: other }];
  for (const [rank, change] of calls)
    if (rank !== undefined)
      sets = sets.flatMap((set) => [set, { rank: set.rank > rank ? set.rank : rank, as: change(set.as) }]);
  // Whether an earlier version allows more is not known.
  const restores = onPolicy('iam:SetDefaultPolicyVersion');
  const restored = restores === undefined ? [] : [{ rank: all(restores, 1) ?? 1, as: given(unmanaged(other)) }];
  return [...sets.slice(1), ...restored];
}

/** What somebody gets by one request each. */
function gainsWith(system: Staged, who: Principal, add: (rank: Rank | undefined, gives: string) => void): void {
  system.users.forEach((_, at) => {
    if (who.kind !== 'user' || who.at !== at) add(makesKey(system, who, at), `acts-as:app/U${at}`);
  });
  system.roles.forEach(({ trust }, at) => {
    if (who.kind === 'role' && who.at === at) return;
    const arn = arnOf.role(at);
    add(may(who, 'iam:UpdateAssumeRolePolicy', arn), `acts-as:app/R${at}`);
    add(mayTake(who, trust, arn), `acts-as:app/R${at}`);
  });
  system.functions.forEach((one, at) => {
    if (system.exists(one)) add(may(who, 'lambda:UpdateFunctionCode', arnOf.function(at)), `runs-code:app/F${at}`);
  });
  system.buckets.forEach((bucket, at) => {
    if (system.exists(bucket)) usesOf(who, bucketAt(bucket, at), (rank, kind) => add(rank, `${kind}:app/B${at}`));
  });
  system.secrets.forEach((secret, at) => {
    if (system.exists(secret)) usesOf(who, secretAt(secret, at), (rank, kind) => add(rank, `${kind}:app/S${at}`));
  });
}

/** A new user with every right and a key, or a new role with every right that trusts its maker. */
function makesAdministrator(
  system: RandomSystem,
  who: Principal,
  taking: 'surely' | 'whatever it takes' = 'surely',
): Rank | undefined {
  const group = `arn:aws:iam::${account}:group/zz`;
  const inGroup = (call: string) => may(who, `iam:${call}`, group);
  const member = all(
    inGroup('CreateGroup'),
    inGroup('AddUserToGroup'),
    least(inGroup('AttachGroupPolicy'), inGroup('PutGroupPolicy')),
  );
  const user = onNew(system, 'user', (arn) => {
    const on = (call: string) => may(who, `iam:${call}`, arn);
    return all(
      on('CreateUser'),
      least(on('AttachUserPolicy'), on('PutUserPolicy'), member),
      least(on('CreateAccessKey'), on('CreateLoginProfile')),
    );
  });
  const takes = onChosen('role', (arn) => {
    const rank = direct(who, 'sts:AssumeRole', arn, true);
    return rank === 0 || taking === 'whatever it takes' ? rank : undefined;
  });
  const role = onNew(system, 'role', (arn) =>
    all(
      may(who, 'iam:CreateRole', arn),
      least(may(who, 'iam:AttachRolePolicy', arn), may(who, 'iam:PutRolePolicy', arn)),
    ),
  );
  return least(user, all(takes, role));
}

/** Any role may be taken by rewriting its trust: one with every right, if there is one. */
function takesCanary(who: Principal): Rank | undefined {
  const arn = `${arnOf.role(0).slice(0, -2)}zz`;
  const rank = may(who, 'iam:UpdateAssumeRolePolicy', arn);
  if (direct(who, 'sts:AssumeRole', arn, true) !== 0) return undefined;
  return rank === withFactor ? rank : all(rank, 1);
}

type Made = 'user' | 'role' | 'function';

/** Names that no pattern means, and ones for which a pattern leaves room; or one that is spelt out and free, if it is. */
function onNew(system: RandomSystem, kind: Made, rank: (arn: string) => Rank | undefined): Rank | undefined {
  const taken = { user: system.users, role: system.roles, function: system.functions }[kind].length;
  const free = [0, 1, 2].filter((at) => at >= taken).map((at) => all(rank(arnOf[kind](at)), 1));
  return least(onChosen(kind, rank), ...free);
}

function onChosen(kind: Made, rank: (arn: string) => Rank | undefined): Rank | undefined {
  const prefix = arnOf[kind](0).slice(0, -2);
  return least(...['zz', `${kind[0]}zz`].map((name) => rank(`${prefix}${name}`)));
}
