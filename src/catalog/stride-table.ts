import type { ElementKind } from '../model/service.ts';
import type { Stride } from '../model/threat.ts';

/** Rules that look for a kind of threat on a kind of element, or why none can apply. */
export type StrideCell = { readonly rules: readonly [string, ...string[]] } | { readonly none: string };

/**
 * STRIDE per element: for each kind of element and each letter the rules that may report it there. A cell without rules
 * says why. A test holds it against what the rules report on all examples, so that a gap is a decision and no accident.
 */
export const strideTable: Readonly<Record<ElementKind, Readonly<Record<Stride, StrideCell>>>> = {
  process: {
    spoofing: {
      rules: [
        'api/public-invoke',
        'api/unauthenticated-endpoint',
        'data/administrator-sign-in',
        'edge/no-security-headers',
        'edge/origin-bypass',
        'edge/viewer-http',
        'identity/confused-deputy',
        'network/unintended-internet-exposure',
        'secrets/in-clear',
        'secrets/shown-by-configuration',
      ],
    },
    tampering: {
      rules: [
        'api/no-request-validation',
        'data/public-write',
        'edge/no-security-headers',
        'edge/no-web-acl',
        'edge/origin-bypass',
        'edge/plaintext-to-origin',
        'edge/viewer-http',
        'edge/weak-tls',
        'network/plaintext-connection',
        'pipeline/powerful-build-role',
        'supply-chain/code-from-foreign-place',
        'supply-chain/script-from-internet',
        'supply-chain/unpinned-code',
      ],
    },
    repudiation: { rules: ['api/no-access-logs', 'logging/no-audit-logs', 'resilience/no-dead-letters'] },
    'information-disclosure': {
      rules: [
        'api/shared-backend-rights',
        'api/unauthenticated-endpoint',
        'compute/metadata-token-optional',
        'data/database-in-public-subnet',
        'data/unencrypted-at-rest',
        'data/whole-record-set-copied',
        'edge/no-security-headers',
        'edge/plaintext-to-origin',
        'edge/viewer-http',
        'edge/weak-tls',
        'network/plaintext-connection',
        'secrets/in-clear',
        'secrets/shown-by-configuration',
      ],
    },
    'denial-of-service': {
      rules: [
        'api/no-throttling',
        'api/public-invoke',
        'api/unauthenticated-endpoint',
        'compute/single-instance',
        'compute/unsupported-software',
        'data/no-deletion-protection',
        'data/public-write',
        'edge/no-web-acl',
        'edge/origin-bypass',
        'network/unintended-internet-exposure',
        'resilience/no-dead-letters',
      ],
    },
    'elevation-of-privilege': {
      rules: [
        'api/shared-backend-rights',
        'compute/metadata-token-optional',
        'compute/privileged-container',
        'compute/unsupported-software',
        'data/administrator-sign-in',
        'data/database-in-public-subnet',
        'identity/confused-deputy',
        'network/unintended-internet-exposure',
        'pipeline/powerful-build-role',
        'supply-chain/code-from-foreign-place',
        'supply-chain/script-from-internet',
      ],
    },
  },
  'data-store': {
    spoofing: {
      rules: ['data/no-authentication', 'identity/confused-deputy', 'secrets/in-clear', 'secrets/no-rotation'],
    },
    tampering: {
      rules: [
        'data/cross-account-access',
        'data/no-authentication',
        'data/no-backup',
        'data/no-versioning',
        'data/plaintext-transport-allowed',
        'data/public-write',
        'network/plaintext-connection',
        'resilience/single-account-replica',
        'supply-chain/mutable-image-tags',
      ],
    },
    repudiation: {
      rules: ['api/no-access-logs', 'logging/delivery-blocked', 'logging/no-audit-logs', 'resilience/no-dead-letters'],
    },
    'information-disclosure': {
      rules: [
        'data/cross-account-access',
        'data/database-in-public-subnet',
        'data/no-authentication',
        'data/plaintext-transport-allowed',
        'data/public-read',
        'data/unencrypted-at-rest',
        'keys/no-rotation',
        'keys/open-key-policy',
        'logging/no-retention',
        'network/plaintext-connection',
        'secrets/in-clear',
      ],
    },
    'denial-of-service': {
      rules: [
        'compute/unsupported-software',
        'data/no-backup',
        'data/no-deletion-protection',
        'data/no-versioning',
        'data/public-write',
        'keys/open-key-policy',
        'resilience/no-dead-letters',
        'resilience/no-multi-zone',
        'resilience/single-account-replica',
      ],
    },
    'elevation-of-privilege': {
      rules: [
        'compute/unsupported-software',
        'data/database-in-public-subnet',
        'identity/confused-deputy',
        'supply-chain/unscanned-images',
      ],
    },
  },
  'external-entity': {
    spoofing: {
      none: 'Who outside may pass for somebody is judged where he is let in: at roles, user pools and endpoints.',
    },
    tampering: { none: 'What is outside is not ours to change or keep; what it sends is judged where it arrives.' },
    repudiation: { none: 'What outside parties do is recorded where they are let in, and judged there.' },
    'information-disclosure': {
      none: 'What outside parties hold is their own; what flows to them is judged where it leaves.',
    },
    'denial-of-service': {
      none: 'Outages outside are for others to prevent; dependence on them is an assumption, not a finding.',
    },
    'elevation-of-privilege': {
      none: 'Rights that outside parties get are judged at the role or resource that gives them.',
    },
  },
  identity: {
    spoofing: {
      rules: [
        'identity/confused-deputy',
        'identity/cross-account-without-external-id',
        'identity/federation-too-wide',
        'identity/guest-credentials',
        'identity/long-lived-keys',
        'identity/no-mfa',
        'identity/open-sign-up',
        'identity/trust-any-account',
        'identity/weak-passwords',
        'identity/wide-device-policy',
      ],
    },
    tampering: { none: 'An identity holds no data; changes of its policies and trust are elevation of privilege.' },
    repudiation: { none: 'What identities do is recorded by trails, which are elements of their own.' },
    'information-disclosure': { rules: ['identity/wide-device-policy', 'identity/wildcard-rights'] },
    'denial-of-service': { rules: ['data/no-deletion-protection'] },
    'elevation-of-privilege': {
      rules: [
        'identity/administrator-role',
        'identity/confused-deputy',
        'identity/cross-account-without-external-id',
        'identity/federation-too-wide',
        'identity/guest-credentials',
        'identity/open-sign-up',
        'identity/privilege-escalation-rights',
        'identity/trust-any-account',
        'identity/wide-device-policy',
        'identity/wildcard-rights',
      ],
    },
  },
  network: {
    spoofing: { rules: ['edge/origin-bypass', 'edge/viewer-http'] },
    tampering: { rules: ['edge/no-web-acl', 'edge/origin-bypass', 'edge/viewer-http', 'edge/weak-tls'] },
    repudiation: { rules: ['api/no-access-logs', 'network/no-flow-logs'] },
    'information-disclosure': { rules: ['edge/viewer-http', 'edge/weak-tls'] },
    'denial-of-service': { rules: ['edge/no-web-acl', 'edge/origin-bypass'] },
    'elevation-of-privilege': {
      none: 'Networks and load balancers act as nobody; rights are gained at the hosts behind them.',
    },
  },
  control: {
    spoofing: {
      rules: [
        'identity/confused-deputy',
        'network/admin-port-open',
        'network/any-port-open',
        'network/database-port-open',
      ],
    },
    tampering: { rules: ['logging/trail-unvalidated'] },
    repudiation: {
      rules: [
        'logging/threat-detection-off',
        'logging/trail-off',
        'logging/trail-single-region',
        'logging/trail-unvalidated',
      ],
    },
    'information-disclosure': { rules: ['network/any-port-open', 'network/database-port-open'] },
    'denial-of-service': { rules: ['network/database-port-open'] },
    'elevation-of-privilege': {
      rules: ['identity/confused-deputy', 'network/admin-port-open', 'network/any-port-open'],
    },
  },
};
