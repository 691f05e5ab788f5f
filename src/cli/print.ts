import type { Diagnostic } from '../model/diagnostic.ts';
import { visibleLine } from '../report/visible.ts';

/** `file:line:column: level: message`, one a line, with control characters made visible. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], label = ''): void {
  const lines = diagnostics.map(({ level, code, message, source }) =>
    visibleLine(`${label}${source.file}:${source.line}:${source.column}: ${level}: ${message} [${code}]`),
  );
  if (lines.length > 0) process.stderr.write(`${lines.join('\n')}\n`);
}
