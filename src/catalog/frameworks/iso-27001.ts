import { defineFramework } from '../../model/framework.ts';

export default defineFramework({
  title: 'ISO/IEC 27001, Annex A',
  version: '2022',
  reference: 'https://www.iso.org/standard/27001',
  requirements: [
    {
      id: 'A.5.15',
      title: 'Access is controlled',
      controls: ['narrow-resource-policy', 'narrow-trust', 'authentication'],
    },
    { id: 'A.5.16', title: 'Identities are managed', controls: ['temporary-credentials', 'admin-sign-up'] },
    {
      id: 'A.5.17',
      title: 'Authentication information is managed',
      controls: ['strong-passwords', 'secrets-manager', 'secret-rotation'],
    },
    {
      id: 'A.5.18',
      title: 'Rights are given, reviewed and taken away',
      controls: ['access-review', 'least-privilege'],
    },
    { id: 'A.5.19', title: 'Suppliers are managed', controls: ['external-id', 'federation-subject', 'narrow-trust'] },
    {
      id: 'A.5.23',
      title: 'Cloud services are used securely',
      controls: ['block-public-access', 'source-condition', 'permissions-boundary'],
    },
    { id: 'A.5.33', title: 'Records are protected', controls: ['object-lock', 'log-retention', 'versioning'] },
    { id: 'A.5.34', title: 'Personal data is protected', controls: ['data-masking', 'data-minimization'] },
    {
      id: 'A.8.2',
      title: 'Privileged rights are restricted',
      controls: ['least-privilege', 'pass-role-limit', 'permissions-boundary', 'unprivileged-container'],
    },
    {
      id: 'A.8.3',
      title: 'Access to information is restricted',
      controls: ['narrow-resource-policy', 'block-public-access', 'least-privilege-database-user'],
    },
    { id: 'A.8.4', title: 'Access to source code is managed', controls: ['protected-pipeline'] },
    {
      id: 'A.8.5',
      title: 'Authentication is secure',
      controls: ['mfa', 'authentication', 'adaptive-authentication'],
    },
    { id: 'A.8.6', title: 'Capacity is managed', controls: ['auto-scaling', 'rate-limit'] },
    { id: 'A.8.7', title: 'Malware is guarded against', controls: ['threat-detection'] },
    {
      id: 'A.8.8',
      title: 'Technical vulnerabilities are managed',
      controls: ['supported-software', 'image-scanning'],
    },
    { id: 'A.8.9', title: 'Configurations are managed', controls: ['metadata-token', 'security-headers'] },
    { id: 'A.8.10', title: 'Information that is not needed is deleted', controls: ['data-minimization'] },
    { id: 'A.8.11', title: 'Data is masked', controls: ['data-masking'] },
    { id: 'A.8.12', title: 'Leaks of data are prevented', controls: ['block-public-access', 'source-condition'] },
    {
      id: 'A.8.13',
      title: 'Information is backed up',
      controls: ['backup', 'cross-account-copy', 'versioning', 'deletion-protection'],
    },
    {
      id: 'A.8.14',
      title: 'Facilities are redundant',
      controls: ['multi-zone', 'auto-scaling', 'dead-letter-queue'],
    },
    {
      id: 'A.8.15',
      title: 'Events are logged',
      controls: ['audit-trail', 'audit-logs', 'access-logs', 'log-retention'],
    },
    { id: 'A.8.16', title: 'Activities are monitored', controls: ['alarms', 'threat-detection', 'flow-logs'] },
    {
      id: 'A.8.20',
      title: 'Networks are secured',
      controls: ['security-group-rule', 'private-placement', 'session-manager'],
    },
    {
      id: 'A.8.21',
      title: 'Network services are secured',
      controls: ['tls-required', 'modern-tls', 'origin-protection'],
    },
    { id: 'A.8.22', title: 'Networks are segregated', controls: ['private-placement', 'security-group-rule'] },
    { id: 'A.8.23', title: 'Web traffic is filtered', controls: ['web-acl'] },
    {
      id: 'A.8.24',
      title: 'Cryptography is used',
      controls: [
        'encryption-at-rest',
        'customer-managed-key',
        'key-rotation',
        'narrow-key-policy',
        'tls-required',
        'modern-tls',
      ],
    },
    { id: 'A.8.25', title: 'Development is secure over its life', controls: ['protected-pipeline', 'pinned-code'] },
    { id: 'A.8.26', title: 'Applications have security requirements', controls: ['request-validation', 'web-acl'] },
  ],
});
