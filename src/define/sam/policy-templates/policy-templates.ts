import type { Node } from '../../cloudformation/node.ts';
import { entriesOf } from '../fields.ts';
import type { Made, MadeObject } from '../made.ts';
import { messagingTemplates } from './messaging.ts';
import { documentOf, parametersOf, type TemplateStatement } from './policy-template.ts';
import { servicesTemplates } from './services.ts';
import { storageTemplates } from './storage.ts';

const templates = new Map<string, readonly TemplateStatement[]>(
  [storageTemplates, messagingTemplates, servicesTemplates].flatMap((group) => Object.entries(group)),
);

/** The document, or what is wrong with the call of the template. */
export type FilledTemplate =
  | { readonly kind: 'document'; readonly document: MadeObject }
  | { readonly kind: 'unknown-template' }
  | { readonly kind: 'missing-parameter'; readonly names: readonly string[] };

/** Fills the policy template of that name; parameters are given by their names, whatever the case. */
export function filledTemplate(name: string, parameters: Node): FilledTemplate {
  const statements = templates.get(name);
  if (statements === undefined) return { kind: 'unknown-template' };
  const given = new Map(entriesOf(parameters).map(({ key, value }) => [key.toLowerCase(), value]));
  const values = new Map<string, Made>();
  const missing: string[] = [];
  for (const parameter of parametersOf(statements)) {
    const value = given.get(parameter.toLowerCase());
    if (value === undefined) missing.push(`${parameter.slice(0, 1).toUpperCase()}${parameter.slice(1)}`);
    else values.set(parameter, value);
  }
  return missing.length > 0
    ? { kind: 'missing-parameter', names: missing }
    : { kind: 'document', document: documentOf(statements, values) };
}
