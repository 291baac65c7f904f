import { posix } from 'node:path';
import { append } from '../../controls/append';
import type { Subject } from '../findings/finding';
import type { UnplannedReason } from '../plan-types';
import { parseAddress } from './address';
import type { Estate, Located } from './hcl/estate';
import { folderOf, type ResourceBlock } from './hcl/module';

export type Location =
  | { readonly block: ResourceBlock; readonly instances: readonly Located[]; readonly notes: readonly string[] }
  | { readonly reason: UnplannedReason; readonly note: string };

/**
 * Finds the resource block a report speaks of: by address within the root module of the reported file, then by line,
 * then by address in the whole tree if it is unique there. The address wins over lines; drift is told.
 */
export class Locator {
  private readonly paths = new Map<string, string[]>();
  private readonly all: ReadonlySet<string>;
  /** Reports name the same file again and again. */
  private readonly resolved = new Map<string, readonly string[]>();
  private readonly byFile = new Map<string, ResourceBlock[]>();
  private readonly byAddress = new Map<string, ResourceBlock[]>();
  private readonly broken = new Map<string, string>();

  constructor(private readonly estate: Estate) {
    this.all = new Set(estate.files.map((file) => file.path));
    for (const file of estate.files) {
      append(this.paths, posix.basename(file.path), file.path);
      if (file.error) this.broken.set(file.path, file.error);
    }
    for (const module of estate.modules.values())
      for (const block of module.resources) {
        append(this.byFile, block.file.path, block);
        append(this.byAddress, `${block.type}.${block.name}`, block);
      }
  }

  /** @param types resource types the rule is about; a line range that only touches others is not trusted */
  locate(subject: Subject, types: ReadonlySet<string>): Location {
    const address = subject.address ? parseAddress(subject.address) : undefined;
    const files = this.filesOf(subject);
    const notes: string[] = [];
    const heads = address
      ? [`${address.type}.${address.name}`]
      : subject.label && !subject.address
        ? [...types].map((type) => `${type}.${subject.label}`)
        : [];
    if (heads.length) {
      const named = heads.flatMap((head) => this.byAddress.get(head) ?? []);
      const inFiles = named.filter((block) => files.includes(block.file.path));
      if (inFiles.length === 1) return this.found(inFiles[0], subject, address, notes);
      if (inFiles.length > 1) return ambiguous(inFiles);
      const folders = new Set(files.map(folderOf));
      const inFolder = named.filter((block) => folders.has(block.module.dir));
      if (inFolder.length === 1) {
        notes.push(`the report names ${subject.file}, the resource now stands in ${inFolder[0].file.path}`);
        return this.found(inFolder[0], subject, address, notes);
      }
      if (inFolder.length > 1) return ambiguous(inFolder);
      const inRoots = named.filter((block) => this.sharesRoot(block, folders));
      if (inRoots.length === 1) {
        notes.push(`the report names ${subject.file}, the resource stands in ${inRoots[0].file.path}`);
        return this.found(inRoots[0], subject, address, notes);
      }
      if (inRoots.length > 1) return ambiguous(inRoots);
      const broken = files.find((file) => this.broken.has(file));
      if (broken) return { reason: 'unparsable', note: this.broken.get(broken)! };
      if (named.length === 1) {
        if (subject.file)
          notes.push(
            `the report names ${subject.file}; the only ${subject.address ?? subject.label} stands in ${named[0].file.path}`,
          );
        return this.found(named[0], subject, address, notes);
      }
      if (named.length > 1) return ambiguous(named);
    }
    return this.byLine(subject, files, types, notes);
  }

  private byLine(subject: Subject, files: readonly string[], types: ReadonlySet<string>, notes: string[]): Location {
    const broken = files.find((file) => this.broken.has(file));
    if (broken) return { reason: 'unparsable', note: this.broken.get(broken)! };
    const name = subject.address ?? subject.label;
    const named = name ? `${name} is not in the tree` : '';
    if (!subject.lines || !files.length || files.length > 1)
      return files.length > 1
        ? { reason: 'ambiguous', note: `${subject.file} fits ${files.slice(0, 5).join(', ')}` }
        : {
            reason: 'not-found',
            note: named || (subject.file ? `${subject.file} is not in the tree` : 'the report names no place'),
          };
    const [first, last] = subject.lines;
    const near = (this.byFile.get(files[0]) ?? []).filter(
      (block) => block.firstLine <= last && block.lastLine >= first,
    );
    const exact = near.filter((block) => block.firstLine === first && block.lastLine === last);
    const fitting = (exact.length ? exact : near).filter((block) => types.has(block.type));
    if (fitting.length > 1) return ambiguous(fitting);
    // A resource that was renamed or removed must not hand its finding to whatever moved into its lines.
    const renamed = subject.label !== undefined || (subject.address && parseAddress(subject.address));
    if (fitting.length !== 1 || renamed || (name && !exact.length))
      return { reason: 'not-found', note: named || `no resource this rule is about stands at ${files[0]}:${first}` };
    if (name) notes.push(`${name} is not in the tree; the resource at its lines is taken`);
    return this.found(fitting[0], subject, undefined, notes);
  }

  private found(
    block: ResourceBlock,
    subject: Subject,
    address: ReturnType<typeof parseAddress>,
    notes: string[],
  ): Location {
    const [first] = subject.lines ?? [];
    // Lines of another file say nothing about this one.
    if (first && address && !notes.length && (first < block.firstLine || first > block.lastLine))
      notes.push(`the report is stale: line ${first} then, line ${block.firstLine} now`);
    let instances = this.estate.instances.get(block) ?? [];
    if (address) {
      const exact = instances.filter((each) => each.address === address.full);
      const keyed = address.key ? instances.filter((each) => each.address.endsWith(address.key)) : [];
      const inModule = address.module ? instances.filter((each) => each.address.startsWith(address.module)) : [];
      const chosen = exact.length ? exact : keyed.length ? keyed : inModule;
      if (chosen.length) instances = chosen;
    }
    return { block, instances, notes };
  }

  private sharesRoot(block: ResourceBlock, folders: ReadonlySet<string>): boolean {
    return (this.estate.instances.get(block) ?? []).some((each) => folders.has(each.root.dir));
  }

  /** Paths of the tree that a reported path can mean, the most certain only. */
  private filesOf(subject: Subject): readonly string[] {
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
    const same = this.paths.get(posix.basename(path)) ?? [];
    // Scanned from above or from below the folder we were given: one path ends with the other.
    const fitting = same.filter((own) => path.endsWith(`/${own}`) || own.endsWith(`/${path}`));
    const longest = fitting.filter((own) => path.endsWith(`/${own}`)).sort((a, b) => b.length - a.length);
    return longest.length ? [longest[0]] : fitting;
  }
}

const ambiguous = (blocks: readonly ResourceBlock[]): Location => ({
  reason: 'ambiguous',
  note: `fits ${blocks
    .slice(0, 5)
    .map((block) => `${block.file.path}:${block.firstLine}`)
    .join(', ')}`,
});
