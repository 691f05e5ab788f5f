import type { Move } from '../model/attack.ts';
import { describedActions, scriptedActions, scriptedTechniques, seenTechniques } from './data/technique-use.ts';

/**
 * What it takes to make a move: a public tool makes the call; somebody has written down how, or it is a single call that the
 * documentation of the service describes; or the attacker has to work it out.
 */
export type Skill = 'tool' | 'instructions' | 'own work';

/** Has its technique been seen in attacks on AWS accounts? A part of a technique counts where AWS lists the whole. */
export function isSeen({ technique }: Pick<Move, 'technique'>): boolean {
  const [whole = ''] = technique.split('.');
  return seenTechniques.has(technique) || seenTechniques.has(whole);
}

/** By the actions that one use of the move needs; those that the move may use when nothing is used yet. */
export function skillOf(
  { technique, cost, actions }: Pick<Move, 'technique' | 'cost' | 'actions'>,
  used = actions,
): Skill {
  if (scriptedTechniques.has(technique)) return 'tool';
  if (used.length > 0 && used.every((action) => scriptedActions.has(action))) return 'tool';
  const isDescribed = used.length > 0 && used.every((one) => scriptedActions.has(one) || describedActions.has(one));
  return isDescribed || cost <= 2 ? 'instructions' : 'own work';
}

/**
 * Does the call change what is deployed? CloudTrail records such calls, detectors watch for them, and people notice what they
 * leave behind. https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html
 */
export function changesWhatIsDeployed(action: string): boolean {
  const name = action.slice(action.indexOf(':') + 1);
  return changing.test(name) && !dataWrites.test(action);
}

const changing =
  /^(Add|Associate|Attach|Authorize|Create|Delete|Detach|Disable|Modify|Put|Register|Remove|Replace|Set|Stop|Update|Run)/;
/** Data events, which trails leave out unless they are asked for. */
const dataWrites =
  /^(s3:(Put|Delete)Object|dynamodb:(Put|Update|Delete)Item|sqs:DeleteMessage|kinesis:PutRecords?|firehose:PutRecord(Batch)?|events:PutEvents|logs:PutLogEvents)$/;
