import type { DocumentRequirement, DocumentThreat } from '../model/document.ts';
import type { DocumentSource } from '../model/document-evidence.ts';
import type { DocumentPath } from '../model/document-paths.ts';
import type { DocumentElement, DocumentFlow } from '../model/document-system.ts';

/** `template.yaml:12`. */
export function placeText(source: DocumentSource): string {
  return `${source.file}:${source.line}`;
}

/** `1 threat`, `3 threats`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${withSeparators(count)} ${count === 1 ? one : many}`;
}

/** `12,345`: the same on every machine. */
export function withSeparators(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** `S3 bucket` of `AWS::S3::Bucket`: service and resource as people say them. */
export function shortType(type: string): string {
  const [vendor, service = '', ...rest] = type.split('::');
  if (vendor === 'Custom') return `custom ${spaced(service)}`;
  if (vendor === undefined || rest.length === 0) return spaced(type.replace(/^external:/, ''));
  const resource = rest.join(' ');
  const name = vendor === 'AWS' ? (serviceNames[service] ?? service) : service;
  return `${name} ${spaced(resource)}`;
}

/** Services whose name in a type is long, or not what people say. */
const serviceNames: Readonly<Record<string, string>> = {
  ApiGateway: 'API Gateway',
  ApiGatewayV2: 'API Gateway',
  ApplicationAutoScaling: 'Auto Scaling',
  AutoScaling: 'Auto Scaling',
  CertificateManager: 'ACM',
  CloudFormation: 'CFN',
  ElasticLoadBalancing: 'Classic ELB',
  ElasticLoadBalancingV2: 'ELB',
  ElasticBeanstalk: 'Beanstalk',
  KinesisFirehose: 'Firehose',
  Logs: 'CloudWatch',
  OpenSearchService: 'OpenSearch',
  SecretsManager: 'Secrets Manager',
  ServiceDiscovery: 'Cloud Map',
  StepFunctions: 'Step Functions',
  WAFv2: 'WAF',
};

/** `LoadBalancer` → `load balancer`; runs of capitals stay (`WebACL` → `web ACL`). */
function spaced(word: string): string {
  return word
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/-/g, ' ')
    .split(' ')
    .map((part) => (/[a-z]/.test(part) || part.length === 1 ? part.toLowerCase() : part))
    .map((part) => (abbreviations.includes(part) ? part.toUpperCase() : part))
    .join(' ');
}

const abbreviations: readonly string[] = ['acl', 'api', 'db', 'ip', 'nat', 'ssm', 'url', 'vpc', 'vpn'];

/** With a full stop, unless it ends a sentence already. */
export function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** `HTTPS 443`, `any protocol`. */
export function protocolText(flow: Pick<DocumentFlow, 'protocol' | 'ports'>): string {
  const ports = flow.ports.filter((port) => port !== 'any').join(', ');
  const protocol = /^[a-z]{2,6}$/.test(flow.protocol) ? flow.protocol.toUpperCase() : flow.protocol;
  return ports === '' ? protocol : `${protocol} ${ports}`;
}

export function encryptionText(encrypted: DocumentFlow['encrypted']): string {
  if (encrypted === 'unknown') return 'encryption unknown';
  return encrypted ? 'encrypted' : 'not encrypted';
}

/** Who reaches an element, for people. */
export const exposureTexts: Readonly<Record<DocumentElement['exposure']['level'], string>> = {
  internet: 'from the internet',
  'any-aws-account': 'from any AWS account',
  partner: 'from another party',
  internal: 'from inside only',
  none: 'from nowhere',
  unknown: 'not known',
};

export const statusTitles: Readonly<Record<DocumentThreat['status'], string>> = {
  open: 'Open',
  unknown: 'Unknown',
  accepted: 'Accepted',
  mitigated: 'Mitigated',
};

/** What each certainty of a path means, for people. */
export const certaintyTexts: Readonly<Record<DocumentPath['certainty'], string>> = {
  certain: 'every step is permitted by the configuration as it stands',
  conditional: 'holds if the conditions named here do',
  weakness: 'needs a flaw in software that runs here',
};

export const controlStates: Readonly<Record<DocumentThreat['controls'][number]['state'], string>> = {
  'in-force': 'in force',
  'not-in-force': 'not in force',
  unknown: 'unknown whether in force',
  attested: 'attested',
};

/** `An attacker from the internet`. */
export function attackerText(attacker: string): string {
  if (attacker === 'internet') return 'Anyone on the internet';
  if (attacker === 'any-aws-account') return 'Anyone with an AWS account';
  const [kind, ...rest] = attacker.split(':');
  // Parties outside have ids such as `external/address/github.com`.
  const who = rest.join(':').replace(/^external\/[^/]*\//, '');
  if (who === '') return attacker;
  return `${attackerWords[kind ?? ''] ?? spaced(kind ?? '')} ${who}`;
}

/** By kind of attacker, up to the name. */
const attackerWords: Readonly<Record<string, string>> = {
  assumption: 'Whoever, as is assumed,',
  'identity-provider': 'Whoever controls an identity of',
  insider: 'An employee signed in as',
  pipeline: 'Whoever runs code in builds of',
  repository: 'Whoever controls the code at',
  role: 'Whoever holds the credentials of role',
  'third-party': 'Whoever controls',
  user: 'Whoever holds the credentials of',
  workload: 'Whoever runs code in',
};

/** `reads:shop/Table` → `reads shop/Table`, `reads:shop/Files object a.txt` → `reads object a.txt of shop/Files`: a fact that an attacker holds, for people. */
export function factText(fact: string, nameOf: (element: string) => string): string {
  if (fact === 'any-aws-account') return 'has an AWS account';
  const colon = fact.indexOf(':');
  if (colon < 0) return spaced(fact);
  const kind = fact.slice(0, colon);
  const what = fact.slice(colon + 1);
  if (kind === 'network') return `stands on the ${what}`;
  if (kind === 'administrates') return `administers ${accountText(what)}`;
  const about = kind === 'controls-external' ? partyText(what, nameOf) : portionText(what, nameOf);
  return `${factVerbs[kind] ?? spaced(kind)} ${about}`;
}

/** A party with what its tokens say, which stands after it: `idp (sub=repo:acme/shop:*)`. */
function partyText(what: string, nameOf: (element: string) => string): string {
  const [party = '', ...tokens] = what.split(' ');
  return `${nameOf(party)}${tokens.length === 0 ? '' : ` (${tokens.join(' ')})`}`;
}

/** A store, or the part of it that stands after it: `object a.txt of Files`. */
function portionText(what: string, nameOf: (element: string) => string): string {
  const [, store = what, part] = /^(.*?) ((?:object|image|branch) .*)$/s.exec(what) ?? [];
  const some = part === undefined ? '' : `${part.replaceAll(/\$\{[^}]*?([^/:}]+)\}/g, '<$1>')} of `;
  return `${some}${nameOf(store)}`;
}

/** An account by its number, or by the deployment that it is of when only deployment tells the number. */
export function accountText(account: string): string {
  const of = /^\$\{account:(.*)\}$/.exec(account)?.[1];
  return of === undefined ? `account ${account}` : `the account of ${of}`;
}

/** `Files and 41 like it`, `reports/* in Files`: the end of a path, with how many others nothing tells apart from it. */
export function targetText(path: DocumentPath, nameOf: (element: string) => string): string {
  const others = path.alike?.length ?? 0;
  const { covers } = path;
  const some = covers === undefined ? '' : `${covers.length === 0 ? 'some objects' : covers.join(', ')} in `;
  return `${some}${nameOf(path.target)}${others === 0 ? '' : ` and ${withSeparators(others)} like it`}`;
}

/** What a step rests on: an earlier one by its number, or what the attacker has from the start. */
export function needText(need: string, path: DocumentPath, named: (element: string) => string): string {
  const earlier = path.steps.findIndex((step) => step.id === need);
  return earlier >= 0 ? `step ${earlier + 1}` : factText(need, named);
}

const factVerbs: Readonly<Record<string, string>> = {
  'can-call': 'can send requests to',
  'runs-code': 'runs code on',
  'acts-as': 'acts as',
  reads: 'reads',
  writes: 'writes',
  knows: 'knows the secret of',
  destroys: 'can destroy',
  blinds: 'can switch off',
  'controls-external': 'controls',
};

/** How far a requirement of a framework is met, for people. */
export const requirementStates: Readonly<Record<DocumentRequirement['state'], string>> = {
  open: 'Open threats',
  unknown: 'Not known',
  accepted: 'Accepted',
  met: 'Controls in force',
  'not-raised': 'Nothing raised',
};
