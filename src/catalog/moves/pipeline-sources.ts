import { and, type Guard } from '../../model/guard.ts';
import type { Origin } from '../../model/origin.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { describeText } from '../../model/text.ts';
import { at, textOf, type Value } from '../../model/value.ts';
import { descend } from '../answer.ts';
import { remembered } from './remembered.ts';
import { type ObjectPlace, objectsNamed } from './stored-objects.ts';
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

/** An object that a pipeline takes its source from. */
export interface SourceObject {
  readonly pipeline: Resource;
  readonly place: ObjectPlace;
  readonly guard: Guard;
  readonly origin: Origin;
}

/**
 * The objects that pipelines start from, which they fetch by key whenever they run.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-S3.html
 */
export const sourceObjects = remembered((ask): readonly SourceObject[] =>
  sourceActions(ask)
    .filter(({ provider }) => provider === 'S3')
    .flatMap((source) => objectsOf(ask, source)),
);

function objectsOf(ask: Questions, { pipeline, action }: SourceAction): readonly SourceObject[] {
  const configuration = descend(action, ['Configuration']);
  const bucket = descend(configuration, ['S3Bucket']);
  const key = descend(configuration, ['S3ObjectKey']);
  if (bucket === undefined) return [];
  return objectsNamed(ask, pipeline, { bucket, ...(key !== undefined && { key }) }).map((place) => ({
    pipeline,
    place,
    guard: and(pipeline.guard, place.guard),
    origin: bucket.origin,
  }));
}
