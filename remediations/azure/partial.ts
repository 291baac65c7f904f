import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors';
import type { Parts } from './scan';

/** What a scan was asked for. Parts of another one are of no use to it. */
export interface Asked {
  readonly cloud: string;
  readonly endpoint: string;
  readonly subscriptions: readonly string[];
  readonly reader: string;
  /** By which the tables of what is read are told apart. */
  readonly version: string;
}

interface Header {
  readonly asked: Asked;
  readonly readAt: string;
}

const HEADER = 'asked';

/** The parts of an unfinished scan, in a folder that only its owner may read. */
export class Partial implements Parts {
  private constructor(
    private readonly folder: string,
    readonly readAt: string,
    readonly resumed: boolean,
  ) {}

  /** Goes on with what is there, if it answers the same question; else starts anew. */
  static open(folder: string, asked: Asked, resume: boolean, now: string): Partial {
    const path = join(folder, `${HEADER}.json`);
    if (!resume || !existsSync(path)) {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const partial = new Partial(folder, now, false);
      partial.write(HEADER, { asked, readAt: now } satisfies Header);
      return partial;
    }
    const header = readJson(path) as Header;
    if (JSON.stringify(header.asked) !== JSON.stringify(asked))
      throw new UserError(
        `--resume: the unfinished scan in ${folder} was asked for something else`,
        'Give the same subscriptions, cloud and reader, or leave out --resume to start anew.',
      );
    return new Partial(folder, header.readAt, true);
  }

  has(name: string): boolean {
    return existsSync(this.pathOf(name));
  }

  read(name: string): unknown {
    return readJson(this.pathOf(name));
  }

  /** Whole or not at all: who ends the command in between leaves no half part. */
  write(name: string, part: unknown): void {
    const path = this.pathOf(name);
    writeFileSync(`${path}.new`, JSON.stringify(part), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private readonly pathOf = (name: string): string => join(this.folder, `${name.replace(/[^\w.-]/g, '_')}.json`);
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new UserError(`--resume: ${path} cannot be read`, 'Leave out --resume to start anew.');
  }
}
