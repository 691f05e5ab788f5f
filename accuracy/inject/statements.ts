import type { Json } from './weakness.ts';

/** A policy document of one statement. */
export function policy(statement: Readonly<Record<string, Json>>): Json {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] };
}

/** An inline policy of an identity. */
export function inline(actions: Json, resources: Json = '*'): Json {
  return { PolicyName: 'extra', PolicyDocument: policy({ Action: actions, Resource: resources }) };
}

export const ref = (id: string): Json => ({ Ref: id });
export const arnOf = (id: string): Json => ({ 'Fn::GetAtt': [id, 'Arn'] });

/** An account that is none of the template's. */
export const foreignAccount = '472938475610';
