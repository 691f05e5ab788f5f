import type { EncryptionAtRest, SecretInClear } from '../../../model/data-keeping.ts';
import type { LogSource } from '../../../model/dimension.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import type { Contribution, ResourceView } from '../../../model/service.ts';
import type { Value } from '../../../model/value.ts';
import { flag, present, property, within, word } from '../../answer.ts';
import { anyTrue, onlyWhile } from '../../combine-facts.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { secretsInMap } from '../../secret-in-clear.ts';

/**
 * What a stage of a REST API is set to. `at` is where its settings stand: `''` for a stage, `StageDescription.` for a
 * deployment that makes one, which also has the settings for all methods beside `MethodSettings`.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-deployment-stagedescription.html
 */
export type SettingsPlace = '' | 'StageDescription.';

/** Access logs need a destination; execution logs a level for some method. Both are off unless set. */
export function stageLogging(view: ResourceView, at: SettingsPlace): Fact<readonly LogSource[]> {
  const executions = anyTrue(
    methodSettings(view, at).map((settings) =>
      mapFact(word(settings, 'LoggingLevel', 'OFF'), (level) => level !== 'OFF'),
    ),
  );
  const access = property(view, `${at}AccessLogSetting.DestinationArn`);
  const accessLog = mapFact(
    access,
    (to): LogSource => ({ what: 'access', on: to !== undefined, ...(to !== undefined && { to }) }),
  );
  return bindFact(accessLog, (log) =>
    mapFact(executions, (on): readonly LogSource[] => [log, { what: 'execution', on }]),
  );
}

/** Is the rate of requests limited for all methods? The limit of the account, which all APIs share, does not count. */
export function stageThrottling(view: ResourceView, at: SettingsPlace): Fact<boolean> {
  return anyTrue(
    methodSettings(view, at)
      .filter(isForAllMethods)
      .map((settings) => present(settings, 'ThrottlingRateLimit')),
  );
}

/** Answers that a stage keeps for a while, for those who ask the same again. */
export function cacheEncryption(view: ResourceView, at: SettingsPlace): Fact<EncryptionAtRest> {
  return bindFact(flag(view, `${at}CacheClusterEnabled`, false), (cached): Fact<EncryptionAtRest> => {
    if (!cached) return notApplicable('it caches nothing');
    const encrypted = anyTrue(methodSettings(view, at).map((settings) => flag(settings, 'CacheDataEncrypted', false)));
    return mapFact(encrypted, (on): EncryptionAtRest => ({ by: on ? 'aws-owned-key' : 'none' }));
  });
}

export function stageSecrets(view: ResourceView, at: SettingsPlace): Fact<readonly SecretInClear[]> {
  return secretsInMap(view, `${at}Variables`, 'stage variables');
}

/** All that a stage says of its API. */
export function stageContributions(view: ResourceView, at: SettingsPlace, to: Value): readonly Contribution[] {
  return [
    { to, dimension: 'logging', fact: stageLogging(view, at) },
    { to, dimension: 'encryptionAtRest', fact: cacheEncryption(view, at) },
    { to, dimension: 'secretsInClear', fact: stageSecrets(view, at) },
    { to, dimension: 'settings', fact: byDefault({ throttled: stageThrottling(view, at), deployed: isThere(view) }) },
  ];
}

/** A stage deploys its API as long as it is there itself. */
export function isThere({ resource, origin }: ResourceView): Fact<boolean> {
  return onlyWhile(resource.guard, given(true, [origin()]), byDefault(false));
}

function methodSettings(view: ResourceView, at: SettingsPlace): readonly ResourceView[] {
  const each = guardedMembers(view, `${at}MethodSettings`).map((settings) => within(view, settings));
  const description = at === '' ? undefined : view.read('StageDescription');
  return description === undefined ? each : [...each, within(view, description)];
}

/** `*` and `/*` mean every method; settings of a stage description name none. */
function isForAllMethods(settings: ResourceView): boolean {
  const method = word(settings, 'HttpMethod', '*');
  const path = word(settings, 'ResourcePath', '/*');
  return (
    method.kind === 'known' &&
    method.value === '*' &&
    path.kind === 'known' &&
    (path.value === '/*' || path.value === '*')
  );
}
