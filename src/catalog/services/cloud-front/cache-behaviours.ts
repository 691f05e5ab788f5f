import { bindFact, type Fact, given, mapFact } from '../../../model/fact.ts';
import type { Origin } from '../../../model/origin.ts';
import type { ResourceView } from '../../../model/service.ts';
import { members, possibleMembers, property, within, word } from '../../answer.ts';
import { anyTrue } from '../../combine-facts.ts';

/** The default behaviour and those for paths, each readable by path; a behaviour under a condition reads as nothing where it is not. */
export function behaviours(view: ResourceView): Fact<readonly ResourceView[]> {
  return bindFact(property(view, 'DistributionConfig.DefaultCacheBehavior'), (standard) =>
    mapFact(members(view, 'DistributionConfig.CacheBehaviors'), (others) =>
      [...(standard === undefined ? [] : [standard]), ...others].map((value) => within(view, value)),
    ),
  );
}

/** Does any behaviour answer plain HTTP? `redirect-to-https` answers with nothing but the other address. */
export function plainTextAllowed(view: ResourceView): Fact<boolean> {
  return bindFact(behaviours(view), (all): Fact<boolean> => {
    if (all.length === 0) return given(true);
    return anyTrue(
      all.map((behaviour) =>
        mapFact(word(behaviour, 'ViewerProtocolPolicy', 'redirect-to-https'), (policy) => policy === 'allow-all'),
      ),
    );
  });
}

/** Where a behaviour says so; undefined when a parameter or condition does. */
export function plainTextPlace(view: ResourceView): Origin | undefined {
  const all = ['DistributionConfig.DefaultCacheBehavior', 'DistributionConfig.CacheBehaviors'].flatMap((path) =>
    possibleMembers(view, path).map((value) => within(view, value)),
  );
  return all
    .map((behaviour) => word(behaviour, 'ViewerProtocolPolicy', ''))
    .flatMap((policy) => (policy.kind === 'known' && policy.value === 'allow-all' ? policy.origins : []))[0];
}
