import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Step } from '../edit/steps';
import { UserError } from '../errors';
import { quotedPath } from '../render/patch';
import { GitError, git, gitOr } from './git';

const FLAG = '--commit-per-change';

/** A branch that does not exist yet, on what is checked out. */
export interface NewBranch {
  /** Of the code. */
  readonly folder: string;
  /** The same from the root of the repository, with a slash at its end; empty at the root. */
  readonly prefix: string;
  readonly name: string;
  /** The commit that it starts from. */
  readonly base: string;
  readonly author: string;
  readonly committer: string;
}

/** How a file stands in the commit that the branch starts from. */
interface Tracked {
  readonly mode: string;
  /** git turns CRLF into LF on the way in (`core.autocrlf`, `.gitattributes`). */
  readonly isNormalised: boolean;
}

/** A step with what the log tells of it. */
export interface Commit extends Step {
  readonly message: string;
}

/** Refuses whatever stands in the way before anything is planned. */
export function newBranch(folder: string, name: string): NewBranch {
  const prefix = said(folder, 'is in no working tree of git', 'rev-parse', '--show-prefix').replace(/\n$/, '');
  const base = gitOr('', folder, 'rev-parse', '--verify', '--quiet', 'HEAD^{commit}').trim();
  if (!base) throw new UserError(`${FLAG}: the repository of ${folder} has no commit yet`, 'Commit the code first.');
  if (
    name.startsWith('-') ||
    name === 'HEAD' ||
    gitOr(undefined, folder, 'check-ref-format', refOf(name)) === undefined
  )
    throw new UserError(
      `--branch ${name}: not a name for a branch`,
      'Write it as git does, such as plumbline/storage.',
    );
  if (gitOr(undefined, folder, 'rev-parse', '--verify', '--quiet', refOf(name)) !== undefined)
    throw new UserError(
      `--branch ${name}: it exists already`,
      `Name another one with --branch, or remove it when nobody needs it: git branch -D ${name}`,
    );
  const who = (role: string) => said(folder, 'has no author', '-c', 'user.useConfigOnly=true', 'var', role).trim();
  return { folder, prefix, name, base, author: who('GIT_AUTHOR_IDENT'), committer: who('GIT_COMMITTER_IDENT') };
}

const refOf = (name: string): string => `refs/heads/${name}`;

function said(folder: string, problem: string, ...args: readonly string[]): string {
  try {
    return git(folder, ...args);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const hint =
      problem === 'has no author'
        ? 'Tell git who you are: git config user.name … and git config user.email …'
        : `Run it where the code was checked out. git says: ${error.message}`;
    throw new UserError(`${FLAG}: ${folder} ${problem}`, hint);
  }
}

/**
 * The files that change, as they stand in the commit that the branch starts from. A commit on another text than the one that was
 * read would change more than it says.
 */
export function trackedFiles(
  { folder, base }: NewBranch,
  files: ReadonlyMap<string, { readonly before: string }>,
): ReadonlyMap<string, Tracked> {
  // Below the folder it runs in, with paths from there.
  const entries = new Map(
    git(folder, 'ls-tree', '-r', '-z', base)
      .split('\0')
      .map((line) => {
        const [, mode, id, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
        return [path, { mode, id }] as const;
      }),
  );
  const found = [...files].map(([path, { before }]) => [path, tracked(entries.get(path), before)] as const);
  const wrong = found.flatMap(([path, each]) => (each ? [] : [path]));
  if (wrong.length)
    throw new UserError(
      `${FLAG}: not as in the last commit: ${wrong.slice(0, 5).join(', ')}${wrong.length > 5 ? ` and ${wrong.length - 5} more` : ''}`,
      'Commit or stash what was changed, then run again. Files that git ignores or filters otherwise cannot be committed so.',
    );
  return new Map(found as (readonly [string, Tracked])[]);
}

function tracked(entry: { mode: string; id: string } | undefined, text: string): Tracked | undefined {
  if (!entry || !/^100/.test(entry.mode)) return undefined;
  const { mode, id } = entry;
  if (blobId(text, id.length) === id) return { mode, isNormalised: false };
  return blobId(normalised(text), id.length) === id ? { mode, isNormalised: true } : undefined;
}

const normalised = (text: string): string => text.replaceAll('\r\n', '\n');

/** The id that git gives to a file; repositories with long ids use SHA-256. */
function blobId(text: string, length: number): string {
  const bytes = Buffer.from(text);
  return createHash(length === 40 ? 'sha1' : 'sha256')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}

/**
 * Writes all commits or none: the branch appears when the last one is written. Index, working tree and what is checked out stay.
 * @returns how many there are
 */
export async function writeBranch(
  branch: NewBranch,
  files: ReadonlyMap<string, Tracked>,
  commits: Iterable<Commit>,
): Promise<number> {
  const args = ['-C', branch.folder, 'fast-import', '--quiet', '--done', '--date-format=raw'];
  const child = spawn('git', args, { stdio: ['pipe', 'ignore', 'pipe'] });
  let refusal = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    refusal += text;
  });
  const closed = once(child, 'close');
  const stream = new CommitStream(branch, files, commits);
  let fault: unknown;
  await pipeline(Readable.from(stream.pieces()), child.stdin).catch((error: NodeJS.ErrnoException) => {
    // Where git went away, it says itself why.
    if (error.code !== 'EPIPE') fault = error;
  });
  const [code] = await closed;
  if (fault) throw fault;
  if (code === 0) return stream.count;
  const [reason = 'no reason given'] = /(?<=(?:fatal|error): ).*/.exec(refusal) ?? [];
  throw new UserError(
    `--branch ${branch.name}: git refused it: ${reason}`,
    'Nothing was written. Name another branch.',
  );
}

/** Commits as `git fast-import` reads them. Every text is counted, so that nothing in it can be a command. */
class CommitStream {
  count = 0;

  constructor(
    private readonly branch: NewBranch,
    private readonly files: ReadonlyMap<string, Tracked>,
    private readonly commits: Iterable<Commit>,
  ) {}

  *pieces(): Generator<Buffer> {
    const { name, base, prefix, author, committer } = this.branch;
    for (const { path, text, message } of this.commits) {
      const { mode, isNormalised } = this.files.get(path)!;
      yield Buffer.concat([
        Buffer.from(`commit ${refOf(name)}\nauthor ${author}\ncommitter ${committer}\n`),
        data(message),
        Buffer.from(`${this.count ? '' : `from ${base}\n`}M ${mode} inline ${quotedPath(prefix + path)}\n`),
        data(isNormalised ? normalised(text) : text),
      ]);
      this.count += 1;
    }
    yield Buffer.from('done\n');
  }
}

function data(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')]);
}
