import type { Dice } from './dice.ts';

export type Properties = Readonly<Record<string, unknown>>;

export interface DraftSubnet {
  readonly name: string;
  readonly vpc: string;
  readonly block: string;
}

/** A random template in the making. */
export interface Draft {
  readonly dice: Dice;
  readonly vpcs: readonly string[];
  readonly subnets: readonly DraftSubnet[];
  readonly groups: readonly { readonly name: string; readonly vpc: string }[];
  /** Adds a resource, sometimes under a condition. */
  add(name: string, type: string, properties: Properties): void;
  /** Adds a resource whose name only needs to be its own. */
  addOne(type: string, properties: Properties): void;
}

const conditions = ['IsProd', 'IsDev', 'HasExtra', 'NoExtra'] as const;

/** An empty draft of these parts; resources are written into `resources`. */
export function createDraft(
  parts: Pick<Draft, 'dice' | 'vpcs' | 'subnets' | 'groups'>,
  resources: Record<string, { readonly Type: string; readonly Properties: Properties }>,
): Draft {
  const { dice } = parts;
  let unnamed = 0;
  const add: Draft['add'] = (name, type, properties) => {
    const condition = dice.chance(0.04) ? { Condition: dice.pick(conditions) } : {};
    resources[name] = { Type: type, Properties: properties, ...condition };
  };
  return {
    ...parts,
    add,
    addOne(type, properties) {
      unnamed += 1;
      add(`Part${unnamed}`, type, properties);
    },
  };
}

export interface DraftRoute {
  /** Logical id of the table. */
  readonly table: string;
  readonly destination: string | object;
  readonly target: Properties;
}

/** Adds a route to a table. */
export function addRoute({ addOne }: Draft, { table, destination, target }: DraftRoute): void {
  const isV6 = typeof destination === 'string' && destination.includes(':');
  const isList = typeof destination === 'string' && destination.startsWith('pl-');
  const property = isV6 ? 'DestinationIpv6CidrBlock' : isList ? 'DestinationPrefixListId' : 'DestinationCidrBlock';
  addOne('AWS::EC2::Route', { RouteTableId: { Ref: table }, [property]: destination, ...target });
}
