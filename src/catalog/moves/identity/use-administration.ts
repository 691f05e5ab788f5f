import { type BlockGain, defineMove, type MoveBlock } from '../../../model/attack.ts';
import { guardKey } from '../../../model/guard.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Portion } from '../../../model/store-part.ts';
import { accountKey, isLimitedAccount } from '../administrators.ts';
import { factAbout } from '../block.ts';
import { dataStores } from '../data-stores.ts';
import { instance } from '../instance.ts';
import { neededParts } from '../needed-parts.ts';
import { workloads } from '../workloads.ts';

export default defineMove({
  title: 'Use the rights of an administrator',
  description:
    'Whoever administrates an account can take every identity in it and run code in every workload, and read and change all data.',
  technique: 'T1098.003',
  actions: [],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/getting-started-account-iam.html'],
  cost: 1,
  *instances(ask) {
    yield* everyOne(ask, 'acts-as', ask.access.principals());
    yield* everyOne(ask, 'reads', dataStores(ask));
    yield* everyOne(ask, 'reads', neededParts(ask).read);
    yield* everyOne(ask, 'writes', dataStores(ask));
    yield* everyOne(ask, 'writes', neededParts(ask).write);
    yield* everyOne(ask, 'runs-code', workloads(ask));
  },
});

/** One block for each account and guard. Where guardrails limit administrators, their rights are followed one by one. */
function* everyOne(ask: Questions, kind: BlockGain['kind'], list: readonly Portion[]): Generator<MoveBlock> {
  const groups = new Map<string, { readonly account: string; readonly first: Resource; readonly at: number[] }>();
  list.forEach((resource, at) => {
    const account = accountKey(ask, resource);
    if (isLimitedAccount(ask, account)) return;
    const key = `${account} ${guardKey(resource.guard)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { account, first: resource, at: [at] });
    else group.at.push(at);
  });
  for (const { account, first, at } of groups.values()) {
    const needs = { kind: 'administrates', account } as const;
    yield {
      by: needs,
      gives: { kind, list, positions: Uint32Array.from(at) },
      certainty: 'certain',
      guard: first.guard,
      conditions: [],
      at(_, position) {
        const resource = list[position];
        if (resource === undefined) return undefined;
        const note = `${resource.address} belongs to the account`;
        const [place] = instance({
          needs: [needs],
          gives: factAbout(kind, resource),
          proof: [{ kind: 'setting', resource: resource.id, property: '', note, origin: resource.origin }],
          guard: resource.guard,
        });
        return place;
      },
    };
  }
}
