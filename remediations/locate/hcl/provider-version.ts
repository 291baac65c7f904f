import { FIRST_MINOR_OF_3 } from '../../../controls/provider/azurerm3';
import { MAJORS, type Major } from '../../../controls/provider/facts';
import type { ProviderVersion } from '../../../controls/provider/version';
import type { Block } from '../../hcl/ast';
import { attributeOf, literalText, type Module } from './module';
import type { SourceFile } from './tree';

const AZURERM = /(^|\/)hashicorp\/azurerm$/;
const KNOWN_TEXT = '3.x (from 3.100 on), 4.x or 5.x';

/** azurerm's version for a root module: from its lock file, then from constraints. */
export function providerVersion(module: Module, lock: SourceFile | undefined): ProviderVersion {
  const locked = lock && lockedVersion(lock);
  if (locked) return fromExact(locked, lock.path);
  const constraints = module.settings.flatMap(({ node }) => constraintsOf(node));
  if (!constraints.length) return { source: 'no constraint on azurerm' };
  const text = constraints.join(', ');
  return fromConstraint(text, `version ${text}`);
}

function lockedVersion(lock: SourceFile): string | undefined {
  const block = lock.syntax?.body.items.find(
    (item): item is Block =>
      item.type === 'block' && item.kind === 'provider' && AZURERM.test(item.labels[0]?.value ?? ''),
  );
  return block && literalText(attributeOf(block, 'version')?.value);
}

function constraintsOf(block: Block): string[] {
  if (block.kind === 'provider') {
    const version = block.labels[0]?.value === 'azurerm' && literalText(attributeOf(block, 'version')?.value);
    return version ? [version] : [];
  }
  return block.body.items.flatMap((item) => {
    const name = item.type === 'block' ? item.kind : item.name;
    if (name !== 'required_providers') return [];
    const entries =
      item.type === 'block'
        ? item.body.items.flatMap((each) => (each.type === 'attribute' ? [{ name: each.name, value: each.value }] : []))
        : item.value.type === 'object'
          ? item.value.items.map(({ key, value }) => ({ name: keyName(key), value }))
          : [];
    const azurerm = entries.find((entry) => entry.name === 'azurerm')?.value;
    if (azurerm?.type === 'text') return [azurerm.value];
    if (azurerm?.type !== 'object') return [];
    const version = azurerm.items.find(({ key }) => keyName(key) === 'version')?.value;
    return version?.type === 'text' ? [version.value] : [];
  });
}

const keyName = (key: { type: string; name?: string; value?: unknown }): string =>
  key.type === 'variable' ? String(key.name) : String(key.value);

/** A release the user names; undefined when it is none. */
export function givenVersion(text: string, source: string): ProviderVersion | undefined {
  return /^\d+(\.\d+)*$/.test(text) ? fromExact(text, source) : undefined;
}

function fromExact(version: string, source: string): ProviderVersion {
  const [major, minor] = version.split('.').map(Number);
  if (!MAJORS.includes(major as Major)) return { source, unsupported: `azurerm ${version} is not ${KNOWN_TEXT}` };
  return known(major as Major, minor, source);
}

/** A major and the highest minor release of it. The early ones of 3.x are judged like the later, but not all their names are known. */
function known(major: Major, minor: number | undefined, source: string): ProviderVersion {
  if (major === 3 && minor !== undefined && minor < FIRST_MINOR_OF_3)
    return {
      major,
      minor,
      source,
      unsupported: `azurerm 3.${minor} (${source}) is older than 3.${FIRST_MINOR_OF_3}: upgrade to "~> 3.${FIRST_MINOR_OF_3}" first, then plan again`,
    };
  return { major, ...(minor === undefined ? {} : { minor }), source };
}

/** Which of the known majors a constraint such as `~> 4.0, != 4.3` admits. */
export function fromConstraint(constraint: string, source: string): ProviderVersion {
  const parts = constraint
    .split(',')
    .map((part) => /^\s*(=|!=|>=|<=|>|<|~>)?\s*v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(part));
  if (parts.some((part) => !part)) return { source: `${source} cannot be read` };
  const terms = parts.map((part) => {
    const [, operator = '=', major, minor, patch] = part!;
    return { operator, version: [major, minor, patch].map((each) => (each === undefined ? undefined : Number(each))) };
  });
  const majors = MAJORS.filter((major) => terms.every((term) => admits(term, major)));
  if (!majors.length) return { source, unsupported: `${source} admits no azurerm ${KNOWN_TEXT}` };
  if (majors.length > 1) return { source: `${source} admits several major versions`, admits: majors };
  const [major] = majors;
  const minors = terms.flatMap((term) => (term.version[0] === major ? (highestMinor(term) ?? []) : []));
  return known(major, minors.length ? Math.min(...minors) : undefined, source);
}

interface Term {
  readonly operator: string;
  readonly version: readonly (number | undefined)[];
}

/** The highest minor release one term admits, where it says so: the one `terraform init` takes. */
function highestMinor({ operator, version: [, minor, patch] }: Term): number | undefined {
  if (minor === undefined) return undefined;
  if (operator === '=' || operator === '<=' || (operator === '~>' && patch !== undefined)) return minor;
  return operator === '<' ? (patch ? minor : minor - 1) : undefined;
}

/** Whether some release of a major that exists satisfies one term. */
function admits({ operator, version }: Term, major: Major): boolean {
  const [wanted, minor] = version as readonly [number, number | undefined];
  switch (operator) {
    case '=':
      return wanted === major;
    case '~>':
      return minor === undefined ? major >= wanted : wanted === major;
    case '>=':
    case '>':
      return major > wanted || major === wanted;
    case '<':
      return major < wanted || (major === wanted && (minor ?? 0) > 0);
    case '<=':
      return major <= wanted;
    default:
      return true;
  }
}
