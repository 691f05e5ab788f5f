/** Identities and policies that AWS keeps for itself, by what their ARN says after the account. */
interface Reserved {
  readonly arn: RegExp;
  readonly because: string;
  /** What the account may do with them nevertheless, in lower case. */
  readonly except: ReadonlySet<string>;
}

const reserved: readonly Reserved[] = [
  {
    // "You cannot modify a service-linked role's trust or permissions"; deletion and description are left.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
    arn: /:role\/aws-service-role\//,
    because: 'a service-linked role belongs to its service',
    except: new Set(['iam:createservicelinkedrole', 'iam:deleteservicelinkedrole', 'iam:updateroledescription']),
  },
  {
    // Permission sets make these roles (AWSReservedSSO_…); only IAM Identity Center changes them.
    // https://docs.aws.amazon.com/singlesignon/latest/userguide/using-service-linked-roles.html
    arn: /:role\/aws-reserved\//,
    because: 'a reserved role is changed by the AWS service that made it only',
    except: new Set(),
  },
  {
    // "You cannot change the permissions defined in AWS managed policies."
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html
    arn: /^arn:[a-z-]+:iam::aws:policy\//,
    because: 'AWS alone changes the policies that it manages',
    except: new Set(),
  },
];

const changes =
  /^iam:(add|attach|create|delete|detach|put|remove|set|tag|untag|update)(?!.*(accountalias|virtualmfa|saml|openid))/;

/** Equal for actions that are reserved for the same identities and policies. */
export function reservedAs(action: string): string {
  const name = action.toLowerCase();
  return changes.test(name) ? reserved.map(({ except }) => except.has(name)).join() : '';
}

/** Which of the reserved identities and policies an ARN names, by number from 1; 0 for all others. */
export function reservedPlace(arn: string): number {
  return reserved.findIndex(({ arn: pattern }) => pattern.test(arn)) + 1;
}

/** Why nobody in the account can do this to an identity or policy, whatever his rights are; undefined when somebody may. */
export function reservedFor(action: string, arn: string): string | undefined {
  const name = action.toLowerCase();
  if (!changes.test(name)) return undefined;
  return reserved.find(({ arn: pattern, except }) => pattern.test(arn) && !except.has(name))?.because;
}
