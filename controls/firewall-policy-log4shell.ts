import type { WebApplicationFirewallPolicyConfig } from '@cdktf/provider-azurerm/lib/web-application-firewall-policy';
import { accepts } from './accept';
import { controlsFor, type Deviation } from './control';
import { read } from './reading';
import type { Surroundings } from './surroundings';
import { blocksOf, both, either, isOneOf } from './three-answers';
import { type Attributes, isAbsent, isList, isObject, type Path, type Resource, Unknown, type Value } from './value';

/** The rule against lookups in messages that are logged, CVE-2021-44228. */
const RULE = '944240';

interface Placed {
  readonly at: Path;
  readonly block: Value;
}
/** The blocks of one kind, wherever they stand in others. */
const inside = ({ at, block }: Placed, name: string): Placed[] => {
  if (!isObject(block)) return [{ at, block }];
  const found = block[name];
  if (isAbsent(found)) return [];
  return isList(found)
    ? found.map((each, i) => ({ at: [...at, name, i], block: each }))
    : [{ at: [...at, name], block: found }];
};

/** Older sets of OWASP do not have the rule; Microsoft's own has it from the start. */
const knows = ({ type = 'OWASP', version }: Attributes): boolean | Unknown =>
  either(isOneOf(type, 'Microsoft_DefaultRuleSet'), both(isOneOf(type, 'OWASP'), isOneOf(version, '3.1', '3.2')));

/** Where a set switches the rule off, or lets through what it finds. */
function weakened({ at, block }: Placed): readonly Deviation[] | Unknown {
  if (!isObject(block)) return block instanceof Unknown ? block : [];
  const id = isOneOf(block.id, RULE);
  if (id instanceof Unknown) return id;
  if (!id) return [];
  const on = isAbsent(block.enabled) ? false : accepts({ in: [true] }, block.enabled);
  if (on instanceof Unknown) return on;
  if (!on) return [{ path: [...at, 'enabled'], found: block.enabled, expected: 'true', set: true }];
  const open = isOneOf(block.action, 'Allow', 'Log');
  if (open instanceof Unknown) return open;
  return open ? [{ path: [...at, 'action'], found: block.action, expected: '"AnomalyScoring" or "Block"' }] : [];
}

function guarded(resource: Resource, { version }: Surroundings): readonly Deviation[] | Unknown {
  const { value, path } = read(resource, ['managed_rules', 'managed_rule_set'], version);
  if (value instanceof Unknown) return value;
  const sets = blocksOf(value).map((block, i): Placed => ({ at: isList(value) ? [...path, i] : path, block }));
  const blind = sets.find(({ block }) => block instanceof Unknown)?.block;
  if (blind instanceof Unknown) return blind;
  const known = either(...sets.map(({ block }) => (isObject(block) ? knows(block) : false)));
  if (known instanceof Unknown) return known;
  const [first] = sets;
  if (!known)
    return [
      {
        path: [...(first?.at ?? [...path, 0]), 'version'],
        found: isObject(first?.block) ? first.block.version : undefined,
        expected: 'a set with rule 944240: OWASP "3.2"',
      },
    ];
  const judged = sets
    .flatMap((set) => inside(set, 'rule_group_override'))
    .flatMap((group) => inside(group, 'rule'))
    .map(weakened);
  const found = judged.flatMap((each) => (each instanceof Unknown ? [] : each));
  return found.length ? found : (judged.find((each) => each instanceof Unknown) ?? []);
}

/** What scanners ask of the rules of web application firewalls. */
export const firewallPolicyLog4Shell = [
  controlsFor<WebApplicationFirewallPolicyConfig>('azurerm_web_application_firewall_policy')({
    id: 'firewall-policy-log4shell',
    title: 'Policies of web application firewalls refuse Log4Shell',
    why: 'One logged header is enough to take over a server with an old Log4j, and strangers still send it to everybody.',
    severity: 'high',
    level: 2,
    cis: {},
    inspect: guarded,
    fix: {
      impact: 'disruptive',
      consequences: [
        'Requests for which the rule was switched off are refused again: write an exclusion for the field that needs it.',
      ],
      restores: 'yes',
    },
    aliases: {
      checkov: [
        {
          rule: 'CKV_AZURE_135',
          differs: 'Wants the OWASP set, and sees only disabled_rules of azurerm 3.x, not a rule that is switched off.',
        },
      ],
    },
  }),
];
