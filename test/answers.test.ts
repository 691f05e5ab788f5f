import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DocumentElement, DocumentThreat, ThreatModelDocument } from '../src/model/document.ts';
import { modelOfTexts } from './support/model-of-texts.ts';

/**
 * What a careful reader found in three templates of others, against what the tool finds: at least four fifths of the
 * ranked threats among its first fifteen, nothing open that must stay silent, flows and boundaries drawn. The answer keys
 * and templates lie beside the project; without them nothing is tested here.
 */
const shared = new URL('../../shared/', import.meta.url);
const answers = new URL('answers/', shared);
const first = 15;

interface KeyThreat {
  readonly rank: number;
  readonly topic: string;
  readonly elements: readonly string[];
}

interface Key {
  readonly name: string;
  readonly template: string;
  readonly boundaries: readonly { readonly kind: string; readonly name: string; readonly logicalId?: string }[];
  readonly flows: readonly { readonly from: string; readonly to: string; readonly encrypted: boolean | 'unknown' }[];
  readonly topThreats: readonly KeyThreat[];
  readonly mustStaySilent: readonly { readonly topic: string; readonly element: string }[];
}

/** Topics of the keys, which are words of their own, and the rules that mean the same. */
const rulesOfTopic: Readonly<Record<string, readonly string[]>> = {
  'access-logs-not-delivered': ['logging/delivery-blocked'],
  'admin-role-on-instance': ['identity/administrator-role'],
  'administrator-role': ['identity/administrator-role'],
  'app-port-open-to-internet': ['network/any-port-open', 'network/admin-port-open', 'network/database-port-open'],
  'bucket-allows-http': ['data/plaintext-transport-allowed'],
  'cdn-bypass-direct-to-alb': ['edge/origin-bypass'],
  'code-from-external-bucket': ['supply-chain/code-from-foreign-place', 'supply-chain/unpinned-code'],
  'data-lost-on-stack-delete': ['data/no-backup'],
  'database-in-public-subnet': ['data/database-in-public-subnet'],
  'db-open-to-internet': ['network/database-port-open'],
  'ebs-unencrypted': ['data/unencrypted-at-rest'],
  'hardcoded-secret': ['secrets/in-clear'],
  'imdsv1-allowed': ['compute/metadata-token-optional'],
  'instance-exposed-to-internet': ['network/unintended-internet-exposure'],
  'kms-no-rotation': ['keys/no-rotation'],
  'kms-policy-open': ['keys/open-key-policy'],
  'lambda-not-in-vpc': [],
  'no-access-logs': ['api/no-access-logs'],
  'no-backup': ['data/no-backup'],
  'no-cdn-logs': ['api/no-access-logs'],
  'no-db-audit-logs': ['logging/no-audit-logs'],
  'no-flow-logs': ['network/no-flow-logs'],
  'no-mfa': ['identity/no-mfa'],
  'no-per-user-authorization': ['api/shared-backend-rights'],
  'no-task-logs': ['logging/no-audit-logs', 'api/no-access-logs'],
  'no-throttling': ['api/no-throttling'],
  'no-versioning': ['data/no-versioning'],
  'no-waf': ['edge/no-web-acl'],
  'no-waf-on-api': ['edge/no-web-acl'],
  'oauth-implicit-flow': [],
  'open-self-signup': ['identity/open-sign-up'],
  'plain-http-listener': ['edge/viewer-http'],
  'privileged-db-user': ['data/administrator-sign-in'],
  'public-bucket': ['data/public-read', 'data/public-write'],
  'public-bucket-policy': ['data/public-read', 'data/public-write'],
  'public-lambda-invoke': ['api/public-invoke'],
  'publicly-accessible-database': ['network/unintended-internet-exposure'],
  'publicly-accessible-replication-instance': ['network/unintended-internet-exposure'],
  'single-point-of-failure': ['compute/single-instance', 'resilience/no-multi-zone'],
  'ssh-open-to-internet': ['network/admin-port-open'],
  'unauthenticated-api': ['api/unauthenticated-endpoint'],
  'unencrypted-at-rest': ['data/unencrypted-at-rest'],
  'unencrypted-transit': ['network/plaintext-connection', 'data/plaintext-transport-allowed'],
  'unencrypted-transit-alb-to-instance': ['network/plaintext-connection'],
  'unencrypted-transit-cdn-to-origin': ['edge/plaintext-to-origin'],
  'viewer-http-allowed': ['edge/viewer-http'],
  'weak-tls': ['edge/weak-tls'],
  'whole-schema-copied': ['data/whole-record-set-copied'],
  'wildcard-iam': ['identity/wildcard-rights', 'identity/privilege-escalation-rights'],
};

const keys: readonly Key[] = existsSync(answers)
  ? readdirSync(answers)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => JSON.parse(readFileSync(new URL(name, answers), 'utf8')) as Key)
  : [];

describe.skipIf(keys.length === 0)('answer keys for templates of others (needs ../shared)', () => {
  describe.each(keys.map((key) => [key.name, key] as const))('%s', (_, key) => {
    const document = modelOf(key);

    it('finds most of its ranked threats among the first', async () => {
      const found = await document;
      const top = found.threats.slice(0, first);
      const missed = key.topThreats.filter((threat) => !top.some((ours) => means(ours, threat, found)));
      const allowed = Math.floor(key.topThreats.length / 5);
      expect(missed.length, missed.map(({ rank, topic }) => `${rank} ${topic}`).join(', ')).toBeLessThanOrEqual(
        allowed,
      );
    });

    it('says nothing of what is in order', async () => {
      const found = await document;
      const loud = key.mustStaySilent.filter(({ topic, element }) =>
        found.threats.some(
          (ours) => ours.status === 'open' && means(ours, { topic, elements: [element] }, found, 'exactly'),
        ),
      );
      expect(loud).toEqual([]);
    });

    it('draws most of its flows, and none as encrypted that is not, or the other way round', async () => {
      const found = await document;
      const asked = key.flows.filter(({ from, to }) => from !== 'operator' && to !== 'operator');
      const drawn = asked.map((flow) => ({ flow, ours: flowsBetween(flow, found) }));
      const missing = drawn.filter(({ ours }) => ours.length === 0).map(({ flow }) => `${flow.from} -> ${flow.to}`);
      expect(missing.length, missing.join(', ')).toBeLessThanOrEqual(Math.floor(asked.length / 5));
      const wrong = drawn.filter(
        ({ flow, ours }) =>
          flow.encrypted !== 'unknown' &&
          ours.length > 0 &&
          ours.every(({ encrypted }) => encrypted === !flow.encrypted),
      );
      expect(wrong.map(({ flow }) => `${flow.from} -> ${flow.to} should be ${flow.encrypted}`)).toEqual([]);
    });

    it('draws its boundaries', async () => {
      const found = await document;
      const missing = key.boundaries.filter((boundary) => !hasBoundary(boundary, found));
      expect(missing.map(({ kind, name }) => `${kind} ${name}`)).toEqual([]);
    });
  });

  it('knows every topic of the keys', () => {
    const topics = keys.flatMap(({ topThreats, mustStaySilent }) =>
      [...topThreats, ...mustStaySilent].map(({ topic }) => topic),
    );
    expect(topics.filter((topic) => !Object.hasOwn(rulesOfTopic, topic))).toEqual([]);
  });
});

async function modelOf(key: Key): Promise<ThreatModelDocument> {
  const [corpus = '', path = ''] = key.template.split(': ');
  const text = readFileSync(new URL(`corpora/templates/${corpus}/${path}`, shared), 'utf8');
  return (await modelOfTexts({ 'template.yaml': text })).document;
}

/** Does one of our threats mean the same, on one of the key's elements or on what it is a part of? */
function means(
  ours: DocumentThreat,
  key: Pick<KeyThreat, 'topic' | 'elements'>,
  { system }: ThreatModelDocument,
  how: 'exactly' | 'by part' = 'by part',
): boolean {
  if (!(rulesOfTopic[key.topic] ?? []).includes(ours.rule)) return false;
  const parts = system.elements.find(({ id }) => id === ours.element)?.resources ?? [];
  return key.elements.some((name) => ours.address === name || (how === 'by part' && parts.includes(name)));
}

function elementFor(name: string, { system }: ThreatModelDocument): readonly DocumentElement[] {
  if (name === 'internet') return system.elements.filter(({ type }) => type === 'external:internet');
  // The key's name for the bucket of another account, which is no service.
  if (name === 'aws-service:external-artifact-bucket')
    return system.elements.filter(({ type, name: own }) => type === 'external:address' && own.includes('artifacts'));
  if (name.startsWith('aws-service:')) {
    const service = name.slice('aws-service:'.length).toLowerCase();
    return system.elements.filter(
      ({ type, name: own }) => type.startsWith('external:') && service.includes(own.toLowerCase().split('.')[0] ?? own),
    );
  }
  return system.elements.filter(({ resources }) => resources.includes(name));
}

function flowsBetween({ from, to }: Key['flows'][number], document: ThreatModelDocument) {
  const starts = new Set(elementFor(from, document).map(({ id }) => id));
  const ends = new Set(elementFor(to, document).map(({ id }) => id));
  const isBetween = (one: string, other: string) => starts.has(one) && ends.has(other);
  // Code that is fetched is drawn from the one who fetches it; the key draws it as it travels.
  return document.system.flows.filter(
    (flow) => isBetween(flow.from, flow.to) || (flow.kind === 'deployment' && isBetween(flow.to, flow.from)),
  );
}

/** Kinds of the keys in our words; those that are no boundary but an element or a role here are drawn as such. */
const boundaryKinds: Readonly<Record<string, readonly string[]>> = {
  account: ['account'],
  edge: ['edge'],
  'external-account': ['third-party', 'account'],
  internet: ['internet'],
  'security-group': ['security-group'],
  'subnet-tier': ['subnet'],
  vpc: ['vpc'],
};

function hasBoundary({ kind, logicalId }: Key['boundaries'][number], { system }: ThreatModelDocument): boolean {
  const kinds = boundaryKinds[kind];
  if (kinds === undefined) return true;
  return system.boundaries.some(
    (boundary) =>
      kinds.includes(boundary.kind) &&
      (kind === 'subnet-tier' || logicalId === undefined || boundary.name === logicalId),
  );
}
