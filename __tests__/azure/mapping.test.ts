// Whether a scan can tell all that controls ask of a resource in Azure.
import { judge } from '../../controls/deviations';
import { controlsOf } from '../../controls/index';
import { armType, armTypes } from '../../controls/provider/arm';
import type { ArmObject } from '../../remediations/azure/arm-object';
import { liveGroups } from '../../remediations/azure/check-scan';

/** Azure takes them when something is made, and never says them again; of a role it says where it can be assigned instead. */
const SAID_ONCE = ['create_mode', 'os_profile', 'scope'];
/** Add-ons of clusters, whose keys Azure spells in several ways. */
const ADD_ONS = ['azure_policy_enabled', 'http_application_routing_enabled', 'key_vault_secrets_provider', 'oms_agent'];
const KINDS = ['app', 'app,linux', 'functionapp', 'functionapp,linux', 'GlobalDocumentDB'];

/** An object of a type of Azure of which nothing is said, in an id that azurerm would take. */
function bare(arm: string, kind: string): ArmObject {
  const [namespace, ...types] = arm.split('/');
  const below = types.map((type) => `${type}/thing`).join('/');
  const id = `/subscriptions/5a1e0000-0000-4000-8000-000000000001/resourceGroups/rg/providers/${namespace}/${below}`;
  return { id, type: arm, name: 'thing', kind, properties: {} };
}

test('where Azure keeps what controls ask is known', () => {
  const types = [...new Set(armTypes().map((type) => armType(type)!.arm))];
  const reached = new Set<string>();
  const gaps = types.flatMap((arm) =>
    KINDS.flatMap((kind) =>
      liveGroups({ objects: [bare(arm, kind)], unread: [], complete: [] }).flatMap(({ resources, around }) =>
        resources.flatMap((resource) => {
          reached.add(resource.type);
          return controlsOf(resource.type).flatMap((control) => {
            if (control.manual) return [];
            const verdict = judge(control, resource, around);
            const unknown = verdict.answer === 'unknown' && /where Azure keeps (\S+) .* is not known/.exec(verdict.why);
            return unknown && ![...SAID_ONCE, ...ADD_ONS].includes(unknown[1]) ? [`${control.id}: ${verdict.why}`] : [];
          });
        }),
      ),
    ),
  );
  expect(reached.size).toBeGreaterThan(50);
  expect([...new Set(gaps)]).toEqual([]);
});
