import { defineDetection, type Sight, type WatchedPlace, type WatchedUse } from '../../model/detection.ts';
import { type FailingRule, failingRules } from '../data/config-rules-by-action.ts';
import { settledText } from '../settled-value.ts';
import { changesWhatIsDeployed } from '../step-use.ts';
import { isTold } from '../told-findings.ts';
import { sightOf, watchOf } from '../watch-state.ts';

export default defineDetection({
  title: 'AWS Config',
  service: 'AWS Config',
  control: 'configuration-recorder',
  references: [
    'https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html',
    'https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html',
  ],
  sights: (use, place) => [
    ...recorded(use, place),
    ...failingRules
      .filter(({ actions }) => use.actions.some((action) => actions.includes(action)))
      .map((failing) => ruleSight(use, place, failing)),
  ],
});

/** A recorder keeps what the configuration was before and after. */
function recorded(use: WatchedUse, place: WatchedPlace): readonly Sight[] {
  if (!use.actions.some(changesWhatIsDeployed)) return [];
  const watch = watchOf(use, place, {
    resources: place.inRegion('AWS::Config::ConfigurationRecorder'),
    control: 'configuration-recorder',
    name: 'recorder',
    single: true,
    judge: () => true,
  });
  return [
    sightOf(watch, {
      as: 'record',
      what: 'the configuration before and after',
      enable: `the recorder of Config in ${place.name}`,
    }),
  ];
}

/** A rule cannot be made where nothing is recorded, so that one which is there works. */
function ruleSight(use: WatchedUse, place: WatchedPlace, { rules, always }: FailingRule): Sight {
  const { assumed } = place.system.model;
  const watch = watchOf(use, place, {
    resources: place.inRegion('AWS::Config::ConfigRule').filter((rule) => {
      const identifier = settledText(rule, 'Source.SourceIdentifier', assumed);
      return identifier === 'unknown' || rules.includes(identifier ?? '');
    }),
    control: 'configuration-rules',
    name: 'Config rule',
    does: `checks ${rules.join(' or ')}`,
    judge: (rule) => settledText(rule, 'Source.SourceIdentifier', assumed) !== 'unknown' || 'unknown',
  });
  return sightOf(watch, {
    as: always === true ? 'alert' : 'anomaly',
    ...(isTold(place, 'aws.config') && { told: true as const }),
    what: `a rule that no longer holds: ${rules.join(' or ')}`,
    enable: `rules of Config in ${place.name}`,
  });
}
