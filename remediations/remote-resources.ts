import type { Companion, Control } from '../controls/control';
import { judge } from '../controls/deviations';
import { type Link, Surroundings } from '../controls/surroundings';
import type { Resource } from '../controls/value';
import { NOT_APPLICABLE, unknown, type Verdict } from '../controls/verdict';
import type { Located } from './locate/hcl/estate';
import type { RemoteResource } from './locate/hcl/remote-values';
import type { RemoteFacts } from './remote-modules/facts';

type Remote = Located & { readonly remote: RemoteResource };

export const isRemote = (resource: Located): resource is Remote => resource.remote !== undefined;

/** Why something cannot be told, where the module decides it and not the call. */
export const MADE_ELSEWHERE = / makes itself|^releases of | makes of it is not known/;

/** What each companion is made by, in modules that name their inputs as Azure Verified Modules do. */
const MAKERS: Readonly<Record<string, string>> = {
  azurerm_private_endpoint: 'private_endpoints',
  azurerm_monitor_diagnostic_setting: 'diagnostic_settings',
  azurerm_management_lock: 'lock',
};

/** What stands around a call, and which types a verdict asked it for. */
class Watched extends Surroundings {
  readonly asked = new Set<string>();

  constructor(private readonly outside: Surroundings) {
    super(outside.version, [], outside.incomplete);
  }

  override ofType(type: string): readonly Resource[] {
    this.asked.add(type);
    return this.outside.ofType(type);
  }

  override referringTo(resource: Resource, type: string): readonly Link[] {
    this.asked.add(type);
    return this.outside.referringTo(resource, type);
  }

  override companionsOf(resource: Resource, companion: Companion): readonly Link[] {
    this.asked.add(companion.resource);
    return this.outside.companionsOf(resource, companion);
  }

  override unclear(type: string, by: string): Iterable<Resource> {
    this.asked.add(type);
    return this.outside.unclear(type, by);
  }
}

/**
 * The verdict on a resource behind the call of a module from elsewhere. Resources that the module puts beside it are not
 * known: a verdict that looked for such is none.
 */
export function remoteVerdict(control: Control, resource: Remote): Verdict {
  if (!control.resources.includes(resource.type)) return NOT_APPLICABLE;
  const around = new Watched(resource.root.around);
  const verdict = judge(control, resource, around);
  const { facts } = resource.remote;
  const hidden = [...around.asked].filter((type) => facts.makes(type)).sort();
  if (!hidden.length) return verdict;
  return unknown(`it depends on ${hidden.join(', ')}, which ${facts.text} makes itself${inputText(control, facts)}`);
}

/** Why nothing is written beside a resource that stands inside a module. */
export const besideRemote = (control: Control, facts: RemoteFacts): string =>
  `what has to stand beside the resource ${facts.text} does not make${inputText(control, facts)}: write it in your code, with the id that an output of the module gives`;

function inputText({ companions = [] }: Control, facts: RemoteFacts): string {
  const makers = companions.flatMap(({ resource }) => MAKERS[resource] ?? []);
  const inputs = facts.besides().filter((name) => makers.includes(name));
  return inputs.length ? `: set its input ${inputs.join(' or ')}` : '';
}
