import type { DataHolding } from '../model/dimension.ts';
import { isNamed } from '../model/element-name.ts';
import { casesOf } from '../model/fact.ts';
import type { AssetId } from '../model/id.ts';
import { id } from '../model/id.ts';
import type { Asset, DeclaredAsset, Element } from '../model/system.ts';
import type { ResourceBase } from './system/create-system.ts';

/** What of value there is: by the kind of data that a type holds, unless people say what it is worth. */
export function createAssets(
  base: ResourceBase,
  elements: readonly Element[],
  declared: readonly DeclaredAsset[],
): readonly Asset[] {
  const assets: Asset[] = [];
  for (const element of elements) {
    const said = declared.filter((asset) => isNamed(element, asset.element));
    if (said.length > 0)
      assets.push(
        ...said.map((asset) => ({
          ...asset,
          id: id<AssetId>(`asset:${element.id}/${asset.name}`),
          heldBy: element.id,
        })),
      );
    else if (element.resource !== undefined) {
      const holding = holdingOf(base, element.resource);
      if (holding !== undefined) assets.push(byKind(element, holding));
    }
  }
  return assets;
}

function holdingOf(base: ResourceBase, resource: NonNullable<Element['resource']>): DataHolding | undefined {
  const [first] = casesOf(base.fact(resource, 'holds'));
  return first?.fact.kind === 'known' ? first.fact.value : undefined;
}

function byKind(element: Element, holding: DataHolding): Asset {
  const { what, confidentiality, integrity, availability } = holding;
  return {
    id: id<AssetId>(`asset:${element.id}`),
    name: `${what} in ${element.address}`,
    heldBy: element.id,
    confidentiality,
    integrity,
    availability,
    because: `a ${element.type} holds ${what}; nobody has said what they are worth`,
    origin: element.origin,
  };
}
