import { literalOf } from '../../model/text.ts';
import { textOf } from '../../model/value.ts';
import type { Node, ParsedDocument } from './node.ts';
import { parseDocument } from './parse.ts';
import { resolveNode } from './resolve.ts';
import { report, type Scope } from './scope.ts';

/** Is it a call of the transform that AWS offers for parts of templates? */
export function isInclude(transform: Node): boolean {
  const name = transform.kind === 'mapping' ? transform.entries.get('Name')?.value : undefined;
  return name?.kind === 'scalar' && name.value === 'AWS::Include';
}

/** The content of the local file that an `AWS::Include` names; what is not local is reported. */
export function includedNode(transform: Node, scope: Scope): Node | undefined {
  const parameters = transform.kind === 'mapping' ? transform.entries.get('Parameters')?.value : undefined;
  const location = parameters?.kind === 'mapping' ? parameters.entries.get('Location')?.value : undefined;
  const content = location === undefined ? undefined : textOf(resolveNode(location, scope));
  const path = content === undefined ? undefined : literalOf(content);
  const from = scope.context.origins.span(transform.origin)?.file ?? scope.template.file;
  const local = path === undefined ? undefined : localDocument(path, from, scope);
  if (local !== undefined) return local.root;
  const shown = path ?? 'a location that is not known';
  report(
    scope,
    'warning',
    'include-not-local',
    `AWS::Include of ${shown}: no such file beside the template, so its content is missing; put the file there`,
    transform.origin,
  );
  scope.template.macros = true;
  return undefined;
}

/** A file beside the template, parsed once in a run; undefined when it is elsewhere or cannot be read. */
export function localDocument(path: string, from: string, scope: Scope): ParsedDocument | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return undefined;
  const found = scope.context.readLocal(path, from);
  if (found === undefined) return undefined;
  const known = scope.run.documents.get(found.file);
  if (known !== undefined) return known;
  const document = parseDocument(found.file, found.text, scope.context.origins);
  scope.run.documents.set(found.file, document);
  scope.run.diagnostics.push(...document.diagnostics);
  return document;
}
