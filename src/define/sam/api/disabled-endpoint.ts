import type { Node } from '../../cloudformation/node.ts';
import { diagnose, type Expansion, type SamResource } from '../expansion.ts';
import { fieldOf, isCall, itemsOf } from '../fields.ts';
import { type Made, madeNode, opened, toNode } from '../made.ts';
import type { ApiDocument } from './document.ts';

const key = 'x-amazon-apigateway-endpoint-configuration';

/** Switches the default endpoint of an API off: at the top of an OpenAPI 2 document, in the first server of OpenAPI 3. */
export function disableEndpoint(
  { root }: ApiDocument,
  disabled: Node,
  ...[api, openApi, expansion]: readonly [SamResource, boolean, Expansion]
) {
  const { origin } = api.entry;
  const [first = toNode({}, origin), ...more] = openApi ? itemsOf(madeNode(root.get('servers'), origin)) : [];
  const known = openApi ? fieldOf(first, key) : madeNode(root.get(key), origin);
  if (known !== undefined && (known.kind !== 'mapping' || isCall(known))) {
    diagnose(expansion, 'sam-invalid-definition', `${key} of ${api.id} must be a map; correct it`, known.origin);
    return;
  }
  const setting: Made = opened(known).set('disableExecuteApiEndpoint', disabled);
  if (openApi) root.set('servers', [opened(first).set(key, setting), ...more]);
  else root.set(key, setting);
}
