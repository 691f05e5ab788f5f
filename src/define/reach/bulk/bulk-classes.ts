import { guardKey } from '../../../model/guard.ts';
import type { Kind } from '../links/private-connection.ts';
import type { InterfaceClass } from '../network/interface-class.ts';
import type { Network } from '../network/network.ts';
import { subnetKinds } from './subnet-kinds.ts';
import { isUniform } from './subnet-relation.ts';

/** Classes put together where the subnets that tell them apart are of one kind. */
export interface BulkClasses {
  /** Numbered anew; each is one of those that it stands for. */
  readonly classes: readonly InterfaceClass[];
  /** The class that one of the old number lies in. */
  of(number: number): number;
}

/** Fewer classes that answer as much: subnets of one kind count as one, unless connections within them are others. */
export function bulkClasses(network: Network, all: readonly InterfaceClass[], kinds: readonly Kind[]): BulkClasses {
  const key = createKeys(network, all, kinds);
  const known = new Map<string, InterfaceClass>();
  const numbers = all.map((one) => {
    const own = `${key(one)} ${one.groupSet.number} ${one.unfiltered} ${one.listens.number} ${guardKey(one.guard)}`;
    const bulk = known.get(own) ?? { ...one, number: known.size };
    known.set(own, bulk);
    return bulk.number;
  });
  return { classes: [...known.values()], of: (number) => numbers[number] ?? 0 };
}

function createKeys(
  network: Network,
  all: readonly InterfaceClass[],
  kinds: readonly Kind[],
): (one: InterfaceClass) => string {
  const kindOf = { v4: subnetKinds(network, 'v4'), v6: subnetKinds(network, 'v6') };
  const key = ({ subnet, hasV6 }: InterfaceClass) => `${kindOf.v4(subnet)} ${hasV6 ? kindOf.v6(subnet) : ''}`;
  const examples = new Map<string, InterfaceClass>();
  const uniform = new Map<string, boolean>();
  for (const one of all) {
    const own = key(one);
    const first = examples.get(own) ?? one;
    examples.set(own, first);
    if (first.subnet.number === one.subnet.number || uniform.has(own)) continue;
    const asked = kinds.filter(({ family }) => family === 'v4' || one.hasV6);
    uniform.set(own, isUniform(network, first, one, asked));
  }
  return (one) => {
    const own = key(one);
    return uniform.get(own) === false ? `${own} of ${one.subnet.number}` : own;
  };
}
