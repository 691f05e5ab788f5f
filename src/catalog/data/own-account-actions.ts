/**
 * Calls that only identities of the account which owns the resource may make, whatever its policy says, in lower case.
 * Keys: "Cross-account use: No" of https://docs.aws.amazon.com/kms/latest/APIReference/API_Operations.html, operation by operation.
 * Queues: "cross-account permissions don't apply to this action",
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
 * Buckets: "the calling identity must […] belong to the bucket owner's account",
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
 */
const byService: Readonly<Record<string, string>> = {
  kms:
    'CancelKeyDeletion ConnectCustomKeyStore CreateAlias CreateCustomKeyStore CreateKey DeleteAlias DeleteCustomKeyStore ' +
    'DeleteImportedKeyMaterial DescribeCustomKeyStores DisableKey DisableKeyRotation DisconnectCustomKeyStore EnableKey ' +
    'EnableKeyRotation GetKeyLastUsage GetKeyPolicy GetParametersForImport ImportKeyMaterial ListAliases ListKeyPolicies ' +
    'ListKeyRotations ListKeys ListResourceTags PutKeyPolicy ReplicateKey RotateKeyOnDemand ScheduleKeyDeletion TagResource ' +
    'UntagResource UpdateAlias UpdateCustomKeyStore UpdateKeyDescription UpdatePrimaryRegion',
  sqs:
    'AddPermission CancelMessageMoveTask CreateQueue DeleteQueue ListMessageMoveTasks ListQueueTags ListQueues ' +
    'RemovePermission SetQueueAttributes StartMessageMoveTask TagQueue UntagQueue',
  s3: 'DeleteBucketPolicy GetBucketPolicy PutBucketPolicy',
};

const ownAccountOnly: ReadonlySet<string> = new Set(
  Object.entries(byService).flatMap(([service, names]) =>
    names.split(' ').map((name) => `${service}:${name.toLowerCase()}`),
  ),
);

/** May nobody of another account make this call, though the policy of the resource names him? */
export function isForOwnAccountOnly(action: string): boolean {
  return ownAccountOnly.has(action.toLowerCase());
}
