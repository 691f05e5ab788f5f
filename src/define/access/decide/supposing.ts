import type { Supposition } from '../../../model/access.ts';
import type { PolicySource } from '../../../model/policy.ts';
import { compilePolicy, type PolicyCode } from '../compile/policy-code.ts';
import type { CallerCode } from './caller.ts';
import { isPublicStatement } from './gate.ts';
import type { TargetCode } from './target.ts';

/** Puts in what a request supposes. */
interface Supposing {
  caller(code: CallerCode | undefined, supposed: Supposition | undefined): CallerCode | undefined;
  target(code: TargetCode, supposed: Supposition | undefined): TargetCode;
}

/** Lists of policies are compiled once: a supposition is asked about again and again. */
export function createSupposing(): Supposing {
  const compiled = new WeakMap<readonly PolicySource[], readonly PolicyCode[]>();
  const codesOf = (sources: readonly PolicySource[]): readonly PolicyCode[] => {
    const known = compiled.get(sources);
    if (known !== undefined) return known;
    const codes = sources.map(compilePolicy);
    compiled.set(sources, codes);
    return codes;
  };
  const changed = new WeakMap<CallerCode, WeakMap<Supposition, CallerCode>>();
  const changedBy = (code: CallerCode, { identity, boundary }: Supposition): CallerCode => ({
    ...code,
    ...(identity !== undefined && { identity: codesOf(identity) }),
    ...(boundary !== undefined && { boundary: boundary.length === 0 ? undefined : codesOf(boundary) }),
  });
  return {
    caller(code, supposed) {
      if (code === undefined || supposed === undefined) return code;
      const known = changed.get(code) ?? new WeakMap<Supposition, CallerCode>();
      changed.set(code, known);
      const made = known.get(supposed) ?? changedBy(code, supposed);
      known.set(supposed, made);
      return made;
    },
    target(code, supposed) {
      if (supposed?.target === undefined) return code;
      const isPublic = supposed.target.some(({ document }) => document.statements.some(isPublicStatement));
      return { ...code, policies: codesOf(supposed.target), isPublic };
    },
  };
}
