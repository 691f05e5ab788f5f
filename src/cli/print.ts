import type { Diagnostic } from '../model/diagnostic.ts';
import { visible } from '../report/visible.ts';

/** `file:line:column: level: message`, one a line, with control characters made visible. */
export function printDiagnostics(diagnostics: readonly Diagnostic[]): void {
  for (const { level, code, message, source } of diagnostics) {
    process.stderr.write(
      `${visible(`${source.file}:${source.line}:${source.column}: ${level}: ${message} [${code}]`)}\n`,
    );
  }
}
