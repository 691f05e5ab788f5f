import type { Fact } from './fact.ts';
import type { Origin } from './origin.ts';
import type { Text } from './text.ts';
import type { Value } from './value.ts';

export interface RunsAs {
  readonly role: Value;
  /** `workload`: code that customers write holds its credentials. `service`: only AWS uses it, for the customer. */
  readonly purpose: 'workload' | 'service';
  /** Service principal that the role must trust, `lambda.amazonaws.com`. */
  readonly service: string;
}

export interface Software {
  /** `python3.9`, `postgres 11.5`, `kubernetes 1.24`. */
  readonly product: string;
  /** Day on which its support ends or ended, `YYYY-MM-DD`; absent when not known. */
  readonly endOfSupport?: string;
}

export interface Workload {
  /** Instance metadata: can code, or a request that it is tricked into, read credentials without a session token? */
  readonly metadata: Fact<'token-required' | 'token-optional' | 'off' | 'none'>;
  readonly privileged: Fact<boolean>;
  /** Who can open a shell in it through AWS's control plane: `ssm`, `ecs-exec` … */
  readonly controlPlaneShells: readonly string[];
  /** Where its code comes from: `inline`, an object in a bucket, an image, a template. */
  readonly code: readonly CodeSource[];
}

export interface CodeSource {
  /** `download`: fetched from the internet and run while the workload starts; `location` is its address. */
  readonly kind: 'inline' | 'object' | 'image' | 'repository' | 'download' | 'unknown';
  readonly bucket?: Value;
  readonly location?: Text;
  /** A digest, version or signature fixes what runs. */
  readonly pinned: boolean;
  readonly origin: Origin;
}
