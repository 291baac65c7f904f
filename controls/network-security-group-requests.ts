import { CLIENT_NETWORKS, MANAGEMENT_NETWORKS } from './asks';
import { openTo, ruleControl, whoeverItServes } from './network-rules';

/** File servers, mail, names, directories, databases, remote control: what seldom has business with strangers. */
const SENSITIVE_PORTS = [
  ...[20, 21, 23, 25, 53, 110, 111, 135, 137, 138, 139, 143, 161, 389, 445, 636, 993, 995],
  ...[1433, 1434, 1521, 2049, 2375, 3306, 5432, 5900, 5985, 5986, 6379, 9200, 11211, 27017],
];

/** What scanners ask of network rules beyond the benchmark, and what only their owner can decide. */
export const networkSecurityGroupRequests = [
  ruleControl({
    id: 'network-no-public-inbound',
    title: 'No rule of a network security group admits the whole internet',
    why: 'A rule that names nobody admits everybody, and stays so when what stands behind it changes.',
    severity: 'high',
    level: 2,
    onRequest: 'What is made for the public has to be open: the benchmark asks for the ports that need not be.',
    cis: {},
    asks: [MANAGEMENT_NETWORKS, CLIENT_NETWORKS],
    inspect: openTo({ direction: 'Inbound', owner: whoeverItServes }),
    fix: {
      impact: 'disruptive',
      consequences: [
        'Whoever is outside the named networks is cut off: except the rules of what is made for the public.',
      ],
      restores: 'yes',
    },
    aliases: { trivy: ['AZU-0047', 'azure-network-no-public-ingress'] },
  }),
  ruleControl({
    id: 'network-no-public-sensitive-ports',
    title: 'No network security group opens databases, file shares or remote control to the whole internet',
    why: 'Such services trust whoever reaches them more than a web server does, and strangers look for them all the time.',
    severity: 'high',
    level: 2,
    onRequest:
      'Mail servers and name servers are open on purpose: which of these ports must be is for their owner to say.',
    cis: {},
    asks: [MANAGEMENT_NETWORKS, CLIENT_NETWORKS],
    inspect: openTo({
      direction: 'Inbound',
      protocols: ['Tcp', 'Udp', '*'],
      ports: SENSITIVE_PORTS,
      owner: whoeverItServes,
    }),
    fix: {
      impact: 'disruptive',
      consequences: ['Whoever uses the service from outside the named networks can no longer reach it.'],
      restores: 'yes',
    },
    aliases: {
      trivy: ['AZU-0074', 'azure-network-sensitive-port-is-exposed-to-entire-network'],
      kics: [
        {
          rule: '594c198b-4d79-41b8-9b36-fde13348b619',
          differs: 'Has a table of ports of its own, and looks at rules that are resources of their own.',
        },
      ],
    },
  }),
  ruleControl({
    id: 'network-no-public-outbound',
    title: 'No rule of a network security group lets machines call the whole internet',
    why: 'What breaks into a machine calls home and carries data out the same way.',
    severity: 'medium',
    level: 2,
    onRequest: 'Machines need updates and services outside, and Azure admits all of it even without a rule.',
    cis: {},
    inspect: openTo({ direction: 'Outbound', owner: () => ({}) }),
    fix: {
      impact: 'disruptive',
      consequences: ['Updates, licences and services that nobody listed can no longer be reached.'],
      advice:
        'Find out from flow logs what the machines call, admit that by service tags or through a firewall, deny the rest with a rule behind those, and then take the open rule away: without the denial Azure’s own rule stays open.',
      restores: 'yes',
    },
    aliases: { trivy: ['AZU-0051', 'azure-network-no-public-egress'] },
  }),
];
