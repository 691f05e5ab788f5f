import { descend } from '../../catalog/answer.ts';
import type { Resource } from '../../model/resource.ts';
import type { ResourceView } from '../../model/service.ts';
import type { Directory } from './resolve.ts';

/** Told of every property that service knowledge reads; the ledger test listens. */
export type ReadListener = (type: string, path: string) => void;

let listener: ReadListener | undefined;

/** Sets the one listener; undefined stops it. Only tests do. */
export function listenToReads(next: ReadListener | undefined): void {
  listener = next;
}

/** A resource as service knowledge sees it. */
export function viewOf(resource: Resource, directory: Directory): ResourceView {
  return {
    resource,
    read(path) {
      listener?.(resource.type, path);
      const value = descend(resource.properties, path.split('.'));
      return value?.kind === 'absent' ? undefined : value;
    },
    origin(path) {
      if (path === undefined) return resource.origin;
      return descend(resource.properties, path.split('.'))?.origin ?? resource.origin;
    },
    follow: (value, types) =>
      directory
        .resolve(value, resource, types)
        .map((target) =>
          target.kind === 'resource'
            ? { kind: 'resource', view: viewOf(target.resource, directory), guard: target.guard }
            : target,
        ),
  };
}
