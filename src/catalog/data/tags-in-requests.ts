import type { Resource } from '../../model/resource.ts';
import { literalOf, type Match } from '../../model/text.ts';
import { textOf } from '../../model/value.ts';

/** Types whose tags count in policies only where a setting says so: the setting, the value that does, and the one without it. */
const switchedOn: Readonly<Record<string, { readonly property: string; readonly value: string }>> = {
  // "By default, ABAC is disabled for all Amazon S3 general purpose buckets."
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/buckets-tagging-enable-abac.html
  'AWS::S3::Bucket': { property: 'AbacStatus', value: 'Enabled' },
};

/** Do requests for the resource carry its tags, as `aws:ResourceTag/…`? */
export function carriesTags({ type, properties }: Resource): Match {
  const setting = Object.hasOwn(switchedOn, type) ? switchedOn[type] : undefined;
  if (setting === undefined) return 'yes';
  const stated = properties.entries.get(setting.property);
  if (stated === undefined || stated.kind === 'absent') return 'no';
  const said = literalOf(
    textOf(stated) ?? [{ symbol: 'expression:tags', kind: 'expression', settledBy: 'the setting' }],
  );
  return said === undefined ? 'maybe' : said === setting.value ? 'yes' : 'no';
}
