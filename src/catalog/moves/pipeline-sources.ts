import { and, type Guard } from '../../model/guard.ts';
import type { Origin } from '../../model/origin.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { anyName, type Portion, portionOf, type StorePart } from '../../model/store-part.ts';
import { describeText, literalOf } from '../../model/text.ts';
import { at, textOf, type Value } from '../../model/value.ts';
import { descend, optionsOf } from '../answer.ts';
import { remembered } from './remembered.ts';
import { objectsNamed } from './stored-objects.ts';
import { taggedIn } from './used-images.ts';
import { valuesAlong } from './values-along.ts';

/** An action of a pipeline by which something comes into it. */
export interface SourceAction {
  readonly pipeline: Resource;
  readonly provider: string;
  readonly action: Value;
}

/** The source actions of all pipelines. */
export const sourceActions = remembered((ask): readonly SourceAction[] =>
  ask.system.ofType('AWS::CodePipeline::Pipeline').flatMap((pipeline) =>
    valuesAlong(pipeline.properties, 'Stages.*.Actions.*').flatMap((action) => {
      const said = (name: string) => {
        const value = at(action, 'ActionTypeId', name);
        return value === undefined ? '' : describeText(textOf(value) ?? []);
      };
      return said('Category') === 'Source' ? [{ pipeline, provider: said('Provider'), action }] : [];
    }),
  ),
);

/** A part of a store that a pipeline takes its source from. */
export interface SourcePart {
  readonly pipeline: Resource;
  readonly source: Portion;
  readonly guard: Guard;
  readonly origin: Origin;
  /** What must be so where the input leaves open which part is meant. */
  readonly provided?: string;
}

/**
 * What pipelines start from: the object, branch or image that is fetched whenever they run.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-S3.html,
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodeCommit.html,
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-ECR.html
 */
export const sourceParts = remembered((ask): readonly SourcePart[] =>
  sourceActions(ask).flatMap((action) => partsOf(ask, action)),
);

function partsOf(ask: Questions, { pipeline, provider, action }: SourceAction): readonly SourcePart[] {
  const said = (name: string) => descend(action, ['Configuration', name]);
  const [bucket, key, repository] = [said('S3Bucket'), said('S3ObjectKey'), said('RepositoryName')];
  if (provider === 'S3' && bucket !== undefined)
    return objectsNamed(ask, pipeline, { bucket, ...(key !== undefined && { key }) }).map((place) => ({
      pipeline,
      source: portionOf(place.bucket, place.part),
      guard: and(pipeline.guard, place.guard),
      origin: bucket.origin,
      ...(place.provided !== undefined && { provided: place.provided }),
    }));
  if (repository === undefined) return [];
  if (provider === 'CodeCommit') return branches(ask, pipeline, { repository, branch: said('BranchName') });
  if (provider !== 'ECR') return [];
  const tag = said('ImageTag');
  const name = (tag && textOf(tag)) ?? ['latest'];
  return meant(ask, pipeline, repository, 'AWS::ECR::Repository').flatMap(({ resource, guard }) =>
    taggedIn(resource, name).map((source) => ({ pipeline, source, guard, origin: repository.origin })),
  );
}

/** The branch that is named; where it is not told which, any. */
function branches(
  ask: Questions,
  pipeline: Resource,
  { repository, branch }: { readonly repository: Value; readonly branch: Value | undefined },
): readonly SourcePart[] {
  return meant(ask, pipeline, repository, 'AWS::CodeCommit::Repository').flatMap(({ resource, guard }) =>
    branchesNamed(pipeline, resource, branch).map(({ part, guard: own, provided }) => ({
      pipeline,
      source: portionOf(resource, part),
      guard: and(guard, own),
      origin: repository.origin,
      ...(provided !== undefined && { provided }),
    })),
  );
}

/** Branches of a repository that a value may name, under which conditions. */
export function branchesNamed(
  by: Resource,
  repository: Resource,
  branch: Value | undefined,
): readonly { readonly part: StorePart; readonly guard: Guard; readonly provided?: string }[] {
  return optionsOf(branch).flatMap(({ value, guard }) => {
    const name = value === undefined || value.kind === 'absent' ? undefined : textOf(value);
    // A commit is what it is.
    if (/^[0-9a-f]{40}$/.test(literalOf(name ?? []) ?? '')) return [];
    const exact = name === undefined ? [] : [{ part: { kind: 'branch', name } as const, guard }];
    if (name !== undefined && literalOf(name) !== undefined) return exact;
    const provided = `which branch of ${repository.address} ${by.address} takes is not told: it is among these`;
    return [...exact, { part: anyName('branch', repository, []), guard, provided }];
  });
}

function meant(ask: Questions, { id, guard }: Resource, name: Value, type: string) {
  return ask.system
    .resolve(name, id, [type])
    .flatMap((end) =>
      end.kind === 'resource' && end.resource.type === type
        ? [{ resource: end.resource, guard: and(guard, end.guard) }]
        : [],
    );
}
