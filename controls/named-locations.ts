import type { NamedLocationConfig } from '@cdktf/provider-azuread/lib/named-location';
import { type About, controlsFor, such } from './control';
import { at } from './three-answers';
import { isAbsent, isList, type Resource, Unknown } from './value';

const control = controlsFor<NamedLocationConfig>('azuread_named_location');

const isTrusted = ({ attributes }: Resource) => String(at(attributes, ['ip', 'trusted'])) === 'true';
/** One trusted location is enough: beside it others may list addresses for another purpose. */
const couldBeTrusted: About = (location, around) => {
  const { ip } = location.attributes;
  if (ip instanceof Unknown) return ip;
  if (isAbsent(ip) || isTrusted(location)) return !isAbsent(ip);
  return !around.ofType(location.type).some(isTrusted);
};

/** CIS 2.2.1. */
export const namedLocations = [
  control({
    id: 'conditional-access-trusted-locations',
    title: 'The networks of the organisation are known to Conditional Access as trusted',
    why: 'A sign-in from the office should not look as risky as one from anywhere, and the other way round.',
    severity: 'low',
    level: 2,
    scope: 'tenant',
    required: true,
    cis: { 'v3.0.0': '2.2.1' },
    about: couldBeTrusted,
    want: {
      ip: { trusted: true, ipRanges: such('at least one range', (ranges) => isList(ranges) && ranges.length > 0) },
    },
    fix: {
      impact: 'disruptive',
      consequences: ['Policies that exclude trusted locations ask less of sign-ins from these addresses.'],
      advice:
        'Set trusted = true on a location that holds only public addresses of your own offices and VPN gateways, no range of a provider or a cloud; then read which policies exclude AllTrusted.',
      cost: 'Needs licences of Microsoft Entra ID P1.',
      restores: 'yes',
    },
    aliases: {
      prowler: ['entra_trusted_named_locations_exists'],
      powerpipe: ['cis_v300_2_2_1', 'iam_conditional_access_trusted_location_configured'],
    },
  }),
];
