import type { ProofItem } from '../../model/attack.ts';
import type { Resource } from '../../model/resource.ts';
import { isAnyName, nameOfPart, type StorePart } from '../../model/store-part.ts';
import { textKey } from '../../model/text.ts';

/** What the action names of the ARN: of a layer's version the layer, of a vault a backup, which has a name of its own. */
export function named(arn: string, action: string): string {
  if (action === 'backup:DeleteRecoveryPoint') return '*';
  return action === 'lambda:PublishLayerVersion' ? (/^.*:layer:[^:]+/.exec(arn)?.[0] ?? '*') : arn;
}

/** Reads all parameters below a path. */
export const readingByPath = 'ssm:GetParametersByPath';

/** The path whose parameters are read; undefined for other calls. */
export function pathRead(item: Extract<ProofItem, { readonly decision: unknown }>): string | undefined {
  const isByPath = 'action' in item && item.action === readingByPath && 'request' in item;
  return isByPath && item.request !== undefined ? textKey(item.request.resource) : undefined;
}

/** `…:parameter/shop/db` is below `…:parameter/` and `…:parameter/shop`. */
export function isBelow(parameter: Resource | undefined, path: string | undefined): boolean {
  if (parameter?.arn === undefined || path === undefined || !path.includes(':parameter/')) return false;
  const own = textKey(parameter.arn);
  return path !== own && own.startsWith(path.replace(/\/?$/, '/'));
}

/** What stands behind the ARN of a store in the ARN of its data: any, or the part that is meant. */
export function behindOf(action: string, part: StorePart | undefined): string {
  if (/^logs:/i.test(action)) return ':*';
  if (!/^(s3:.*object|es:)/i.test(action)) return '';
  return part === undefined ? '/*' : `/${nameOfPart(part)}${isAnyName(part) ? '*' : ''}`;
}
