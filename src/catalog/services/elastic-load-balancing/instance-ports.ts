import type { Forward } from '../../../model/entry.ts';
import { given } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { within } from '../../answer.ts';
import { memberCases } from '../../guarded-members.ts';
import { portOf } from '../elastic-load-balancing-v2/target-protocol.ts';

/** The listeners of a classic load balancer. */
export function listeners(view: ResourceView): readonly ResourceView[] {
  return memberCases(view, 'Listeners').map(({ value }) => within(view, value));
}

/** A property as written; undefined when only deployment tells it. */
export function wordOf(value: Value | undefined): string | undefined {
  const text = value === undefined ? undefined : textOf(value);
  return text === undefined ? undefined : literalOf(text);
}

/** Does the listener speak TLS on the side that the property names, `Protocol` or `InstanceProtocol`? */
export function encrypts(listener: ResourceView, property: string): boolean {
  return /^(https|ssl)$/i.test(wordOf(listener.read(property)) ?? '');
}

/** How each listener of a classic load balancer calls the instances behind it. */
export function instancePorts(
  view: ResourceView,
): readonly Pick<Forward, 'protocol' | 'port' | 'encrypted' | 'origin'>[] {
  return listeners(view).map((listener) => {
    const front = (wordOf(listener.read('Protocol')) ?? 'tcp').toLowerCase();
    return {
      protocol: (wordOf(listener.read('InstanceProtocol')) ?? front).toLowerCase(),
      port: portOf(listener.read('InstancePort')),
      encrypted: given(encrypts(listener, listener.read('InstanceProtocol') ? 'InstanceProtocol' : 'Protocol')),
      origin: listener.origin(),
    };
  });
}
