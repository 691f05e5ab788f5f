import type { Node } from '../../src/define/cloudformation/node.ts';
import { parseDocument } from '../../src/define/cloudformation/parse.ts';
import { transformSam } from '../../src/define/sam/transform.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { createOrigins, type OriginTable } from '../../src/model/origin.ts';

/** A template after the transform, as plain data. */
export interface Plain {
  readonly template: Readonly<Record<string, unknown>>;
  readonly resources: Readonly<Record<string, PlainResource>>;
  readonly diagnostics: readonly Diagnostic[];
  readonly origins: OriginTable;
  readonly root: Node;
}

export interface PlainResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly [attribute: string]: unknown;
}

/** Runs the transform alone over a text; parameters have their defaults. */
export function transformed(text: string, region = 'ap-southeast-1'): Plain {
  const origins = createOrigins();
  const document = parseDocument('template.yaml', text, origins);
  const { root } = document;
  if (root?.kind !== 'mapping') {
    const empty: Node = { kind: 'mapping', entries: new Map(), origin: origins.source('template.yaml', 1, 1, 1) };
    return { template: {}, resources: {}, diagnostics: document.diagnostics, origins, root: empty };
  }
  const result = transformSam(root, {
    file: 'template.yaml',
    origins,
    partition: 'aws',
    parameter: (name) => {
      const fallback = field(root, 'Parameters', name, 'Default');
      return fallback?.kind === 'scalar' && fallback.value !== null ? String(fallback.value) : undefined;
    },
    mapped: (...path) => field(root, 'Mappings', ...path),
    pseudo: (name) => (name === 'AWS::Region' ? region : undefined),
  });
  const template = plain(result.root) as Record<string, unknown>;
  return {
    template,
    resources: (template.Resources ?? {}) as Record<string, PlainResource>,
    diagnostics: [...document.diagnostics, ...result.diagnostics],
    origins,
    root: result.root,
  };
}

export function field(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  let here = node;
  for (const key of path) here = here?.kind === 'mapping' ? here.entries.get(key)?.value : undefined;
  return here;
}

function plain(node: Node): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'sequence') return node.items.map((item) => plain(item));
  return Object.fromEntries([...node.entries.values()].map(({ key, value }) => [key, plain(value)]));
}
