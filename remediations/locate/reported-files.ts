import { posix } from 'node:path';
import { append } from '../../controls/append';
import type { Subject } from '../findings/finding';

/** Which files of a tree the paths of reports mean. */
export class ReportedFiles {
  private readonly all: ReadonlySet<string>;
  private readonly byName = new Map<string, string[]>();
  /** Those at the top. */
  private readonly folders: ReadonlySet<string>;
  /** Reports name the same file again and again. */
  private readonly resolved = new Map<string, readonly string[]>();

  constructor(paths: readonly string[]) {
    this.all = new Set(paths);
    this.folders = new Set(paths.filter((path) => path.includes('/')).map((path) => path.split('/', 1)[0]));
    for (const path of paths) append(this.byName, posix.basename(path), path);
  }

  /** Paths of the tree that a reported path can mean, the most certain only. */
  of(subject: Subject): readonly string[] {
    let best: readonly string[] = [];
    for (const reported of [subject.file, ...(subject.files ?? [])]) {
      const matches = reported ? this.matches(reported) : [];
      // A later path may say more: Checkov's first one starts at the folder it scanned, its second at the repository.
      const more = matches.length === 1 && best.length === 1 && matches[0].endsWith(`/${best[0]}`);
      if (matches.length && (!best.length || matches.length < best.length || more)) best = matches;
    }
    return best;
  }

  private matches(reported: string): readonly string[] {
    let known = this.resolved.get(reported);
    if (!known) {
      known = this.resolve(reported);
      this.resolved.set(reported, known);
    }
    return known;
  }

  private resolve(reported: string): readonly string[] {
    const path = posix
      .normalize(reported.replaceAll('\\', '/').replace(/^[A-Za-z]:/, ''))
      .replace(/^(\.\.?\/|\/)+/, '');
    if (this.all.has(path)) return [path];
    const same = this.byName.get(posix.basename(path)) ?? [];
    // Scanned from above or from below the folder we were given: one path ends with the other.
    const fitting = same.filter((own) => path.endsWith(`/${own}`) || own.endsWith(`/${path}`));
    const [longest] = fitting.filter((own) => path.endsWith(`/${own}`)).sort((a, b) => b.length - a.length);
    if (longest === undefined) return fitting;
    return this.isElsewhere(path, longest) ? [] : [longest];
  }

  /** `module/vault/main.tf` is not `main.tf` of a tree that has a folder `module`: it is a file that is gone. */
  private isElsewhere(path: string, own: string): boolean {
    if (own.includes('/')) return false;
    return path
      .split('/')
      .slice(0, -1)
      .some((folder) => this.folders.has(folder));
  }
}
