/** Where a bucket says how new objects are encrypted. */
export const DEFAULT_ENCRYPTION = 'BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault';
