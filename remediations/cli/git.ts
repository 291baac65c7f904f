import { execFileSync } from 'node:child_process';
import { UserError } from '../errors';

/** What git printed on its standard error. */
export class GitError extends Error {}

/** Runs git in a folder. Arguments are ours alone: what somebody names is checked by whoever passes it on. */
export function git(folder: string, ...args: readonly string[]): string {
  try {
    return execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 30,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new UserError('git cannot be run: there is none on PATH', 'Install git, or write patches with --out.');
    throw new GitError(firstLine(String((error as { stderr?: unknown }).stderr ?? '')));
  }
}

/** The same, where git's refusal is an answer. */
export function gitOr<T>(otherwise: T, folder: string, ...args: readonly string[]): string | T {
  try {
    return git(folder, ...args);
  } catch (error) {
    if (error instanceof GitError) return otherwise;
    throw error;
  }
}

const firstLine = (text: string): string =>
  text
    .trim()
    .replace(/^(fatal|error): /, '')
    .split('\n')[0];
