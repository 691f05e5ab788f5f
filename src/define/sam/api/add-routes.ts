import { diagnose, type Expansion } from '../expansion.ts';
import { type Made, sub } from '../made.ts';
import { conditionOf, underCondition } from '../put.ts';
import { type ApiDraft, methodKey, type Route } from './api-draft.ts';
import { conditional, leavesOf } from './branching.ts';
import type { ApiDocument, Operation, PathItem } from './document.ts';

/** How one kind of API takes routes. */
export interface RouteOptions {
  /** The operation of a route; `known` is what the definition already says of it. */
  readonly operation: (route: Route, known: Operation | undefined) => Operation;
  /** The condition under which a path that the transform makes exists. */
  readonly pathCondition?: ReadonlyMap<string, string>;
  /** A route whose integration the definition already has: an error, or left as it is. */
  readonly doubles: 'report' | 'keep';
  /** The definition of the user, which events may only override when it is to be merged with them. */
  readonly merge: boolean;
}

/** Adds the routes that events ask for. The operations by route are those that the events' settings apply to. */
export function addRoutes(
  document: ApiDocument,
  draft: ApiDraft,
  options: RouteOptions,
  expansion: Expansion,
): ReadonlyMap<Route, readonly Operation[]> {
  const operations = new Map<Route, readonly Operation[]>();
  for (const route of draft.routes) {
    const items = itemsAt(document, route, options);
    operations.set(
      route,
      items.flatMap((item) => addRoute(item, route, options, expansion)),
    );
  }
  return operations;
}

function itemsAt(document: ApiDocument, { path }: Route, { pathCondition }: RouteOptions): readonly PathItem[] {
  const known = document.paths.get(path);
  if (known !== undefined && known.kind !== 'raw') return leavesOf(known);
  const item: PathItem = new Map();
  document.paths.set(path, conditional(pathCondition?.get(path), item));
  return [item];
}

function addRoute(item: PathItem, route: Route, options: RouteOptions, expansion: Expansion): readonly Operation[] {
  const key = spellings(methodKey(route.method)).find((name) => item.has(name)) ?? methodKey(route.method);
  const known = item.get(key);
  const given = known === undefined ? [] : leavesOf(known);
  const taken = given.some((operation) => operation.has('x-amazon-apigateway-integration'));
  if (taken && !options.merge) {
    if (options.doubles === 'report') reportDouble(route, expansion);
    return options.doubles === 'report' ? [] : given;
  }
  if (given.length > 0) {
    for (const operation of given) {
      for (const [name, value] of options.operation(route, operation)) operation.set(name, value);
    }
    return given;
  }
  const operation = options.operation(route, undefined);
  item.set(key, conditional(conditionOf(route.event.owner), operation));
  return [operation];
}

/** Ways to write a method in a definition. */
function spellings(key: string): readonly string[] {
  return [key, key.toUpperCase(), `${key.slice(0, 1).toUpperCase()}${key.slice(1)}`];
}

function reportDouble({ event, path, method }: Route, expansion: Expansion) {
  const message = `event ${event.name} of ${event.owner.id}: ${method} ${path} is defined more than once; keep one of them`;
  diagnose(expansion, 'sam-conflict', message, event.entry.keyOrigin);
}

/** Where API Gateway calls a function. */
export function functionUri(arnVariable: string, partition: string, owner: Route['event']['owner']): Made {
  const uri = `arn:${partition}:apigateway:<AWS::Region>:lambda:path/2015-03-31/functions/${arnVariable}/invocations`;
  return underCondition(conditionOf(owner), sub(uri));
}
