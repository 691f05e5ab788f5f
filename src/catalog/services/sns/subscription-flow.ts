import type { Authentication, Forward } from '../../../model/entry.ts';
import { given } from '../../../model/fact.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { type StatedFlow, statedFlow } from '../../stated-flow.ts';

/** How SNS delivers, by protocol of the subscription: https://docs.aws.amazon.com/sns/latest/dg/sns-create-subscribe-endpoint-to-topic.html */
interface Delivery {
  readonly kind: Forward['kind'];
  readonly protocol: string;
  readonly port: number | null;
  readonly encrypted: boolean;
  readonly authentication: Authentication;
}

const toAws = { protocol: 'https', port: 443, encrypted: true, authentication: 'iam' } as const;

const deliveries: Readonly<Record<string, Delivery>> = {
  application: { ...toAws, kind: 'event' },
  // Neither mail nor text messages are encrypted from end to end, and nobody proves who sent them.
  email: { kind: 'event', protocol: 'smtp', port: 25, encrypted: false, authentication: 'none' },
  'email-json': { kind: 'event', protocol: 'smtp', port: 25, encrypted: false, authentication: 'none' },
  firehose: { ...toAws, kind: 'data' },
  // Messages carry a signature that the receiver can check: https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html
  http: { kind: 'event', protocol: 'http', port: 80, encrypted: false, authentication: 'signed' },
  https: { kind: 'event', protocol: 'https', port: 443, encrypted: true, authentication: 'signed' },
  lambda: { ...toAws, kind: 'invoke' },
  sms: { kind: 'event', protocol: 'sms', port: null, encrypted: false, authentication: 'none' },
  sqs: { ...toAws, kind: 'event' },
};

/** The flow from a topic to whom it tells. Of an unknown protocol only that there is a flow is told. */
export function subscriptionFlow(
  endpoint: Value | undefined,
  protocol: Value | undefined,
  how: Pick<StatedFlow, 'because' | 'from' | 'origin'>,
): readonly Forward[] {
  const name = protocol === undefined ? '' : (literalOf(textOf(protocol) ?? []) ?? '');
  const delivery = Object.hasOwn(deliveries, name) ? deliveries[name] : undefined;
  if (delivery === undefined) return statedFlow(endpoint, { kind: 'event', ...how });
  return statedFlow(endpoint, { ...delivery, encrypted: given(delivery.encrypted), ...how });
}
