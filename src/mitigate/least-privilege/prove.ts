import type { Trial } from '../../model/choke-points.ts';
import type { RightsReview, TighterPolicy } from '../../model/least-privilege.ts';
import { statementKey } from '../choke/change-context.ts';
import { withChanges } from '../choke/changes-for.ts';
import { brokenNeeds, type Need } from '../choke/needs.ts';
import type { Purpose } from './purposes.ts';
import type { ReviewInput } from './review-input.ts';

/** Runs of the model until a set of proposals that breaks nothing must be found. */
const mostRuns = 6;

/** The proposals with which everything that the system does with itself still works, and what the model says of them all. */
export function proved(
  proposals: readonly TighterPolicy[],
  needs: readonly Purpose[],
  input: ReviewInput,
): Pick<RightsReview, 'proposals' | 'refused' | 'proof'> {
  let kept = proposals;
  let refused: readonly TighterPolicy[] = [];
  let trial = input.first;
  let runs = 0;
  while (kept.length > 0 && runs < mostRuns) {
    trial = input.tryOut(
      withChanges(
        input.resources,
        kept.map(({ change }) => change),
      ),
    );
    runs += 1;
    const broken = brokenNeeds(needs, trial.ask);
    if (broken.length === 0) break;
    const guilty = guiltyOf(broken, kept, input.first);
    refused = [...refused, ...guilty];
    kept = kept.filter((one) => !guilty.some(({ change }) => change === one.change));
    if (runs === mostRuns || kept.length === 0) {
      refused = [...refused, ...kept.map((one) => ({ ...one, breaks: broken.map(({ title }) => title) }))];
      kept = [];
      trial = input.first;
    }
  }
  return { proposals: kept, refused, proof: { needs: needs.length, runs, ...differences(input.first, trial) } };
}

/** The proposals that change what a broken need rests on; all of them when none can be told. */
function guiltyOf(
  broken: readonly Need[],
  proposals: readonly TighterPolicy[],
  { ask }: Trial,
): readonly TighterPolicy[] {
  const keyOf = (cited: Parameters<typeof statementKey>[0]) => statementKey(cited, (id) => ask.system.resource(id));
  const guilty = proposals.flatMap((proposal) => {
    const { policy, cited, principals } = proposal;
    const own = cited === undefined ? undefined : keyOf(cited);
    const breaks = broken.filter(({ right }) =>
      right?.allowedBy.some((one) =>
        own === undefined
          ? one.policy.name === policy.name && principals.includes(right.principal)
          : keyOf(one) === own,
      ),
    );
    return breaks.length === 0 ? [] : [{ ...proposal, breaks: breaks.map(({ title }) => title) }];
  });
  const titles = broken.map(({ title }) => title);
  return guilty.length > 0 ? guilty : proposals.map((proposal) => ({ ...proposal, breaks: titles }));
}

function differences(before: Trial, after: Trial): Pick<RightsReview['proof'], 'paths' | 'threats'> {
  const left = new Set(after.paths().map(({ path }) => path.id));
  const [open, stillOpen] = [before.openThreats(), after.openThreats()];
  return {
    paths: {
      before: before.paths().length,
      after: left.size,
      removes: before.paths().flatMap(({ path }) => (left.has(path.id) ? [] : [path.id])),
    },
    threats: {
      closes: [...open.keys()].filter((id) => !stillOpen.has(id)),
      opens: [...stillOpen.keys()].filter((id) => !open.has(id)),
    },
  };
}
