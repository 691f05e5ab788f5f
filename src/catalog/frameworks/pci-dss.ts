import { defineFramework } from '../../model/framework.ts';

export default defineFramework({
  title: 'PCI DSS',
  version: '4.0.1',
  reference: 'https://www.pcisecuritystandards.org/document_library/',
  requirements: [
    {
      id: '1.3',
      title: 'Access to and from the cardholder data environment is restricted',
      controls: ['security-group-rule', 'private-placement'],
    },
    {
      id: '1.4',
      title: 'Connections between trusted and untrusted networks are controlled',
      controls: ['security-group-rule', 'private-placement', 'origin-protection'],
    },
    {
      id: '2.2',
      title: 'Components are configured securely',
      controls: ['metadata-token', 'unprivileged-container', 'security-headers', 'session-manager', 'strong-passwords'],
    },
    { id: '3.2', title: 'Stored account data is kept to a minimum', controls: ['data-minimization'] },
    { id: '3.4', title: 'Account numbers are masked where they are shown', controls: ['data-masking'] },
    {
      id: '3.5',
      title: 'Stored account numbers are secured',
      controls: ['encryption-at-rest', 'customer-managed-key'],
    },
    {
      id: '3.6',
      title: 'Keys that protect stored data are secured',
      controls: ['customer-managed-key', 'narrow-key-policy'],
    },
    { id: '3.7', title: 'Keys are managed over their life', controls: ['key-rotation'] },
    { id: '4.2', title: 'Data is encrypted strongly on open networks', controls: ['tls-required', 'modern-tls'] },
    { id: '5.2', title: 'Malicious software is prevented or found', controls: ['threat-detection'] },
    { id: '6.2', title: 'Software is developed securely', controls: ['request-validation', 'protected-pipeline'] },
    {
      id: '6.3',
      title: 'Vulnerabilities are found and addressed',
      controls: ['image-scanning', 'supported-software', 'pinned-code'],
    },
    { id: '6.4', title: 'Public web applications are protected', controls: ['web-acl', 'rate-limit'] },
    {
      id: '7.2',
      title: 'Access is by need to know',
      controls: [
        'least-privilege',
        'least-privilege-database-user',
        'narrow-resource-policy',
        'narrow-trust',
        'access-review',
        'block-public-access',
      ],
    },
    {
      id: '7.3',
      title: 'Access is managed by a control system that denies by default',
      controls: ['narrow-resource-policy', 'authentication', 'source-condition'],
    },
    {
      id: '8.2',
      title: 'Identities are managed over their life',
      controls: ['temporary-credentials', 'admin-sign-up'],
    },
    {
      id: '8.3',
      title: 'Authentication is strong',
      controls: ['strong-passwords', 'authentication', 'secret-rotation'],
    },
    { id: '8.4', title: 'A second factor is asked for', controls: ['mfa'] },
    {
      id: '8.6',
      title: 'Application and system accounts and their secrets are managed',
      controls: ['secrets-manager', 'secret-rotation', 'temporary-credentials'],
    },
    { id: '10.2', title: 'Audit logs are made', controls: ['audit-trail', 'audit-logs', 'access-logs', 'flow-logs'] },
    { id: '10.3', title: 'Audit logs are protected', controls: ['object-lock', 'narrow-resource-policy'] },
    { id: '10.4', title: 'Audit logs are reviewed', controls: ['alarms', 'threat-detection'] },
    { id: '10.5', title: 'Audit logs are kept for a year', controls: ['log-retention'] },
    { id: '11.5', title: 'Intrusions are detected', controls: ['threat-detection', 'flow-logs'] },
    { id: '12.8', title: 'Third parties are managed', controls: ['external-id', 'federation-subject'] },
  ],
});
