import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';

/** Larger files are never read: CloudFormation itself takes 1 MB, a cloud assembly's largest files a few MB. */
const MOST_BYTES = 50 * 1024 * 1024;

export type TextFile =
  | { readonly kind: 'text'; readonly text: string; readonly sha256: string }
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'refused';
      readonly code: 'input-unreadable' | 'input-too-large' | 'not-utf-8';
      readonly message: string;
    };

/** A file as UTF-8 text, a byte order mark dropped, with the SHA-256 of its bytes. Never throws. */
export function readTextFile(path: string): TextFile {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return refused('input-unreadable', 'it is not a regular file');
    if (stats.size > MOST_BYTES) {
      const size = Math.ceil(stats.size / 1024 / 1024);
      return refused(
        'input-too-large',
        `it has ${size} MB, more than the ${MOST_BYTES / 1024 / 1024} MB that are read; split it`,
      );
    }
    return decode(readFileSync(path));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
    return refused('input-unreadable', `it cannot be read (${code}); check its permissions`);
  }
}

function decode(bytes: Uint8Array): TextFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), sha256 };
  } catch {
    return refused('not-utf-8', 'it is not UTF-8 text; save it as UTF-8');
  }
}

function refused(code: 'input-unreadable' | 'input-too-large' | 'not-utf-8', message: string): TextFile {
  return { kind: 'refused', code, message };
}

/** The system's name of an I/O error, `EACCES`. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
