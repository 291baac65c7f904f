import type { EventhubNamespaceConfig } from '@cdktf/provider-azurerm/lib/eventhub-namespace';
import type { ServicebusNamespaceConfig } from '@cdktf/provider-azurerm/lib/servicebus-namespace';
import { controlsFor, type Fix } from './control';

const serviceBus = controlsFor<ServicebusNamespaceConfig>('azurerm_servicebus_namespace');
const eventHub = controlsFor<EventhubNamespaceConfig>('azurerm_eventhub_namespace');

const noKeys: Fix = {
  impact: 'disruptive',
  consequences: [
    'Connection strings and signatures stop working at once: every sender and receiver needs an identity with a role first.',
  ],
  restores: 'yes',
};
const keysAreNobody = 'A connection string opens the whole namespace, names nobody and works until it is regenerated.';

/** What scanners ask of namespaces for messages; the benchmark does not know them. */
export const messaging = [
  serviceBus({
    id: 'service-bus-min-tls',
    title: 'Service Bus namespaces refuse TLS below 1.2',
    why: 'TLS 1.0 and 1.1 are broken; a namespace that accepts them lets clients be downgraded.',
    severity: 'medium',
    level: 2,
    cis: {},
    want: { minimumTlsVersion: '1.2' },
    fix: {
      impact: 'disruptive',
      consequences: ['Senders and receivers that only speak TLS 1.0 or 1.1 stop connecting.'],
      restores: 'yes',
    },
    aliases: { checkov: ['CKV_AZURE_205'] },
  }),
  serviceBus({
    id: 'service-bus-no-keys',
    title: 'Service Bus namespaces refuse connection strings',
    why: keysAreNobody,
    severity: 'medium',
    level: 2,
    onRequest: 'Every sender and receiver must be ready for it.',
    cis: {},
    want: { localAuthEnabled: false },
    fix: noKeys,
    aliases: { checkov: ['CKV_AZURE_203'] },
  }),
  serviceBus({
    id: 'service-bus-no-public-network',
    title: 'Service Bus namespaces of SKU Premium are closed to public networks',
    why: 'A connection string that leaks opens nothing where the namespace cannot be reached.',
    severity: 'medium',
    level: 2,
    cis: {},
    // Azure sells private networking with it alone.
    when: { sku: 'Premium' },
    want: { publicNetworkAccessEnabled: false },
    fix: {
      impact: 'disruptive',
      consequences: ['Only private endpoints reach the namespace afterwards.'],
      restores: 'yes',
    },
    aliases: {
      checkov: [{ rule: 'CKV_AZURE_204', differs: 'Fails namespaces below Premium too, which cannot be closed.' }],
    },
  }),
  eventHub({
    id: 'event-hub-min-tls',
    title: 'Event Hubs namespaces refuse TLS below 1.2',
    why: 'Producers that send over TLS 1.0 or 1.1 can be read and changed on the way.',
    severity: 'medium',
    level: 2,
    cis: {},
    want: { minimumTlsVersion: '1.2' },
    fix: {
      impact: 'disruptive',
      consequences: ['Producers and consumers that only speak TLS 1.0 or 1.1 stop connecting.'],
      restores: 'yes',
    },
    aliases: { checkov: ['CKV_AZURE_223'] },
  }),
];
