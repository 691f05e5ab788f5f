/** JSON as it stands in a file. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

type Details = { readonly [name: string]: Json };

export const accountId = '111122223333';

/** An ARN of IAM in the account of the tests. */
export function iam(what: string, account: string = accountId): string {
  return `arn:aws:iam::${account}:${what}`;
}

export function policy(...statements: readonly Json[]): Json {
  return { Version: '2012-10-17', Statement: statements };
}

export function allow(action: Json, resource: Json = '*'): Json {
  return { Effect: 'Allow', Action: action, Resource: resource };
}

/** The output for an account; lists that are not given are empty. */
export function details(lists: Details): Details {
  return { UserDetailList: [], GroupDetailList: [], RoleDetailList: [], Policies: [], ...lists };
}

/** The text of an output, one line for each member. */
export function printed(value: Json): string {
  return JSON.stringify(value, undefined, 1);
}

export function user(name: string, more: Details = {}, account?: string): Details {
  return {
    Path: '/',
    UserName: name,
    Arn: iam(`user/${name}`, account),
    GroupList: [],
    AttachedManagedPolicies: [],
    ...more,
  };
}

export function group(name: string, more: Details = {}): Details {
  return {
    Path: '/',
    GroupName: name,
    Arn: iam(`group/${name}`),
    GroupPolicyList: [],
    AttachedManagedPolicies: [],
    ...more,
  };
}

export function role(name: string, trusts: Json, more: Details = {}, account?: string): Details {
  return {
    Path: '/',
    RoleName: name,
    Arn: iam(`role/${name}`, account),
    AssumeRolePolicyDocument: policy({ Effect: 'Allow', Principal: trusts, Action: 'sts:AssumeRole' }),
    InstanceProfileList: [],
    RolePolicyList: [],
    AttachedManagedPolicies: [],
    ...more,
  };
}

export function managedPolicy(name: string, document: Json, more: Details = {}): Details {
  return {
    PolicyName: name,
    Arn: iam(`policy/${name}`),
    Path: '/',
    DefaultVersionId: 'v1',
    PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: document }],
    ...more,
  };
}

export function inline(name: string, document: Json): Json {
  return { PolicyName: name, PolicyDocument: document };
}

export function attached(...arns: readonly string[]): Json {
  return arns.map((arn) => ({ PolicyName: arn.slice(arn.lastIndexOf('/') + 1), PolicyArn: arn }));
}
