import type { Appetite } from '../../model/business.ts';
import type { Origin } from '../../model/origin.ts';
import type {
  Acceptance,
  AttestedControl,
  DeclaredAsset,
  DeclaredAssumption,
  DeclaredFlow,
  DeclaredPart,
  DeclaredThreat,
  Moved,
  TestOutcome,
} from '../../model/system.ts';
import type { Stride } from '../../model/threat.ts';
import type { Node } from '../cloudformation/node.ts';
import { parameterText } from '../parameters.ts';
import * as business from './business.ts';
import {
  type Decode,
  type Decoding,
  day,
  listOf,
  matching,
  oneOf,
  optional,
  otherwise,
  record,
  required,
  someText,
  wholeNumber,
} from './decode.ts';

/** A deployment as `bartizan.yaml` states it. Without a template or `terraform` it says more about the one that has this name anyway. */
export interface DeclaredDeployment {
  readonly name: string;
  /** Relative to the folder of `bartizan.yaml`. */
  readonly template?: string;
  /** Folder of a root module, or a plan or state of Terraform; relative likewise. */
  readonly terraform?: string;
  readonly parameters?: DeclaredParameters;
  /** Twelve digits, or any name that stands for one account. */
  readonly account?: string;
  readonly region?: string;
  readonly stage?: string;
  /** Name of the stack, what `AWS::StackName` gives. */
  readonly stack?: string;
  readonly origin: Origin;
}

/** Rule files of the root's own: a file, or a folder in and below which all `*.rule.yaml` count. */
export interface DeclaredRules {
  readonly path: string;
  readonly origin: Origin;
}

/** A parameter file relative to the folder of `bartizan.yaml`, or the values themselves. */
export type DeclaredParameters =
  | { readonly kind: 'file'; readonly path: string; readonly origin: Origin }
  | { readonly kind: 'values'; readonly values: ReadonlyMap<string, string> };

/** A statement before its author is noted. */
type Unsigned<T> = Omit<T, 'origin'>;

/** Statements whose origin is their author: the owner where there is one, else whoever wrote the file. */
function authored<T extends object>(decode: Decode<T>): Decode<T & { readonly origin: Origin }> {
  return (node, to, name) => {
    const value = decode(node, to, name);
    if (value === undefined) return undefined;
    const by = 'owner' in value && typeof value.owner === 'string' ? value.owner : '';
    return { ...value, origin: to.author(node.origin, by) };
  };
}

const parameters: Decode<DeclaredParameters> = (node, to, name) => {
  if (node.kind === 'scalar') return { kind: 'file', path: node.source, origin: node.origin };
  if (node.kind === 'sequence') {
    to.report(node.origin, 'declared-value', `${name} must be the path of a parameter file, or a map of Key: value`);
    return undefined;
  }
  const values = new Map<string, string>();
  for (const { key, value } of node.entries.values()) {
    const text = parameterText(value);
    if (text === undefined)
      to.report(value.origin, 'declared-value', `${name}.${key} must be a text or a list of texts`);
    else values.set(key, text);
  }
  return { kind: 'values', values };
};

/** Names are parts of ids: what the ids of threats and boundaries are built with may not appear in them. */
const deploymentName = matching(
  /^[^\s@#<>"'`\p{Cc}][^@#<>"'`\p{Cc}]*$/u,
  'a name without @, #, quotes and angle brackets',
);
const account = matching(
  /^([0-9]{12}|[A-Za-z][A-Za-z0-9_-]*)$/,
  'twelve digits, or a name that stands for one account',
);
const region = matching(/^[a-z]{2,4}(-[a-z]+)+-[0-9]+$/, 'the code of a region such as eu-west-1');

export const deployments = listOf(
  authored(
    record<Unsigned<DeclaredDeployment>>({
      name: required(deploymentName),
      template: optional(someText),
      terraform: optional(someText),
      parameters: optional(parameters),
      account: optional(account),
      region: optional(region),
      stage: optional(someText),
      stack: optional(someText),
    }),
  ),
);

export const parts: Decode<readonly DeclaredPart[]> = listOf(
  authored(
    record<Unsigned<DeclaredPart>>({
      name: required(someText),
      kind: required(oneOf('person', 'saas', 'identity-provider', 'on-premises', 'planned', 'external')),
      description: otherwise(someText, ''),
    }),
  ),
);

const port: Decode<number | null> = wholeNumber(0, 65_535);

const trueOrFalse: Decode<boolean | 'unknown'> = (node, to, name) => {
  const word = oneOf('true', 'false', 'unknown')(node, to, name);
  return word === undefined || word === 'unknown' ? word : word === 'true';
};

export const flows: Decode<readonly DeclaredFlow[]> = listOf(
  authored(
    record<Unsigned<DeclaredFlow>>({
      from: required(someText),
      to: required(someText),
      protocol: otherwise(someText, 'https'),
      port: otherwise(port, null),
      encrypted: otherwise(trueOrFalse, 'unknown'),
      authentication: otherwise(someText, 'unknown'),
      because: otherwise(someText, 'declared in bartizan.yaml'),
    }),
  ),
);

/** Letters of STRIDE. */
export const stride: Decode<readonly Stride[]> = listOf(
  oneOf(
    'spoofing',
    'tampering',
    'repudiation',
    'information-disclosure',
    'denial-of-service',
    'elevation-of-privilege',
  ),
);

/** Names of what people make up. */
export const kebabCase = matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a kebab-case name such as stolen-laptop');

export const threats: Decode<readonly DeclaredThreat[]> = listOf(
  authored(
    record<Unsigned<DeclaredThreat>>({
      name: required(kebabCase),
      element: required(someText),
      title: required(someText),
      statement: required(someText),
      stride: otherwise(stride, []),
      likelihood: required(wholeNumber(1, 5)),
      impact: required(wholeNumber(1, 5)),
    }),
  ),
);

export const controls: Decode<readonly AttestedControl[]> = listOf(
  authored(
    record<Unsigned<AttestedControl>>({
      control: required(someText),
      elements: otherwise(listOf(someText), []),
      owner: required(someText),
      expires: required(day),
      because: required(someText),
    }),
  ),
);

export const tests: Decode<readonly TestOutcome[]> = listOf(
  authored(
    record<Unsigned<TestOutcome>>({
      test: required(someText),
      date: required(day),
      outcome: required(oneOf('passed', 'failed')),
      control: required(someText),
      elements: otherwise(listOf(someText), []),
      owner: required(someText),
      expires: required(day),
      because: otherwise(someText, 'recorded in bartizan.yaml'),
    }),
  ),
);

export const assets: Decode<readonly DeclaredAsset[]> = listOf(
  authored(
    record<Unsigned<DeclaredAsset>>({
      element: required(someText),
      name: required(someText),
      confidentiality: required(wholeNumber(1, 3)),
      integrity: required(wholeNumber(1, 3)),
      availability: required(wholeNumber(1, 3)),
      because: otherwise(someText, 'declared in bartizan.yaml'),
      loss: optional(business.loss),
      recoveryPoint: optional(business.duration),
      recoveryTime: optional(business.duration),
    }),
  ),
);

/** One statement, by itself or as the only one of a list. */
export const appetite: Decode<readonly Appetite[]> = (node, to, name) => {
  const each = authored(business.appetite);
  if (node.kind === 'sequence') return listOf(each)(node, to, name);
  const one = each(node, to, name);
  return one === undefined ? [] : [one];
};

const score: Decode<number> = (node, to, name) => {
  if (node.kind === 'scalar' && /^[0-9]{1,4}(\.[0-9]+)?$/.test(node.source)) return Number(node.source);
  to.report(node.origin, 'declared-value', `${name} must be a number`);
  return undefined;
};

const evidence: Decode<{ readonly exposure: string; readonly score: number }> = record({
  exposure: required(someText),
  score: required(score),
});

const acceptance = authored(
  record<Unsigned<Acceptance>>({
    threat: optional(someText),
    rule: optional(someText),
    element: optional(someText),
    reason: required(someText),
    owner: required(someText),
    expires: required(day),
    evidence: optional(evidence),
  }),
);

/** Acceptances of single threats: by id, or by rule and element. */
export const accept: Decode<readonly Acceptance[]> = listOf((node, to, name) => {
  const value = acceptance(node, to, name);
  if (value === undefined || value.threat !== undefined || (value.rule !== undefined && value.element !== undefined))
    return value;
  return rejected(
    node,
    to,
    `${name} must name the threat by its id, or by rule and element; for a whole rule use suppress`,
  );
});

/** Suppressions of a rule, or of all rules below a prefix that ends in a slash; on one element or everywhere. */
export const suppress: Decode<readonly Acceptance[]> = listOf(
  authored(
    record<Omit<Unsigned<Acceptance>, 'threat' | 'evidence'>>({
      rule: required(someText),
      element: optional(someText),
      reason: required(someText),
      owner: required(someText),
      expires: required(day),
    }),
  ),
);

export const assume: Decode<readonly DeclaredAssumption[]> = listOf(
  authored(
    record<Unsigned<DeclaredAssumption>>({
      name: required(kebabCase),
      facts: required(listOf(someText)),
      likelihood: otherwise(wholeNumber(1, 5), 3),
      because: required(someText),
      owner: required(someText),
      expires: required(day),
    }),
  ),
);

export const moved: Decode<readonly Moved[]> = (node, to, name) => {
  if (node.kind !== 'mapping') return rejected(node, to, `${name} must be a map of "former id": "present id"`);
  const result: Moved[] = [];
  for (const { key, value } of node.entries.values()) {
    const present = someText(value, to, `${name}.${key}`);
    if (present !== undefined) result.push({ from: key, to: present, origin: value.origin });
  }
  return result;
};

function rejected(node: Node, to: Decoding, message: string): undefined {
  to.report(node.origin, 'declared-value', message);
  return undefined;
}

export const rules: Decode<readonly DeclaredRules[]> = listOf((node, to, name) => {
  const path = someText(node, to, name);
  return path === undefined ? undefined : { path, origin: node.origin };
});
