import { type Fact, notApplicable } from '../model/fact.ts';
import type { ResourceId } from '../model/id.ts';
import type { System } from '../model/questions.ts';
import type { Setting } from '../model/setting.ts';
import type { Element } from '../model/system.ts';
import type { Fix, ThreatMatch } from '../model/threat.ts';
import { partOfFact } from './combine-facts.ts';
import { fixOf, judge, subjectOf } from './threat-match.ts';

/** A threat that arises where a setting is not as wanted, and that the setting closes. */
export interface SettingQuestion {
  readonly setting: Setting;
  /** The value that closes the threat. */
  readonly wanted: boolean;
  /** What is so when it is not, in words. */
  readonly bad: string;
  /** What is so when it is: told as the control's evidence. */
  readonly good: string;
  /** The good value is AWS's default, so that it is a control only where somebody chose it. */
  readonly goodByDefault?: true;
  readonly fix: Pick<Fix, 'control' | 'title' | 'property' | 'value'>;
  readonly adjust?: ThreatMatch['adjust'];
}

/** A setting by its name; it does not apply where the resource has none such. */
export function settingOf(system: Pick<System, 'fact'>, resource: ResourceId, name: Setting): Fact<boolean> {
  const none = notApplicable(`there is no setting ${name}`);
  return partOfFact(system.fact(resource, 'settings'), (all) => all[name] ?? none);
}

/** One match for each case of the setting of what the element mainly stands for. */
export function* judgeSetting(
  element: Element,
  system: Pick<System, 'resource' | 'fact'>,
  question: SettingQuestion,
): Iterable<ThreatMatch> {
  const resource = subjectOf(element, system);
  if (resource === undefined) return;
  const { setting, wanted, bad, good, goodByDefault, fix, adjust } = question;
  yield* judge<boolean>({
    fact: settingOf(system, resource.id, setting),
    resource,
    bad: (value) => (value === wanted ? undefined : bad),
    closedBy: (_, { basis }) =>
      goodByDefault && basis === 'default' ? undefined : { control: fix.control, note: good },
    fix: fixOf(resource, fix),
    ...(adjust !== undefined && { adjust }),
  });
}
