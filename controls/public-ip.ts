import { manual } from './control';

/** CIS 7.7. */
export const publicIp = [
  manual({
    id: 'public-ip-review',
    title: 'Somebody looks at all public addresses on a schedule',
    why: 'An address that nobody needs any more still leads somewhere, and nobody mends what stands behind it.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '7.7' },
    manual: {
      why: 'Whether an address is still needed is known to people only; code lists the addresses and nothing else.',
      steps:
        'List all public addresses of the subscription with what they are attached to, ask the owners, delete what nobody needs and look at what is open on the others.',
      evidence: 'The list with date, owner and decision for each address.',
      every: 'quarter',
      property: 'Microsoft.Network/publicIPAddresses: properties.ipConfiguration',
    },
    aliases: {
      prowler: [
        { rule: 'network_public_ip_shodan', differs: 'Reports addresses that the search engine Shodan knows.' },
      ],
      powerpipe: ['cis_v300_7_7'],
    },
  }),
];
