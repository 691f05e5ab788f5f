import type { Authentication, Forward } from '../../../model/entry.ts';
import { bindFact, type Fact, given } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { flag, possibleMembers, present } from '../../answer.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { noAnswers } from '../../no-answers.ts';
import { statedFlow } from '../../stated-flow.ts';
import { functionsOf } from './function-reference.ts';

export default defineService({
  type: 'AWS::Lambda::EventSourceMapping',
  title: 'Lambda event source mapping',
  element: 'part',
  partOf: (view) => functionsOf(view, 'FunctionName'),
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html',
  facts: {
    ...noAnswers('a mapping is how its function gets events, and the function answers'),
    // The key protects filter criteria alone: https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
    encryptionAtRest: (view) => encryptedBy(view, 'KmsKeyArn', 'aws-owned-key'),
  },
  structure: {
    forwards,
    settings: (view) => given({ deadLetters: present(view, 'DestinationConfig.OnFailure.Destination') }),
  },
  ignored: { LoggingConfig: 'it logs how the poller of Kafka fares; events themselves are not in it' },
});

/** Lambda polls the source and hands what it finds to the function; a mapping that is switched off does nothing. */
function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const enabled = flag(view, 'Enabled', true);
  const whenOn = given<readonly Forward[]>([...polls(view), ...failures(view), ...credentials(view)]);
  if (enabled.kind === 'known' && enabled.value) return whenOn;
  return bindFact(enabled, (on) => (on ? whenOn : given<readonly Forward[]>([])));
}

function polls(view: ResourceView): readonly Forward[] {
  const because = `event source mapping ${view.resource.address} polls it`;
  const own = view.read('EventSourceArn');
  const brokers = possibleMembers(view, 'SelfManagedEventSource.Endpoints.KafkaBootstrapServers');
  return functionsOf(view, 'FunctionName').flatMap((to) => [
    ...(own === undefined ? [] : statedFlow(to, { kind: 'event', from: own, because, origin: view.origin() })),
    ...brokers.flatMap((broker) =>
      statedFlow(to, {
        kind: 'event',
        from: broker,
        because,
        protocol: 'kafka',
        port: portOf(broker),
        authentication: kafkaAuthentication(view),
        origin: broker.origin,
      }),
    ),
  ]);
}

/** Brokers are named `host:port`; 9092 is Kafka's own. */
function portOf(broker: Value): number {
  const [, port] = /:(\d{1,5})$/.exec(literalOf(textOf(broker) ?? []) ?? '') ?? [];
  return port === undefined ? 9092 : Number(port);
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_SourceAccessConfiguration.html */
function kafkaAuthentication(view: ResourceView): Authentication {
  const types = possibleMembers(view, 'SourceAccessConfigurations').map((item) =>
    item.kind === 'map' ? literalOf(textOf(item.entries.get('Type') ?? item) ?? []) : undefined,
  );
  if (types.includes('CLIENT_CERTIFICATE_TLS_AUTH')) return 'mutual-tls';
  return types.some((type) => /SASL_SCRAM|BASIC_AUTH/.test(type ?? '')) ? 'password' : 'network';
}

function failures(view: ResourceView): readonly Forward[] {
  return statedFlow(view.read('DestinationConfig.OnFailure.Destination'), {
    kind: 'event',
    because: `${view.resource.address} sends what could not be handled there`,
  });
}

/** Credentials for brokers are secrets; certificates, subnets and groups of the same list are not. */
function credentials(view: ResourceView): readonly Forward[] {
  return possibleMembers(view, 'SourceAccessConfigurations').flatMap((item) => {
    if (item.kind !== 'map') return [];
    const type = literalOf(textOf(item.entries.get('Type') ?? item) ?? []) ?? '';
    if (!/AUTH|CERTIFICATE/.test(type)) return [];
    return statedFlow(item.entries.get('URI'), {
      kind: 'secret',
      because: `${view.resource.address} signs in with it`,
    });
  });
}
