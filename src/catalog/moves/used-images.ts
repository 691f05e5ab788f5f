import { casesOf } from '../../model/fact.ts';
import { and, type Guard, isPossible } from '../../model/guard.ts';
import type { Origin } from '../../model/origin.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { type Portion, portionOf } from '../../model/store-part.ts';
import { describeText, matchPattern, type Text } from '../../model/text.ts';
import { at, textOf } from '../../model/value.ts';
import { repositoriesNamed } from './named-repositories.ts';
import { remembered } from './remembered.ts';
import { piecesOf } from './text-pieces.ts';
import { valuesAlong } from './values-along.ts';
import { workloads } from './workloads.ts';

/** Something that runs the image of a repository of the system by a tag that may be moved. */
export interface UsedImage {
  readonly by: Resource;
  readonly image: Portion;
  readonly guard: Guard;
  readonly origin: Origin;
}

/** Images of workloads by tags, where the repository lets tags be moved. */
export const usedImages = remembered((ask): readonly UsedImage[] =>
  workloads(ask).flatMap((by) =>
    casesOf(ask.system.fact(by.id, 'workload')).flatMap(({ guard, fact }) =>
      fact.kind === 'unknown'
        ? []
        : fact.value.code.flatMap(({ pinned, location, origin }) =>
            pinned || location === undefined
              ? []
              : imagesAt(ask, location).flatMap((image): readonly UsedImage[] => {
                  const all = and(guard, by.guard, image.guard);
                  return isPossible(all) ? [{ by, image, guard: all, origin }] : [];
                }),
          ),
    ),
  ),
);

/** What an address means in the repositories of the system; none where its tag is fixed. */
function imagesAt(ask: Questions, location: Text): readonly Portion[] {
  return repositoriesNamed(ask, location).flatMap((repository) => taggedIn(repository, tagOf(location)));
}

/** The image of a repository by a tag, where the tag may be moved. */
export function taggedIn(repository: Resource, tag: Text): readonly Portion[] {
  return keepsTag(repository, tag) ? [] : [portionOf(repository, { kind: 'image', name: tag })];
}

/** An address without a tag means `latest`. */
function tagOf(location: Text): Text {
  const pieces = piecesOf(location);
  const [, tag] = /:([^:@/]+)$/.exec(pieces.source) ?? [];
  return tag === undefined ? ['latest'] : pieces.text(tag);
}

/**
 * Where tags cannot be moved, the one in use names the same image for ever; filters except tags from the rule.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html
 */
function keepsTag({ properties }: Resource, tag: Text): boolean {
  const stated = properties.entries.get('ImageTagMutability');
  const mode = stated === undefined ? 'MUTABLE' : describeText(textOf(stated) ?? []);
  const excepted = valuesAlong(properties, 'ImageTagMutabilityExclusionFilters.*').map((filter) => {
    const pattern = at(filter, 'ImageTagMutabilityExclusionFilterValue');
    return matchPattern((pattern && textOf(pattern)) ?? ['*'], tag);
  });
  switch (mode) {
    case 'IMMUTABLE':
      return true;
    case 'IMMUTABLE_WITH_EXCLUSION':
      // Filters that are not known may except any.
      return excepted.length > 0 && excepted.every((match) => match === 'no');
    case 'MUTABLE_WITH_EXCLUSION':
      return excepted.some((match) => match === 'yes');
    default:
      return false;
  }
}
