import type { Diagnostic } from '../../model/diagnostic.ts';
import { joinKnowledge, noOwnKnowledge, type OwnKnowledge } from '../../model/knowledge.ts';
import type { OriginTable } from '../../model/origin.ts';
import type { Declarations } from '../declared/parse-declarations.ts';
import type { InputFile, RootInput } from '../input.ts';
import { spanOf } from '../span-of.ts';
import { namedRuleFiles, withoutRepeats } from './named-rule-files.ts';
import { parseRuleFile, type RuleFile } from './rule-file.ts';

/** What users know, from the rule files of a run. */
export interface ReadKnowledge {
  readonly knowledge: OwnKnowledge;
  readonly ruleFiles: readonly RuleFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A root with what its `bartizan.yaml` says. */
interface DeclaringRoot {
  readonly input: RootInput;
  readonly declarations: Declarations;
}

/** Reads the rule files that roots of subjects name, and those given besides. Context brings no rules. */
export function readOwnKnowledge(
  roots: readonly DeclaringRoot[],
  given: readonly InputFile[],
  origins: OriginTable,
): ReadKnowledge {
  const diagnostics: Diagnostic[] = [];
  const subjects = roots.filter(({ input }) => input.role === 'subject');
  const named = subjects.flatMap((root) => filesNamedIn(root, origins, diagnostics));
  const ruleFiles = withoutRepeats([...named, ...given]).map((input) => parseRuleFile(input, origins));
  const risks = subjects.flatMap(({ declarations: { risk } }): readonly OwnKnowledge[] =>
    risk === undefined ? [] : [{ ...noOwnKnowledge, risk, said: [JSON.stringify(risk)] }],
  );
  return {
    knowledge: joinKnowledge(...ruleFiles.map(({ knowledge }) => knowledge), ...risks),
    ruleFiles,
    diagnostics: [...diagnostics, ...ruleFiles.flatMap((file) => file.diagnostics)],
  };
}

function filesNamedIn(
  { input, declarations }: DeclaringRoot,
  origins: OriginTable,
  diagnostics: Diagnostic[],
): readonly InputFile[] {
  const file = input.declaration?.file ?? '';
  return declarations.rules.flatMap((entry) => {
    const named = namedRuleFiles(input.root, entry);
    const tell = (code: string, message: string) =>
      diagnostics.push({ level: 'error', code, message, source: spanOf(entry.origin, origins, file) });
    if (named.length === 0) tell('input-missing', `there is no *.rule.yaml in ${entry.path}`);
    return named.flatMap(({ path, read }) => {
      if (read.kind === 'file') return [read.input];
      if (read.kind === 'missing') tell('input-missing', `the rule file ${path} is not there; check its spelling`);
      else if (read.kind === 'escapes')
        tell('path-escape', `${path} is outside the folder of bartizan.yaml; it is not read, move it below`);
      else tell(read.code, `${path} is left out: ${read.message}`);
      return [];
    });
  });
}
