import type { Forward } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, given, mapFact, unknown } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { textKey } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import type { CodeSource, Workload } from '../../../model/workload.ts';
import { present, property } from '../../answer.ts';
import { anyTrue } from '../../combine-facts.ts';
import { statedFlow } from '../../stated-flow.ts';

/**
 * What runs in a function and who fixes it. Code runs under Firecracker without any instance metadata service; nobody
 * opens a shell in it. https://docs.aws.amazon.com/lambda/latest/dg/lambda-security.html
 */
export function workload(view: ResourceView): Fact<Workload> {
  const running = (code: CodeSource): Workload => ({
    metadata: byDefault('none'),
    privileged: byDefault(false),
    controlPlaneShells: [],
    code: [code],
  });
  const code = codeOf(view);
  // Wherever the code comes from, Lambda runs it in the same way.
  if (code.kind === 'unknown') return given(running({ kind: 'unknown', pinned: false, origin: view.origin('Code') }));
  return mapFact(code, running);
}

function codeOf(view: ResourceView): Fact<CodeSource> {
  return bindFact(property(view, 'Code'), (code): Fact<CodeSource> => {
    if (code?.kind !== 'map') {
      const settledBy = code?.kind === 'unknown' ? code.hole.settledBy : `Code of ${view.resource.address}`;
      return unknown('where the code comes from is not known', settledBy, [view.origin('Code')]);
    }
    const origin = code.origin;
    if (code.entries.has('ZipFile')) return given<CodeSource>({ kind: 'inline', pinned: true, origin }, [origin]);
    const image = code.entries.get('ImageUri');
    if (image !== undefined) return given(imageSource(image), [image.origin]);
    return objectSource(view, code.entries.get('S3Bucket'));
  });
}

/** A digest fixes an image; a tag can be moved. */
function imageSource(image: Value): CodeSource {
  const location = textOf(image) ?? [];
  return { kind: 'image', location, pinned: textKey(location).includes('@sha256:'), origin: image.origin };
}

/** An object is fixed by its version, or by a signature that the function demands. */
function objectSource(view: ResourceView, bucket: Value | undefined): Fact<CodeSource> {
  const key = view.read('Code.S3Key');
  const location = key === undefined ? undefined : textOf(key);
  return mapFact(
    anyTrue([present(view, 'Code.S3ObjectVersion'), present(view, 'CodeSigningConfigArn')]),
    (pinned): CodeSource => ({
      kind: 'object',
      ...(bucket !== undefined && { bucket }),
      ...(location !== undefined && { location }),
      pinned,
      origin: view.origin('Code'),
    }),
  );
}

/** The code is fetched from a bucket or an image repository; layers are code as well. */
export function codeFlows(view: ResourceView): readonly Forward[] {
  const name = view.resource.address;
  const how = { kind: 'deployment' } as const;
  return [
    ...statedFlow(view.read('Code.S3Bucket'), { ...how, because: `${name} takes its code from there` }),
    ...statedFlow(view.read('Code.ImageUri'), { ...how, because: `${name} runs this image` }),
  ];
}
