import { casesOf } from '../model/fact.ts';
import type { Statement } from '../model/policy.ts';
import type { Questions } from '../model/questions.ts';
import type { Resource } from '../model/resource.ts';
import { literalOf } from '../model/text.ts';
import { type DataActions, dataActions, readsOf } from './data-actions.ts';

type Uses = Pick<DataActions, 'read' | 'write' | 'invoke'>;

const none: Uses = { read: [], write: [], invoke: [] };

/**
 * What using a resource means: by the table where it says so of the type, else what its own policies allow to others, told
 * apart by their names. A type that nobody described is so no safer than one that somebody did.
 */
export function usesOf({ system }: Questions, resource: Resource): Uses {
  const listed = dataActions(resource.type);
  if ([listed.read, listed.write, listed.invoke].some(({ length }) => length > 0))
    return { ...listed, read: readsOf(resource.type) };
  const stated = casesOf(system.fact(resource.id, 'resourcePolicy')).flatMap(({ fact }) =>
    fact.kind === 'known'
      ? fact.value
          .filter(({ kind }) => kind === 'resource')
          .flatMap(({ document }) => document.statements.flatMap(actionsIn))
      : [],
  );
  if (stated.length === 0) return none;
  const all = [...new Set(stated)].filter((action) => !askedElsewhere.test(action));
  return {
    read: all.filter((action) => reading.test(action)),
    write: all.filter((action) => !reading.test(action) && !calling.test(action)),
    invoke: all.filter((action) => calling.test(action)),
  };
}

/** Callers of these show who they are, or come from inside, as the endpoint says: which is asked of it. */
const askedElsewhere = /^(execute-api|vpc-lattice(-svcs)?):/i;
const reading =
  /^[a-z0-9-]+:(Get|BatchGet|List|Describe|Read|Download|Query|Select|Search|Scan|View|Receive|Subscribe)/i;
const calling = /^[a-z0-9-]+:\w*(Invoke|Execute)/i;

/** Each action that a statement allows, of a pattern one that it means. */
function actionsIn({ effect, actions = [] }: Statement): readonly string[] {
  if (effect !== 'Allow') return [];
  return actions.flatMap((pattern) => {
    const literal = literalOf(pattern);
    return literal === undefined || !/^[a-z0-9-]+:/i.test(literal) ? [] : [literal.replaceAll(/[*?]+/g, 'Any')];
  });
}
