import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Origin, OriginTable } from '../../model/origin.ts';
import type { InputFile } from '../input.ts';

/** What a credential report says of one user. */
export interface UserCredentials {
  /** Has a password for the console. */
  readonly password: boolean;
  /** Active keys by number, 1 or 2. */
  readonly keys: readonly number[];
  readonly origin: Origin;
}

/** By the ARN of the user. */
export type Credentials = ReadonlyMap<string, UserCredentials>;

const header = /^user,arn,/;
const jsonContent = /"Content"\s*:\s*"([A-Za-z0-9+/=\s\\n]*)"/;

/** Is it the output of `aws iam get-credential-report`, or the CSV file in it? */
export function isCredentialReport(text: string): boolean {
  return header.test(text) || (/"ReportFormat"\s*:\s*"text\/csv"/.test(text) && jsonContent.test(text));
}

/**
 * Reads the credential report of an account: which users have passwords and active keys.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
 */
export function readCredentialReport(
  { file, text }: InputFile,
  origins: OriginTable,
): { readonly credentials: Credentials; readonly diagnostics: readonly Diagnostic[] } {
  const credentials = new Map<string, UserCredentials>();
  const diagnostics: Diagnostic[] = [];
  const plain = header.test(text);
  const rows = (plain ? text : decoded(jsonContent.exec(text)?.[1] ?? '')).split(/\r?\n/);
  const columns = cellsOf(rows[0] ?? '');
  const report = (line: number, message: string) =>
    diagnostics.push({
      level: 'error',
      code: 'credential-report',
      message,
      source: { file, line, column: 1, endLine: line },
    });
  if (!['arn', 'password_enabled', 'access_key_1_active', 'access_key_2_active'].every((key) => columns.includes(key)))
    report(
      1,
      'the credential report lacks columns, so it is left out; fetch it again with aws iam get-credential-report',
    );
  else
    for (const [at, row] of rows.entries()) {
      if (at === 0 || row === '') continue;
      const cells = cellsOf(row);
      const line = plain ? at + 1 : 1;
      const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
      if (cells.length !== columns.length) {
        report(
          line,
          `row ${at + 1} of the credential report has ${cells.length} cells, not ${columns.length}; it is left out, fetch the report again`,
        );
        continue;
      }
      credentials.set(cell('arn'), {
        password: cell('password_enabled') === 'true',
        keys: [1, 2].filter((key) => cell(`access_key_${key}_active`) === 'true'),
        origin: origins.source(file, line, 1, line),
      });
    }
  return { credentials, diagnostics };
}

function decoded(content: string): string {
  try {
    const bytes = atob(content.replaceAll('\\n', ''));
    return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  } catch {
    return '';
  }
}

/** Cells of a row; one in quotes may hold commas, and two quotes for one. */
function cellsOf(row: string): readonly string[] {
  const cells = row.match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,]*)/g) ?? [];
  return cells.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
}
