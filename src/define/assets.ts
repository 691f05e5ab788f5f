import type { DataHolding } from '../model/data-keeping.ts';
import { isNamed } from '../model/element-name.ts';
import { casesOf } from '../model/fact.ts';
import type { AssetId } from '../model/id.ts';
import { id } from '../model/id.ts';
import type { AssetRule } from '../model/knowledge.ts';
import type { Asset, DeclaredAsset, Element } from '../model/system.ts';
import type { ResourceBase } from './system/create-system.ts';

/** What of value there is: by the kind of data that a type holds, unless people say what it is worth, of this element or by a rule. */
export function createAssets(
  base: ResourceBase,
  elements: readonly Element[],
  declared: readonly DeclaredAsset[],
  rules: readonly AssetRule[] = [],
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
      const ruled = byRules(base, element, rules);
      assets.push(...ruled);
      if (ruled.length > 0) continue;
      const holding = holdingOf(base, element.resource);
      if (holding !== undefined) assets.push(byKind(element, holding));
    }
  }
  return assets;
}

/** What rules of users say. One that may hold counts: worth that nobody is sure of is protected as if it were there. */
function byRules(base: ResourceBase, element: Element, rules: readonly AssetRule[]): readonly Asset[] {
  return rules.flatMap(({ appliesTo, origin, because, ...asset }): readonly Asset[] => {
    const cases = casesOf(appliesTo(element, base)).map(({ fact }) => fact);
    if (!cases.some((fact) => fact.kind === 'unknown' || fact.value)) return [];
    const open = cases.find((fact) => fact.kind === 'unknown');
    const why = open === undefined ? because : `${because}, if ${open.settledBy} says so`;
    return [
      {
        ...asset,
        id: id<AssetId>(`asset:${element.id}/${asset.name}`),
        heldBy: element.id,
        because: why,
        origin: origin ?? element.origin,
      },
    ];
  });
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
