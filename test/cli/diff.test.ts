import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Difference } from '../../src/model/difference.ts';
import { bartizan, buildCommandLine, folderWith, writeFiles } from './command-line.ts';
import { closedBucket, openBucket } from './templates.ts';

beforeAll(buildCommandLine, 60_000);

const day = ['--as-of', '2026-11-22'];

function git(folder: string, ...args: readonly string[]): void {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** A repository whose main branch is closed and whose branch `change` opens the bucket. */
function repository(): string {
  const folder = folderWith({ 'infra/app.yaml': closedBucket, 'README.md': 'x' });
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'closed');
  git(folder, 'checkout', '-qb', 'change');
  writeFiles(folder, { 'infra/app.yaml': openBucket });
  git(folder, 'commit', '-qam', 'open');
  return folder;
}

function opened(stdout: string): readonly string[] {
  const { threats, attackPaths } = JSON.parse(stdout) as Difference;
  return [...attackPaths, ...threats].flatMap(({ effect, id }) => (effect === 'opened' ? [id] : []));
}

const both = ['internet>reads:app/Files', 'data/public-read@app/Files'];

describe('bartizan diff', () => {
  it('of two folders says what one line opened, with its place', () => {
    const folder = folderWith({ 'before/app.yaml': closedBucket, 'after/app.yaml': openBucket });
    const { status, stdout } = bartizan(['diff', 'before', 'after', ...day], folder);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^### Opens 1 attack path and \d+ threats?/);
    expect(stdout).toContain('`app.yaml:14`');
    expect(opened(bartizan(['diff', 'before', 'after', ...day, '--format', 'json'], folder).stdout)).toEqual(
      expect.arrayContaining(both),
    );
  });

  it('of two files of different names compares them as one template', () => {
    const folder = folderWith({ 'before.yaml': closedBucket, 'app.yaml': openBucket });
    expect(opened(bartizan(['diff', 'before.yaml', 'app.yaml', ...day, '--format', 'json'], folder).stdout)).toEqual(
      expect.arrayContaining(both),
    );
  });

  it('of the same thing finds nothing', () => {
    const folder = folderWith({ 'app.yaml': openBucket });
    const { stdout, status } = bartizan(['diff', 'app.yaml', 'app.yaml', '--fail-on', 'low', ...day], folder);
    expect(stdout).toContain('Opens and closes no threat and no attack path');
    expect(status).toBe(0);
  });

  it('reads documents: threat models and saved systems', () => {
    const folder = folderWith({ 'before/app.yaml': closedBucket, 'after/app.yaml': openBucket });
    bartizan(['model', 'before', '--format', 'json', '--out', 'before.json', ...day], folder);
    bartizan(['system', 'after', '--out', 'after.json', ...day], folder);
    const { stdout } = bartizan(['diff', 'before.json', 'after.json', '--format', 'json', ...day], folder);
    expect(opened(stdout)).toEqual(expect.arrayContaining(both));
  });

  it('fails only for what is new', () => {
    const folder = folderWith({ 'closed/app.yaml': closedBucket, 'open/app.yaml': openBucket });
    const exit = (...args: readonly string[]) =>
      bartizan(['diff', ...args, '--fail-on', 'high', ...day], folder).status;
    expect(exit('closed', 'open')).toBe(1);
    expect(exit('open', 'open')).toBe(0);
    expect(exit('open', 'closed')).toBe(0);
  });
});

describe('bartizan diff with git', () => {
  it.each([
    ['A..B and a path', ['main..change', 'infra']],
    ['A...B and a path', ['main...change', 'infra']],
    ['A..B of everything', ['main..change']],
    ['a revision and the working folder', ['git:main', 'infra']],
    ['REV:path on both sides', ['main:infra', 'change:infra']],
    ['REV:file and a file', ['main:infra/app.yaml', 'infra/app.yaml']],
  ])('%s', (_, sides) => {
    const { stdout, stderr } = bartizan(['diff', ...sides, '--format', 'json', ...day], repository());
    expect(stderr).toBe('');
    expect(opened(stdout).map((id) => id.replace('infra/app', 'app'))).toEqual(expect.arrayContaining(both));
  });

  it('works from a folder inside, and takes uncommitted changes', () => {
    const folder = repository();
    writeFiles(folder, { 'infra/app.yaml': closedBucket });
    const { stdout } = bartizan(['diff', 'git:change', '.', ...day], join(folder, 'infra'));
    expect(stdout).toMatch(/^### Closes 1 attack path/);
  });

  it('of a path that the base does not have yet is all new', () => {
    const folder = repository();
    writeFiles(folder, { 'new/app.yaml': openBucket });
    const { stdout } = bartizan(['diff', 'git:main', 'new', '--format', 'json', ...day], folder);
    expect(opened(stdout)).toEqual(expect.arrayContaining(both));
  });

  it('runs no hook and changes nothing in the repository', () => {
    const folder = repository();
    writeFiles(folder, { '.git/hooks/post-checkout': '#!/bin/sh\ntouch hooked\n' });
    bartizan(['diff', 'main..change', 'infra', ...day], folder);
    const { stdout } = spawnSync('git', ['status', '--porcelain'], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toBe('');
  });

  it.each([
    ['a revision that is none', ['git:nowhere', '.'], 'names no commit'],
    ['an option in place of a revision', ['git:--help', '.'], 'names no commit'],
    ['one side only', ['infra'], 'diff needs two sides'],
    ['a side that is not there', ['nothing', 'infra'], 'nothing is not there'],
    ['a path on neither side', ['main..change', 'none'], 'none'],
  ])('%s is told, with what to do', (_, args, told) => {
    const { status, stderr } = bartizan(['diff', ...args], repository());
    expect(stderr).toContain(told);
    expect(status).toBe(2);
  });

  it('outside a repository says so', () => {
    const folder = folderWith({ 'app.yaml': openBucket });
    const { status, stderr } = bartizan(['diff', 'git:main', '.'], folder);
    expect(status).toBe(2);
    expect(stderr).toContain('in no git repository');
    rmSync(folder, { recursive: true });
  });
});
