import type { EventSource } from '../events/event-source.ts';
import type { SamResource } from '../expansion.ts';
import type { Made } from '../made.ts';

/** An API whose document is put together from its definition and from events that name it. */
export interface ApiDraft {
  readonly resource: SamResource;
  /** Made by the transform for events that name no API. */
  readonly implicit: boolean;
  readonly routes: Route[];
}

/** A method of a path that an event asks for. */
export interface Route {
  readonly event: EventSource;
  readonly path: string;
  /** In lower case; `any` stands for all methods. */
  readonly method: string;
  /** Without the condition of the event's function. */
  readonly integration: Readonly<Record<string, Made>>;
  readonly responses: Made;
}

/** How OpenAPI for API Gateway names a method. */
export function methodKey(method: string): string {
  return method === 'any' ? anyMethod : method;
}

export const anyMethod = 'x-amazon-apigateway-any-method';

const httpMethods: ReadonlySet<string> = new Set([
  'get',
  'post',
  'put',
  'delete',
  'patch',
  'head',
  'options',
  'trace',
  anyMethod,
]);

export function isMethod(key: string): boolean {
  return httpMethods.has(key.toLowerCase());
}

/** What API Gateway calls the method in ARNs. */
export function methodInArn(method: string): string {
  return method === 'any' ? '*' : method.toUpperCase();
}

/** A path in ARNs: parameters match anything. */
export function pathInArn(path: string): string {
  return path.replace(/\{[^}/]+\}/g, '*');
}
