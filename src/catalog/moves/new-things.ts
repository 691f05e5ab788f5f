import type { PolicySource, Statement } from '../../model/policy.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { matchPatternIgnoringCase, type Text, text, textKey } from '../../model/text.ts';
import { type Allowed, type Context, firstAllowed } from './permission.ts';

/** Actions that together make something new, each with the kind of ARN that it names: `function:`, or `*` for none. */
export type Making = readonly (readonly [action: string, kind: string])[];

/**
 * May the principal make something new in one of these ways? All actions of a way must be allowed on the same new thing:
 * who may make any function but call only his own ones can do nothing with it.
 */
export function makesNew(
  ask: Questions,
  principal: Resource,
  ways: readonly Making[],
  context?: Context,
): readonly Allowed[] | undefined {
  const policies = ask.access.policiesOf(principal.id);
  const sets = ways.flatMap((way) =>
    namesFor(policies, way).map((name) =>
      way.map(([action, kind]) => ({
        action,
        on: '*' as const,
        resource: kind === '*' ? (['*'] as const) : newArn(ask, principal, { action, kind, name }),
        ...(context !== undefined && { context }),
      })),
    ),
  );
  return firstAllowed(ask, principal, sets);
}

/** ARN of something of this kind with this name, in the principal’s own account. */
export function newArn(
  ask: Questions,
  principal: Resource,
  of: { readonly action: string; readonly kind: string; readonly name: Text },
): Text {
  const { account, region, partition } = ask.system.deploymentOf(principal.id);
  const [service = ''] = of.action.split(':');
  const place: Text = service === 'iam' || service === 'sts' ? [] : region;
  const owner = service === 'sts' ? 'iam' : service;
  return text('arn:', ...partition, `:${owner}:`, ...place, ':', ...account, `:${of.kind}`, ...of.name);
}

const plainName: Text = ['bartizan-new'];
/** Names beyond these are not tried. */
const mostNames = 6;

/** A plain name, and those that patterns of Allow statements about the actions make room for. */
export function namesFor(policies: readonly PolicySource[], way: Making): readonly Text[] {
  const statements = policies.flatMap(({ document }) => document.statements);
  const names = way.flatMap(([action, kind]) =>
    statements
      .filter((statement) => speaksOf(statement, action))
      .flatMap(({ resources = [] }) =>
        resources.flatMap((pattern): readonly Text[] => {
          const name = nameIn(pattern, kind);
          return name === undefined ? [] : [name];
        }),
      ),
  );
  const found = new Map([plainName, ...names].map((name) => [textKey(name), name]));
  return [...found.values()].slice(0, mostNames);
}

function speaksOf({ effect, actions }: Statement, action: string): boolean {
  return effect === 'Allow' && actions?.some((one) => matchPatternIgnoringCase(one, [action]) !== 'no') === true;
}

/** `app-*` of `arn:…:function:app-*` becomes a name; a pattern without room names what exists. */
function nameIn(pattern: Text, kind: string): Text | undefined {
  const at = pattern.findIndex((part) => typeof part === 'string' && part.includes(`:${kind}`));
  const first = pattern[at];
  if (typeof first !== 'string') return undefined;
  const rest = text(first.slice(first.indexOf(`:${kind}`) + kind.length + 1), ...pattern.slice(at + 1));
  const room = rest.some((part) => typeof part === 'string' && /[*?]/.test(part));
  const isVariable = rest.some((part) => typeof part === 'string' && part.includes('${'));
  if (!room || isVariable) return undefined;
  return rest.map((part) => (typeof part === 'string' ? part.replace(/\*+/g, 'new').replaceAll('?', 'x') : part));
}
