import { dimensions } from '../../src/catalog/describe-answer.ts';
import { listenToReads } from '../../src/define/system/view.ts';
import type { ServiceType } from '../../src/model/service.ts';
import { deployExamples, type KnownType } from './example-file.ts';

/** Top-level properties of the type that its knowledge reads while every answer about its examples is asked. */
export function readProperties(
  { service, examples }: KnownType,
  services: ReadonlyMap<string, ServiceType>,
): ReadonlySet<string> {
  const read = new Set<string>();
  if (examples === undefined) return read;
  listenToReads((type, path) => {
    if (type === service.type) read.add(path.split('.')[0] ?? path);
  });
  try {
    const { base } = deployExamples(examples, services);
    for (const resource of base.ofType(service.type)) {
      for (const dimension of dimensions) base.fact(resource.id, dimension);
      service.partOf?.(base.view(resource));
    }
  } finally {
    listenToReads(undefined);
  }
  return read;
}
