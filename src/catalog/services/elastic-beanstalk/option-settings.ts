import { bindFact, byDefault, type Fact, mapFact } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import { members, within, word } from '../../answer.ts';

/**
 * The value of an option of an environment; one that is named without a value is taken as `whenNamed`, and undefined when
 * nobody names it. https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html
 */
export function optionSetting(
  view: ResourceView,
  option: { readonly namespace: string; readonly name: string; readonly whenNamed: string },
): Fact<string | undefined> {
  return bindFact(members(view, 'OptionSettings'), (settings): Fact<string | undefined> => {
    const found = settings
      .map((setting) => within(view, setting))
      .find((setting) => isText(setting, 'Namespace', option.namespace) && isText(setting, 'OptionName', option.name));
    if (found === undefined) return byDefault<string | undefined>(undefined, [view.origin()]);
    return mapFact(word(found, 'Value', option.whenNamed), (value): string | undefined => value);
  });
}

/** Is an option switched on? */
export function optionOn(view: ResourceView, option: Parameters<typeof optionSetting>[1]): Fact<boolean> {
  return mapFact(optionSetting(view, option), (value) => value?.toLowerCase() === 'true');
}

function isText(setting: ResourceView, path: string, wanted: string): boolean {
  const value = setting.read(path);
  const text = value === undefined ? undefined : textOf(value);
  return text !== undefined && literalOf(text) === wanted;
}
