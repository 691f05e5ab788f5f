import { canonicalJson, contentId } from './content-id.ts';
import { aliasUpdatePolicy } from './deployment-preference.ts';
import { diagnose, type Expansion, type SamResource } from './expansion.ts';
import { entryOf, fieldOf } from './fields.ts';
import { getAtt, type MadeObject, ref, toNode } from './made.ts';
import { put, taken } from './put.ts';
import { settledText } from './settled.ts';

/** A published version and the alias that points at it. */
export interface Published {
  readonly aliasId: string;
  readonly alias: string;
}

/** `AutoPublishAlias`: a version of the function's code, and the alias that always points at the newest one. */
export function functionVersion(
  cause: SamResource,
  code: MadeObject | undefined,
  expansion: Expansion,
): Published | undefined {
  const alias = aliasName(cause, expansion);
  if (alias === undefined) {
    aliasUpdatePolicy(cause, undefined, expansion);
    return undefined;
  }
  const capacity = entryOf(cause.properties, 'CapacityProviderConfig') !== undefined;
  const versionId = contentId(`${cause.id}Version`, versionContent(cause, code, expansion));
  const aliasId = `${cause.id}Alias${alias.replace(/[^A-Za-z0-9]/g, '')}`;
  put(expansion, cause, {
    id: versionId,
    type: 'AWS::Lambda::Version',
    properties: {
      Description: entryOf(cause.properties, 'VersionDescription'),
      FunctionName: ref(cause.id),
      ...taken(cause, ['FunctionScalingConfig']),
    },
    attributes: {
      DeletionPolicy:
        entryOf(cause.properties, 'VersionDeletionPolicy') ??
        entryOf(cause.body, 'DeletionPolicy') ??
        (capacity ? 'Delete' : 'Retain'),
    },
  });
  put(expansion, cause, {
    id: aliasId,
    type: 'AWS::Lambda::Alias',
    properties: {
      Name: alias,
      FunctionName: ref(cause.id),
      FunctionVersion: getAtt(versionId, 'Version'),
      ...taken(cause, ['ProvisionedConcurrencyConfig']),
    },
    attributes: { UpdatePolicy: aliasUpdatePolicy(cause, aliasId, expansion) },
  });
  expansion.references.set(`${cause.id}.Alias`, aliasId).set(`${cause.id}.Version`, versionId);
  return { aliasId, alias };
}

function aliasName(cause: SamResource, expansion: Expansion): string | undefined {
  const given = entryOf(cause.properties, 'AutoPublishAlias');
  const name = settledText(given?.value, expansion);
  if (given === undefined || (name === '' && given.value.kind === 'scalar')) return undefined;
  if (name === undefined) {
    const message = `AutoPublishAlias of ${cause.id} must be a name, or a parameter with a value; give that`;
    diagnose(expansion, 'sam-invalid-property', message, given.keyOrigin);
  } else if (!/^(?!\d+$)[A-Za-z0-9_-]+$/.test(name)) {
    const message = `AutoPublishAlias ${name} of ${cause.id} may have letters, digits, - and _ only, and not digits alone`;
    diagnose(expansion, 'sam-invalid-property', message, given.keyOrigin);
  } else return name;
  return undefined;
}

/**
 * What names a version: the place of its code, or the digest that the user gives. Code and settings in the template may
 * have secrets inside, of which no digest may be made, so that they do not count.
 */
function versionContent(cause: SamResource, code: MadeObject | undefined, expansion: Expansion): string {
  const given = settledText(fieldOf(cause.properties, 'AutoPublishCodeSha256'), expansion);
  if (given !== undefined) return given;
  return code === undefined || code.ZipFile !== undefined ? '' : canonicalJson(toNode(code, cause.entry.origin));
}
