import type { Diagnostic } from '../../model/diagnostic.ts';
import { noOwnKnowledge, type OwnKnowledge } from '../../model/knowledge.ts';
import type { OriginTable } from '../../model/origin.ts';
import type { MappingNode } from '../cloudformation/node.ts';
import { parseDocument } from '../cloudformation/parse.ts';
import type { Decode, Decoding } from '../declared/decode.ts';
import { decodingOf } from '../declared/parse-declarations.ts';
import type { InputFile } from '../input.ts';
import { assetRules } from './asset-section.ts';
import { controls } from './control-section.ts';
import { services } from './service-section.ts';
import { type OwnThreat, threats } from './threat-section.ts';

/** What one rule file says. */
export interface RuleFile {
  readonly input: InputFile;
  readonly knowledge: OwnKnowledge;
  /** The threats with their examples. */
  readonly threats: readonly OwnThreat[];
  readonly diagnostics: readonly Diagnostic[];
}

const sections = ['threats', 'controls', 'services', 'assets'];

/**
 * Reads a rule file. An entry that is wrong is reported with its line and left out, and the others still count. Nothing in a
 * rule file is executed: expressions are evaluated by a bounded interpreter that knows no loops.
 */
export function parseRuleFile(input: InputFile, origins: OriginTable): RuleFile {
  const document = parseDocument(input.file, input.text, origins);
  const diagnostics: Diagnostic[] = [...document.diagnostics];
  const decoding = decodingOf(input, origins, diagnostics);
  const { root } = document;
  if (root?.kind !== 'mapping') {
    if (root !== undefined)
      decoding.report(root.origin, 'declared-value', `a rule file is a map with the keys ${sections.join(', ')}`);
    return { input, knowledge: noOwnKnowledge, threats: [], diagnostics };
  }
  const { knowledge, threats: found } = readRuleSections(root, decoding);
  return { input, knowledge: { ...knowledge, said: [input.text] }, threats: found, diagnostics };
}

function readRuleSections(root: MappingNode, to: Decoding): Pick<RuleFile, 'knowledge' | 'threats'> {
  for (const { key, keyOrigin } of root.entries.values()) {
    if (sections.includes(key)) continue;
    to.report(keyOrigin, 'declared-key', `a rule file has no section ${key}; the sections are ${sections.join(', ')}`);
  }
  const section = <T>(name: string, decode: Decode<readonly T[]>): readonly T[] => {
    const value = root.entries.get(name)?.value;
    return value === undefined ? [] : (decode(value, to, name) ?? []);
  };
  const found = section('threats', threats);
  return {
    threats: found,
    knowledge: {
      threats: found.map(({ rule }) => rule),
      controls: section('controls', controls),
      services: section('services', services),
      assets: section('assets', assetRules),
      said: [],
    },
  };
}
