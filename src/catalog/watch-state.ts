import type { Sight, WatchedPlace, WatchedUse, WatchState } from '../model/detection.ts';
import { underAssumptions } from '../model/guard.ts';
import type { Resource } from '../model/resource.ts';

/** Is something on, and why we say so. */
export type Watch = Pick<Sight, 'state' | 'because' | 'origin'>;

export interface WatchQuestion {
  /** Resources that would switch it on here. */
  readonly resources: readonly Resource[];
  /** The control that it is: what people attest counts where nothing in the input has it on. */
  readonly control: string;
  /** `GuardDuty`: for sentences. */
  readonly name: string;
  /** Does this one see the use? */
  readonly judge: (resource: Resource) => boolean | 'unknown';
  /** There is at most one in an account and region: when that is off, it is off. */
  readonly single?: true;
  /** What the resource does, or fails to do: `records data events of S3 objects`. */
  readonly does?: string;
}

/** The best answer among the resources, then what people attest; nothing said is unknown, since it may be on elsewhere. */
export function watchOf(use: WatchedUse, place: WatchedPlace, question: WatchQuestion): Watch {
  const { resources, control, name, single, does = 'is on' } = question;
  const answers = resources.map((resource) => ({ resource, answer: answerOf(resource, place, question) }));
  const failed = place.failed(control, use);
  if (failed !== undefined) return { state: 'off', ...failed };
  const on = answers.find(({ answer }) => answer === 'on');
  if (on !== undefined)
    return { state: 'on', because: `${name} ${on.resource.address} ${does}`, origin: on.resource.origin };
  const said = place.attested(control, use.element);
  if (said !== undefined) return { state: 'attested', ...said };
  const open = answers.find(({ answer }) => answer === 'unknown');
  if (open !== undefined)
    return {
      state: 'unknown',
      because: `the input does not tell whether ${name} ${open.resource.address} ${does}`,
      origin: open.resource.origin,
    };
  const [off] = answers;
  if (off === undefined)
    return { state: 'unknown', because: `the input has no ${name} for ${place.name}; it may be set up elsewhere` };
  return {
    state: single === true ? 'off' : 'unknown',
    because: `it is not so that ${name} ${off.resource.address} ${does}${single === true ? '' : '; another may be set up elsewhere'}`,
    origin: off.resource.origin,
  };
}

function answerOf(resource: Resource, place: WatchedPlace, { judge }: WatchQuestion): WatchState {
  const exists = underAssumptions(resource.guard, place.system.model.assumed);
  if (exists === 'fails') return 'off';
  const answer = judge(resource);
  if (answer === false) return 'off';
  return answer === 'unknown' || exists === 'open' ? 'unknown' : 'on';
}

/** Says what to switch on, unless it is on already. */
export function sightOf(watch: Watch, seen: Pick<Sight, 'as' | 'what' | 'told'> & { readonly enable: string }): Sight {
  const { as, what, enable, told } = seen;
  const isOn = watch.state === 'on' || watch.state === 'attested';
  return { as, what, ...(told === true && { told }), ...watch, ...(!isOn && { enable }) };
}
