import type { ServiceUse, UseRecord } from '../../model/least-privilege.ts';

/** What a file tells of the use of rights, or why it tells nothing. */
export type UseRecords =
  | { readonly kind: 'records'; readonly records: readonly UseRecord[] }
  | { readonly kind: 'refused'; readonly because: string };

/** The fields that are read of what the AWS CLI prints; nothing is taken for granted of their values. */
interface Json {
  readonly ActionName?: unknown;
  readonly JobCreationDate?: unknown;
  readonly JobStatus?: unknown;
  readonly LastAccessedTime?: unknown;
  readonly LastAuthenticated?: unknown;
  readonly LastAuthenticatedEntity?: unknown;
  readonly ServiceNamespace?: unknown;
  readonly ServicesLastAccessed?: unknown;
  readonly TrackedActionsLastAccessed?: unknown;
  readonly action?: unknown;
  readonly actions?: unknown;
  readonly analyzedAt?: unknown;
  readonly findingDetails?: unknown;
  readonly findings?: unknown;
  readonly resource?: unknown;
  readonly serviceNamespace?: unknown;
  readonly status?: unknown;
  readonly unusedPermissionDetails?: unknown;
  readonly updatedAt?: unknown;
}

/**
 * Reads what AWS has recorded of the use of rights: the output of `aws iam get-service-last-accessed-details` of a role or
 * user, or of `aws accessanalyzer get-finding-v2` for unused access, one finding or a list of them. `who`: whom it is about,
 * where the file does not say so: a report of last access names a principal only if something was used.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLastAccessedDetails.html
 * https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_GetFindingV2.html
 */
export function readUseRecords(text: string, who: string | undefined): UseRecords {
  const root = parsed(text);
  if (root === undefined) return refused('it is not JSON');
  if (isMap(root) && Array.isArray(root.ServicesLastAccessed)) return lastAccessed(root, who);
  const findings = listOf(isMap(root) && 'findings' in root ? root.findings : root);
  if (findings.length === 0 || !findings.every((one) => 'findingDetails' in one))
    return refused(
      'it is neither the output of aws iam get-service-last-accessed-details nor that of aws accessanalyzer get-finding-v2',
    );
  return { kind: 'records', records: findings.flatMap((finding) => ofFinding(finding, who)) };
}

function refused(because: string): UseRecords {
  return { kind: 'refused', because };
}

/** "The tracking period for services is the last 400 days", https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html */
const lastAccessedSource = 'AWS’s records of last access, which reach back 400 days at most';

function lastAccessed(root: Json, who: string | undefined): UseRecords {
  const status = textOf(root.JobStatus);
  if (status !== undefined && status !== 'COMPLETED') return refused(`its job is ${status}, so it is not complete`);
  const services = listOf(root.ServicesLastAccessed);
  const users = new Set(services.flatMap((one) => textOf(one.LastAuthenticatedEntity) ?? []));
  const [only] = users;
  const principal = who ?? (users.size === 1 ? only : undefined);
  if (principal === undefined)
    return refused('it does not say whose use it records; put the role or user in front, as in MyRole=file.json');
  return {
    kind: 'records',
    records: [
      {
        principal,
        asOf: dayOf(root.JobCreationDate),
        source: lastAccessedSource,
        isUnused: false,
        services: services.flatMap(serviceUse),
      },
    ],
  };
}

function serviceUse(one: Json): readonly ServiceUse[] {
  const service = textOf(one.ServiceNamespace)?.toLowerCase();
  if (service === undefined) return [];
  const unusedActions = listOf(one.TrackedActionsLastAccessed).flatMap((action) =>
    action.LastAccessedTime === undefined ? nameOf(action.ActionName) : [],
  );
  return [{ service, isUsed: one.LastAuthenticated !== undefined, unusedActions }];
}

function ofFinding(finding: Json, who: string | undefined): readonly UseRecord[] {
  const principal = who ?? textOf(finding.resource);
  if (principal === undefined || finding.status === 'RESOLVED') return [];
  const details = listOf(finding.findingDetails);
  const isUnused = details.some((one) => 'unusedIamRoleDetails' in one);
  const services = details.flatMap((one): readonly ServiceUse[] => {
    const unused = one.unusedPermissionDetails;
    const service = isMap(unused) ? textOf(unused.serviceNamespace)?.toLowerCase() : undefined;
    if (!isMap(unused) || service === undefined) return [];
    const unusedActions = listOf(unused.actions).flatMap((action) => nameOf(action.action));
    return [{ service, isUsed: unusedActions.length > 0, unusedActions }];
  });
  const source = 'a finding of IAM Access Analyzer on unused access';
  return isUnused || services.length > 0
    ? [{ principal, asOf: dayOf(finding.analyzedAt ?? finding.updatedAt), source, isUnused, services }]
    : [];
}

/** `getobject` of `s3:GetObject` or `GetObject`. */
function nameOf(value: unknown): readonly string[] {
  const name = textOf(value);
  return name === undefined ? [] : [name.replace(/^.*:/, '').toLowerCase()];
}

function dayOf(value: unknown): string {
  return /^\d{4}-\d{2}-\d{2}/.exec(textOf(value) ?? '')?.[0] ?? 'without a date';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isMap(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly Json[] {
  return (Array.isArray(value) ? value : [value]).filter(isMap);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
