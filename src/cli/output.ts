import { writeFileSync } from 'node:fs';
import { errorCode } from '../define/read/text-file.ts';
import { UsageError } from './usage-error.ts';

/** Writes a result to a file, or to standard output when there is none. */
export function writeResult(text: string, file: string | undefined): void {
  if (file === undefined) process.stdout.write(text);
  else writeOut(file, text);
}

/** Writes a file that the user named; says why when that cannot be done. */
export function writeOut(file: string, text: string, flag: 'w' | 'wx' = 'w'): void {
  try {
    writeFileSync(file, text, { flag });
  } catch (error) {
    const code = errorCode(error);
    throw new UsageError(`${file} cannot be written (${code}): ${reasons[code] ?? 'give another file'}`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist; create it, or give another file',
  EISDIR: 'it is a folder; give a file in it',
  EACCES: 'no permission; give another file',
  EEXIST: 'it is there already; remove it first, or give another file',
};

/** Colours only for a terminal, and not where people ask for none. */
export function terminalOf(stream: NodeJS.WriteStream): { readonly colors: boolean; readonly width: number } {
  const noColor = process.env.NO_COLOR;
  const wanted = (noColor === undefined || noColor === '') && process.env.TERM !== 'dumb';
  return { colors: stream.isTTY === true && wanted, width: stream.columns ?? 100 };
}

/** What happened on the way: standard error, so that results can be piped. */
export function note(message: string): void {
  process.stderr.write(`${message}\n`);
}
