import { casesOf } from '../model/fact.ts';
import type { System } from '../model/questions.ts';
import type { Element } from '../model/system.ts';
import type { DocumentTest } from '../model/test-plan.ts';
import type { RatedThreat } from '../model/threat.ts';
import type { Analysis } from './threat-model-document.ts';

type Scan = Pick<DocumentTest, 'id' | 'title' | 'how' | 'expect' | 'control'> & {
  readonly about: (element: Element, looking: Looking) => boolean;
  /** Threats that it tries. */
  readonly rules: RegExp;
};

interface Looking {
  readonly system: System;
  readonly isOpen: (element: Element) => boolean;
  /** VPCs and subnets. */
  readonly networks: ReadonlySet<string>;
}

const scanKinds: readonly Scan[] = [
  {
    id: 'scan/ports',
    title: 'Scan of ports from the internet',
    how: 'From outside, all ports of TCP and the usual ones of UDP, at the addresses of these elements.',
    expect: ['only the ports that flows of the model name answer'],
    control: 'security-group-rule',
    about: (element, { isOpen, networks }) =>
      isOpen(element) && element.placements.some((boundary) => networks.has(boundary)),
    rules: /^network\//,
  },
  {
    id: 'scan/web',
    title: 'Test of web endpoints',
    how: 'An authenticated and an anonymous scan for the usual flaws of web applications, within the rate that was agreed.',
    expect: [
      'requests without a token are refused',
      'known attacks are blocked and logged',
      'old versions of TLS are refused',
    ],
    control: 'penetration-test',
    about: (element, { isOpen, system }) => isOpen(element) && speaksHttp(element, system),
    rules: /^(edge|api)\//,
  },
  {
    id: 'scan/vulnerabilities',
    title: 'Scan of software for known flaws',
    how: 'Inspector or another scanner over images, instances and packages of functions.',
    expect: ['no flaw that is known to be used by attackers'],
    control: 'vulnerability-scanning',
    about: (element, { system }) => runsCode(element, system),
    rules: /^(supply-chain|compute)\//,
  },
  {
    id: 'scan/secrets',
    title: 'Search for secrets in code and settings',
    how: 'A scanner for secrets over the repository with its history, images and the environment of workloads.',
    expect: ['no credential that works'],
    control: 'secrets-manager',
    about: () => false,
    rules: /^secrets\//,
  },
  {
    id: 'scan/policies',
    title: 'Check of policies',
    how: 'aws accessanalyzer validate-policy and check-no-public-access over the policies of these elements.',
    expect: ['no finding of kind error or security warning'],
    control: 'access-analyzer',
    about: () => false,
    rules: /^(identity|keys)\/|^data\/(public|wide|cross)/,
  },
];

/** Scans of what can be reached, of software, secrets and policies; those that would look at nothing are left out. */
export function scans(analysis: Analysis): readonly DocumentTest[] {
  const { system } = analysis.defined.ask;
  const { elements, boundaries } = system.model;
  const looking: Looking = {
    system,
    isOpen: (element) => analysis.defined.exposure(element.id).level === 'internet',
    networks: new Set(boundaries.filter(({ kind }) => kind === 'vpc' || kind === 'subnet').map(({ id }) => id)),
  };
  return scanKinds.flatMap(({ about, rules, ...scan }): readonly DocumentTest[] => {
    const threats = analysis.threats.filter(
      ({ threat: { rule, status } }) => (status === 'open' || status === 'unknown') && rules.test(rule.id),
    );
    const looked = elements.filter((element) => element.resource !== undefined && about(element, looking));
    const ids = [...new Set([...looked.map(({ id }) => id), ...threats.map(({ threat }) => threat.element)])];
    if (ids.length === 0) return [];
    const isThere = new Set<string>(ids);
    const paths = analysis.paths.filter(({ path }) => isThere.has(path.steps[0].to));
    return [
      {
        ...scan,
        kind: 'scan',
        elements: ids,
        paths: paths.map(({ path }) => path.id),
        threats: threats.map(({ threat }) => threat.id),
        risk: riskOf(threats),
      },
    ];
  });
}

function riskOf(threats: readonly RatedThreat[]): number {
  return threats.reduce((most, { risk }) => Math.max(most, risk.score), 0);
}

function speaksHttp({ resource }: Element, system: System): boolean {
  if (resource === undefined) return false;
  return casesOf(system.fact(resource, 'endpoints')).some(
    ({ fact }) => fact.kind === 'known' && fact.value.some(({ protocol }) => protocol.startsWith('http')),
  );
}

function runsCode({ resource }: Element, system: System): boolean {
  if (resource === undefined) return false;
  return casesOf(system.fact(resource, 'workload')).some(({ fact }) => fact.kind === 'known');
}
