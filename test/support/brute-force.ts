import {
  account,
  arnOf,
  type RandomPrincipal,
  type RandomStatement,
  type RandomSystem,
  type World,
} from './random-system.ts';

/**
 * What an attacker can come to hold, by trying every rule on everything until nothing changes: slow, and written from the
 * AWS documentation without a look at the search or the moves. Facts are texts; ranks as in the search: 0 certain,
 * 1 if a condition is met, 2 if software has a flaw. Who acts as somebody with a second factor holds a fact of its own.
 */
export type Reached = ReadonlyMap<string, number>;

type Rank = 0 | 1 | typeof withFactor | 2;
/** If a condition is met, and only in a session with a second factor: worse than another condition, which needs no such session. */
const withFactor = 1.5;

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

type Kind = 'user' | 'role';
interface Principal extends RandomPrincipal {
  readonly kind: Kind;
  readonly at: number;
  readonly arn: string;
  readonly fact: string;
}

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
    ...system.users.map((user, at) => principalAt('user', user, at)),
    ...system.roles.map((role, at) => principalAt('role', role, at)),
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
    for (const who of everybody)
      add(
        all(managed, least(may(who, 'ssm:StartSession', machine), may(who, 'ssm:SendCommand', machine))),
        code,
        who.fact,
      );
  });
  system.buckets.forEach((bucket, at) => {
    if (!exists(bucket)) return;
    const [reads, writes] = [`reads:app/B${at}`, `writes:app/B${at}`];
    add(0, reads, admin);
    add(0, writes, admin);
    if (bucket.open === 'everybody') add(0, reads, 'network:internet');
    for (const who of everybody) {
      const objects = [`${arnOf.bucket(at)}/private`, `${arnOf.bucket(at)}/public/x`];
      const any = (action: string) => least(...objects.map((object) => may(who, action, object)));
      const named = objects.map((object) => namedByBucket(who, bucket.open, object));
      add(least(any('s3:GetObject'), ...named), reads, who.fact);
      add(least(any('s3:PutObject'), any('s3:DeleteObject')), writes, who.fact);
      // Whoever writes the bucket's policy lets himself in.
      const opens = may(who, 's3:PutBucketPolicy', arnOf.bucket(at));
      const letIn = (action: string) => least(any(action), ...objects.map((object) => direct(who, action, object)));
      add(all(opens, letIn('s3:GetObject')), reads, who.fact);
      add(all(opens, least(letIn('s3:PutObject'), letIn('s3:DeleteObject'))), writes, who.fact);
    }
  });
  return found;
}

function principalAt(kind: Kind, base: RandomPrincipal, at: number): Principal {
  const id = `app/${kind === 'user' ? 'U' : 'R'}${at}`;
  return { ...base, kind, at, arn: arnOf[kind](at), fact: `acts-as:${id}` };
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
    add(may(who, 'iam:CreateAccessKey', other.arn), other.fact, who.fact);
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
  const isNamed = trust.some(({ kind, ...rest }) => kind === who.kind && 'index' in rest && rest.index === who.at);
  const isMeant = trust.some(({ kind }) => kind === 'anybody');
  if (isNamed || isMeant) takes(direct(who, 'sts:AssumeRole', other.arn));
  if (trust.some(({ kind }) => kind === 'account')) takes(may(who, 'sts:AssumeRole', other.arn));
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
  const opens = may(who, 'ssm:StartSession', newMachine);
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
  const everything: RandomStatement = { effect: 'Allow', action: '*', resource: '*', mfa: false };
  const denies = other.statements.some(({ effect }) => effect === 'Deny');
  const given = (one: Principal): Principal => ({ ...one, statements: [...one.statements, everything] });
  const emptied = (one: Principal): Principal => (denies ? { ...one, statements: [] } : one);
  const { boundary: _, ...freed } = other;
  const calls: readonly (readonly [Rank | undefined, (one: Principal) => Principal])[] = [
    [denies ? right('Delete*Policy') : undefined, emptied],
    [right('Put*Policy'), (one) => given(emptied(one))],
    [right('Attach*Policy'), given],
    [
      other.boundary === undefined
        ? undefined
        : least(
            right('Delete*PermissionsBoundary'),
            right('Put*PermissionsBoundary'),
            may(who, 'iam:CreatePolicyVersion', `arn:aws:iam::${account}:policy/some-name`),
          ),
      (one) => ({ ...freed, statements: one.statements }),
    ],
  ];
  let sets: readonly Changed[] = [{ rank: 0, as: other }];
  for (const [rank, change] of calls)
    if (rank !== undefined)
      sets = sets.flatMap((set) => [set, { rank: set.rank > rank ? set.rank : rank, as: change(set.as) }]);
  return sets.slice(1);
}

/** What somebody gets by one request each. */
function gainsWith(system: Staged, who: Principal, add: (rank: Rank | undefined, gives: string) => void): void {
  system.users.forEach((_, at) => {
    if (who.kind !== 'user' || who.at !== at)
      add(may(who, 'iam:CreateAccessKey', arnOf.user(at)), `acts-as:app/U${at}`);
  });
  system.roles.forEach(({ trust }, at) => {
    if (who.kind === 'role' && who.at === at) return;
    const arn = arnOf.role(at);
    add(may(who, 'iam:UpdateAssumeRolePolicy', arn), `acts-as:app/R${at}`);
    const isNamed = trust.some(
      ({ kind, ...rest }) => kind === 'anybody' || (kind === who.kind && 'index' in rest && rest.index === who.at),
    );
    if (isNamed) add(direct(who, 'sts:AssumeRole', arn), `acts-as:app/R${at}`);
    if (trust.some(({ kind }) => kind === 'account')) add(may(who, 'sts:AssumeRole', arn), `acts-as:app/R${at}`);
  });
  system.functions.forEach((one, at) => {
    if (system.exists(one)) add(may(who, 'lambda:UpdateFunctionCode', arnOf.function(at)), `runs-code:app/F${at}`);
  });
  system.buckets.forEach((bucket, at) => {
    if (!system.exists(bucket)) return;
    const objects = [`${arnOf.bucket(at)}/private`, `${arnOf.bucket(at)}/public/x`];
    const any = (action: string) => least(...objects.map((object) => may(who, action, object)));
    const named = objects.map((object) => namedByBucket(who, bucket.open, object));
    add(least(any('s3:GetObject'), ...named), `reads:app/B${at}`);
    add(least(any('s3:PutObject'), any('s3:DeleteObject')), `writes:app/B${at}`);
  });
}

/** A new user with every right and a key, or a new role with every right that trusts its maker. */
function makesAdministrator(
  system: RandomSystem,
  who: Principal,
  taking: 'surely' | 'whatever it takes' = 'surely',
): Rank | undefined {
  const user = onNew(system, 'user', (arn) =>
    all(may(who, 'iam:CreateUser', arn), may(who, 'iam:AttachUserPolicy', arn), may(who, 'iam:CreateAccessKey', arn)),
  );
  const takes = onChosen('role', (arn) => {
    const rank = direct(who, 'sts:AssumeRole', arn, true);
    return rank === 0 || taking === 'whatever it takes' ? rank : undefined;
  });
  const role = onNew(system, 'role', (arn) =>
    all(may(who, 'iam:CreateRole', arn), may(who, 'iam:AttachRolePolicy', arn)),
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

/** By identity policies, within the boundary, unless denied. */
function may(who: RandomPrincipal, action: string, arn: string): Rank | undefined {
  return all(granted(who.statements, action, arn), limits(who, action, arn));
}

/** By a policy that names it: a role stays within its boundary, a user does not; Deny counts for both. */
function direct(who: Principal, action: string, arn: string, within = who.kind === 'role'): Rank | undefined {
  return within ? limits(who, action, arn) : denied(who, action, arn) ? undefined : 0;
}

/** By the bucket's policy. Block Public Access keeps strangers out; the account's own principals are still let in. */
function namedByBucket(who: Principal, open: RandomSystem['buckets'][number]['open'], arn: string): Rank | undefined {
  const everybody = open === 'everybody' || open === 'everybody, blocked';
  const named = everybody || (typeof open === 'object' && who.kind === 'user' && open.user === who.at);
  return named ? direct(who, 's3:GetObject', arn) : undefined;
}

function limits(who: RandomPrincipal, action: string, arn: string): Rank | undefined {
  if (denied(who, action, arn)) return undefined;
  return who.boundary === undefined ? 0 : granted(who.boundary, action, arn);
}

function denied(who: RandomPrincipal, action: string, arn: string): boolean {
  return [...who.statements, ...(who.boundary ?? [])].some((one) => one.effect === 'Deny' && says(one, action, arn));
}

function granted(statements: readonly RandomStatement[], action: string, arn: string): Rank | undefined {
  return least(
    ...statements
      .filter((one) => one.effect === 'Allow' && says(one, action, arn))
      .map(({ mfa }): Rank => (mfa ? withFactor : 0)),
  );
}

/** The rank where it is not looked at whether a session has a second factor. */
function whoever(rank: Rank | undefined): Rank | undefined {
  return rank === withFactor ? 1 : rank;
}

function says({ action, resource }: RandomStatement, wanted: string, arn: string): boolean {
  return glob(action, wanted) && glob(resource, arn);
}

function glob(pattern: string, text: string): boolean {
  return new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(text);
}

function all(...ranks: readonly (Rank | undefined)[]): Rank | undefined {
  let most: Rank = 0;
  for (const rank of ranks) {
    if (rank === undefined) return undefined;
    if (rank > most) most = rank;
  }
  return most;
}

function least(...ranks: readonly (Rank | undefined)[]): Rank | undefined {
  return ranks.reduce(
    (best, rank) => (rank !== undefined && (best === undefined || rank < best) ? rank : best),
    undefined,
  );
}
