import { append } from '../../controls/append';
import type { Subject } from '../findings/finding';
import type { UnplannedReason } from '../plan-types';
import { type AddressParts, isInModule, parseAddress } from './address';
import { AzureNames } from './azure-names';
import { type Estate, type Located, rootName } from './hcl/estate';
import { folderOf, type ResourceBlock } from './hcl/module';
import { ArgumentNames } from './names';
import { RemoteModules } from './remote';
import { ReportedFiles } from './reported-files';
import type { Owned, States } from './states';

export type Location =
  | { readonly block: ResourceBlock; readonly instances: readonly Located[]; readonly notes: readonly string[] }
  | {
      readonly reason: UnplannedReason;
      readonly note: string;
      /** A state manages it, so no stack of ours may. */
      readonly isOwned?: true;
    };

/** What is asked for, with what was made of it, and what is told about the answer. */
interface Query {
  readonly subject: Subject;
  readonly address: AddressParts | undefined;
  /** Files of the tree that the report can mean. */
  readonly files: readonly string[];
  readonly notes: string[];
  /** By what it is looked up, unless by lines. */
  readonly name?: string;
}

/**
 * Finds the resource block a report speaks of: by type and label, else by the argument `name`, in the reported file, its
 * folder, a root module that uses it, or the whole tree if it is unique there; else by line. Drift of lines is told.
 */
export class Locator {
  private readonly files: ReportedFiles;
  private readonly remote: RemoteModules;
  private readonly byFile = new Map<string, ResourceBlock[]>();
  private readonly byAddress = new Map<string, ResourceBlock[]>();
  private readonly broken = new Map<string, string>();
  private names?: ArgumentNames;
  private azureNames?: AzureNames;

  /** @param states by which resources are found that a report knows by their id in Azure */
  constructor(
    private readonly estate: Estate,
    private readonly states?: States,
  ) {
    this.remote = new RemoteModules(estate);
    this.files = new ReportedFiles(estate.files.map(({ path }) => path));
    for (const { path, error } of estate.files) if (error) this.broken.set(path, error);
    for (const module of estate.modules.values())
      for (const block of module.resources) {
        append(this.byFile, block.file.path, block);
        append(this.byAddress, `${block.type}.${block.name}`, block);
      }
  }

  /** @param types resource types the rule is about; a line range that only touches others is not trusted */
  locate(subject: Subject, types: ReadonlySet<string>): Location {
    const owned = subject.address || !subject.armId ? [] : (this.states?.owners(subject.armId, types) ?? []);
    if (owned.length) return this.byState(owned, types);
    return (subject.address ? undefined : this.byAzureName(subject, types)) ?? this.byReport(subject, types);
  }

  /** By the address that a state has; several states may manage one resource, and one address stand in several roots. */
  private byState(owned: readonly Owned[], types: ReadonlySet<string>): Location {
    const places = owned.map((owner): Location => {
      const { address, source, root } = owner;
      const parts = parseAddress(address);
      const blocks = (parts && types.has(parts.type) && this.byAddress.get(`${parts.type}.${parts.name}`)) || [];
      const instances = blocks.flatMap((block) =>
        (this.estate.instances.get(block) ?? []).filter(
          (each) => each.address === address && (root === undefined || each.root.dir === root),
        ),
      );
      const found = [...new Set(instances.map(({ block }) => block))];
      const note = `${source} has it as ${address}`;
      if (!found.length) return this.inRemote(owner, parts, types, note);
      const roots = new Set(instances.map((each) => each.root.dir || '.'));
      if (found.length > 1 || roots.size > 1)
        return {
          reason: 'ambiguous',
          note: `${note}, which is in ${[...roots].join(', ')}: say whose state it is with --state <folder>=${source}`,
        };
      return { block: found[0], instances, notes: [note] };
    });
    const inCode = places.filter((place) => 'block' in place);
    return inCode.length === 1 || places.length === 1
      ? (inCode[0] ?? places[0])
      : {
          reason: 'ambiguous',
          note: `several states have it: ${owned.map(({ source, address }) => `${address} in ${source}`).join(', ')}`,
        };
  }

  /** By the address that a state has in a module from elsewhere, if a root module calls it. */
  private inRemote(
    { address, root }: Owned,
    parts: AddressParts | undefined,
    types: ReadonlySet<string>,
    note: string,
  ) {
    const far = this.remote.locate({ address }, parts, types);
    if (!far) return { reason: 'not-found', note: `${note}, which is not in this code`, isOwned: true } as const;
    if ('reason' in far) return { ...far, note: `${note}; ${far.note}`, isOwned: true } as const;
    const instances = far.instances.filter((each) => root === undefined || each.root.dir === root);
    return { ...far, instances: instances.length ? instances : far.instances, notes: [note] };
  }

  /** By the name in an id, if only one block of one root module has it. */
  private byAzureName({ armId }: Subject, types: ReadonlySet<string>): Location | undefined {
    if (!armId) return undefined;
    this.azureNames ??= new AzureNames(this.estate);
    const instances = this.azureNames.at(armId, types);
    const blocks = [...new Set(instances.map(({ block }) => block))];
    if (!blocks.length) return undefined;
    const roots = [...new Set(instances.map(rootName))];
    if (blocks.length > 1) return ambiguous(blocks);
    if (roots.length > 1)
      return {
        reason: 'ambiguous',
        note: `${armId} may be ${instances[0].address} of ${roots.join(', ')}: give their states with --state`,
      };
    return { block: blocks[0], instances, notes: [`found by the name in ${armId}`] };
  }

  private byReport(subject: Subject, types: ReadonlySet<string>): Location {
    const address = subject.address ? parseAddress(subject.address) : undefined;
    const remote = this.remote.locate(subject, address, types);
    if (remote) return remote;
    const at: Query = { subject, address, files: this.files.of(subject), notes: [] };
    return (
      this.among(this.headed(at, types), { ...at, name: subject.address ?? subject.label }) ??
      this.byName(at, types) ??
      this.byLine(at, types)
    );
  }

  /** Blocks with the type and label that the report says; types of the rule stand in for one that it leaves out. */
  private headed({ subject, address }: Query, types: ReadonlySet<string>): ResourceBlock[] {
    if (address) return this.byAddress.get(`${address.type}.${address.name}`) ?? [];
    if (!subject.label || subject.address) return [];
    return [...types].flatMap((type) => this.byAddress.get(`${type}.${subject.label}`) ?? []);
  }

  /** By the argument `name`: KICS says it beside the label, others instead of it. */
  private byName(at: Query, types: ReadonlySet<string>): Location | undefined {
    const { azureName, type, address, file } = at.subject;
    if (!azureName) return undefined;
    this.names ??= new ArgumentNames(this.estate);
    const asked = type ? [type] : [...types];
    const named = asked.flatMap((each) => this.names!.blocks(each, azureName));
    // Names are common; without a file that is here, one such resource may be another of the same name.
    if (!named.length || (file && !at.files.length)) return undefined;
    const notes = address
      ? [`${at.subject.address} is not in the tree; the resource with the name ${azureName} is taken`]
      : [];
    return this.among(named, { ...at, name: azureName, notes });
  }

  /** The only candidate in the reported file, else in its folder, else in a root module that uses it, else in the tree. */
  private among(named: readonly ResourceBlock[], at: Query): Location | undefined {
    const { subject, files, notes, name } = at;
    if (!named.length) return undefined;
    const inFiles = named.filter((block) => files.includes(block.file.path));
    if (inFiles.length) return inFiles.length === 1 ? this.found(inFiles[0], at) : ambiguous(inFiles);
    const folders = new Set(files.map(folderOf));
    const inFolder = named.filter((block) => folders.has(block.module.dir));
    if (inFolder.length === 1)
      notes.push(`the report names ${subject.file}, the resource now stands in ${inFolder[0].file.path}`);
    if (inFolder.length) return inFolder.length === 1 ? this.found(inFolder[0], at) : ambiguous(inFolder);
    const inRoots = named.filter((block) => this.sharesRoot(block, folders));
    if (inRoots.length === 1)
      notes.push(`the report names ${subject.file}, the resource stands in ${inRoots[0].file.path}`);
    if (inRoots.length) return inRoots.length === 1 ? this.found(inRoots[0], at) : ambiguous(inRoots);
    const broken = files.find((file) => this.broken.has(file));
    if (broken) return { reason: 'unparsable', note: this.broken.get(broken)! };
    if (named.length > 1) return ambiguous(named);
    if (subject.file) notes.push(`the report names ${subject.file}; the only ${name} stands in ${named[0].file.path}`);
    return this.found(named[0], at);
  }

  private byLine(at: Query, types: ReadonlySet<string>): Location {
    const { subject, address, files, notes } = at;
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
    const renamed = subject.label !== undefined || address !== undefined;
    if (fitting.length !== 1 || renamed || (name && !exact.length))
      return { reason: 'not-found', note: named || `no resource this rule is about stands at ${files[0]}:${first}` };
    if (name) notes.push(`${name} is not in the tree; the resource at its lines is taken`);
    return this.found(fitting[0], at);
  }

  private found(block: ResourceBlock, { subject, address, notes, name }: Query): Location {
    const [first] = subject.lines ?? [];
    // Lines of another file say nothing about this one.
    if (first && name && !notes.length && (first < block.firstLine || first > block.lastLine))
      notes.push(`the report is stale: line ${first} then, line ${block.firstLine} now`);
    const all = this.estate.instances.get(block) ?? [];
    const narrowed = address
      ? instancesAt(all, address)
      : all.filter((each) => isInModule(each.address, subject.module));
    return { block, instances: narrowed.length ? narrowed : all, notes };
  }

  private sharesRoot(block: ResourceBlock, folders: ReadonlySet<string>): boolean {
    return (this.estate.instances.get(block) ?? []).some((each) => folders.has(each.root.dir));
  }
}

/** The instance with exactly this address, else those with its key, else those in its module. */
function instancesAt(all: readonly Located[], address: AddressParts): readonly Located[] {
  const exact = all.filter((each) => each.address === address.full);
  if (exact.length) return exact;
  const keyed = address.key ? all.filter((each) => each.address.endsWith(address.key)) : [];
  return keyed.length || !address.module ? keyed : all.filter((each) => each.address.startsWith(address.module));
}

const ambiguous = (blocks: readonly ResourceBlock[]): Location => ({
  reason: 'ambiguous',
  note: `fits ${blocks
    .slice(0, 5)
    .map((block) => `${block.file.path}:${block.firstLine}`)
    .join(', ')}`,
});
