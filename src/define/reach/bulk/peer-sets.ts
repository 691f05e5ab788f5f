import { always, type Guard, guardKey } from '../../../model/guard.ts';
import type { BlockOption, Peer, PeerFit } from '../groups/peer.ts';
import type { InterfaceClass, SubnetClass } from '../network/interface-class.ts';
import type { Network } from '../network/network.ts';
import type { Place } from '../network/place.ts';
import type { Family } from '../packets/address.ts';
import { addBit, addBits, type BitSet, noBits } from '../packets/bit-set.ts';
import { memberFits, subnetFitsOf } from '../stages.ts';
import { createSubnetIndex } from './subnet-index.ts';

/** Classes that fit a peer in one way. */
export interface PeerSet {
  readonly classes: BitSet;
  readonly guard: Guard;
  readonly doubt?: string;
}

/** Which classes fit a peer: found once for all rules that name the same one. */
export function createPeerSets(
  network: Network,
  classes: readonly InterfaceClass[],
  family: Family,
): (peer: Peer) => readonly PeerSet[] {
  const able = classes.filter(({ hasV6 }) => family === 'v4' || hasV6);
  const bySubnet = new Map<SubnetClass, BitSet>();
  const [everybody, nobody] = [noBits(classes.length), noBits(classes.length)];
  for (const { number, subnet } of able) {
    const there = bySubnet.get(subnet) ?? noBits(classes.length);
    bySubnet.set(subnet, there);
    addBit(there, number);
    addBit(everybody, number);
  }
  const index = createSubnetIndex([...bySubnet.keys()], family);
  const members = memberIndex(able, classes.length);
  const find = (peer: Peer): readonly PeerSet[] => {
    const found = createSets(classes.length);
    if (peer.kind === 'anyone')
      found.add({ guard: always, ...(peer.doubt !== undefined && { doubt: peer.doubt }) }, everybody);
    else if (peer.kind === 'groups') found.addMembers(peer.wanted, { members, family });
    else
      for (const subnet of index(peer.options))
        for (const fit of subnetFitsOf(peer.options, subnet, family)) found.add(fit, bySubnet.get(subnet) ?? nobody);
    return found.all();
  };
  return (peer) => network.remember(`${peerKey(peer)} ${family} ${classes.length}`, () => find(peer));
}

function createSets(size: number) {
  const sets = new Map<string, PeerSet>();
  const add = ({ guard, doubt }: Omit<PeerFit, 'addresses'>, classes: BitSet) => {
    const key = `${guardKey(guard)} ${doubt ?? ''}`;
    const set = sets.get(key) ?? { classes: noBits(size), guard, ...(doubt !== undefined && { doubt }) };
    sets.set(key, set);
    addBits(set.classes, classes);
  };
  return {
    add,
    addMembers(wanted: readonly Place[], of: { readonly members: Members; readonly family: Family }): void {
      for (const group of wanted)
        for (const { place, holders } of of.members(group))
          for (const fit of memberFits(group, place, of.family)) add(fit, holders);
    },
    all: () => [...sets.values()],
  };
}

type Members = (wanted: Place) => readonly Membership[];

interface Membership {
  readonly place: Place;
  readonly holders: BitSet;
}

/** The groups that a wanted one may be, with their members: the same one, and what is not known on either side. */
function memberIndex(classes: readonly InterfaceClass[], size: number): Members {
  const all = new Map<string, Membership>();
  const byKey = new Map<string, Membership[]>();
  for (const { number, groupSet } of classes)
    for (const place of groupSet.groups) {
      const own = `${place.key} ${guardKey(place.guard)}`;
      const known = all.get(own);
      const one = known ?? { place, holders: noBits(size) };
      addBit(one.holders, number);
      if (known !== undefined) continue;
      all.set(own, one);
      byKey.set(place.key, [...(byKey.get(place.key) ?? []), one]);
    }
  const open = [...all.values()].filter(({ place }) => place.open);
  return (wanted) => {
    if (wanted.open) return [...all.values()];
    const same = byKey.get(wanted.key) ?? [];
    return open.length === 0 ? same : [...new Set([...same, ...open])];
  };
}

function peerKey(peer: Peer): string {
  if (peer.kind === 'anyone') return `peer anyone ${peer.doubt ?? ''}`;
  if (peer.kind === 'groups')
    return `peer groups ${peer.wanted.map(({ key, guard }) => `${key} ${guardKey(guard)}`).join('\n')}`;
  return `peer blocks ${peer.options.map(optionKey).join('\n')}`;
}

function optionKey({ guard, block, text, madeOf }: BlockOption): string {
  const what = block.kind === 'open' ? block.settledBy : block.kind === 'managed' ? block.list.name : '';
  return `${guardKey(guard)} ${block.kind} ${text ?? ''} ${what} ${madeOf.join(',')}`;
}
