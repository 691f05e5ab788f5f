import {
  dataEvents,
  eventNames,
  globalServices,
  leavableSources,
  readingCall,
  withoutEvent,
} from './data/trail-events.ts';

/** What CloudTrail makes of a call. */
export interface TrailEvent {
  /** IAM action, `s3:GetObject`. */
  readonly action: string;
  /** Name of the event, without the version that some services add. */
  readonly name: string;
  readonly category: 'management' | 'data';
  /** For data events, what selectors call the type: `AWS::S3::Object`. */
  readonly type?: string;
  readonly reads: boolean;
  /** Event source that a trail may leave out, `kms.amazonaws.com`. */
  readonly leavable?: string;
  /** Is it made once for the account, whatever the region? */
  readonly isGlobal: boolean;
}

/** The event of a use of an IAM action; undefined where CloudTrail has none. */
export function trailEventOf(action: string): TrailEvent | undefined {
  if (withoutEvent.test(action)) return undefined;
  const [service = '', plain = ''] = action.split(':');
  const type = Object.keys(dataEvents).find((one) => dataEvents[one]?.test(action));
  const leavable = leavableSources[service];
  return {
    action,
    name: eventNames[action] ?? plain,
    category: type === undefined ? 'management' : 'data',
    ...(type !== undefined && { type }),
    reads: readingCall.test(action),
    ...(leavable !== undefined && { leavable }),
    isGlobal: globalServices.has(service),
  };
}

/** Is this the event's name as logs have it, with the version that Lambda and others put behind: `UpdateFunctionCode20150331v2`? */
export function isNameOf(event: TrailEvent, name: string): boolean {
  return name.startsWith(event.name) && /^(\d{8}(v\d)?)?$/.test(name.slice(event.name.length));
}
