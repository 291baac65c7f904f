import { type Attributes, Reference, Unknown } from '../../../controls/value';
import type { Review } from './review';

const UNKNOWN = new Unknown('the test');
const ITS_CIPHERS = 'which ciphers and versions its clients speak is for the owner of the gateway to say';

const named = (policy_name: string | Unknown) => ({ ssl_policy: { policy_type: 'Predefined', policy_name } });
const custom = (min_protocol_version: string | Unknown, ...cipher_suites: (string | Unknown)[]) => ({
  ssl_policy: { policy_type: 'CustomV2', min_protocol_version, cipher_suites },
});
const GCM = 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384';

const listener = (protocol: string | Unknown, name = 'apps') => ({ name, protocol });
const plain = (
  rule: Record<string, string | Unknown>,
  redirect: Record<string, string | Unknown> = {},
  protocol = 'Https',
): Attributes => ({
  http_listener: [listener(protocol), listener('Http', 'plain')],
  request_routing_rule: [
    { name: 'apps', http_listener_name: 'apps' },
    { name: 'plain', http_listener_name: 'plain', ...rule },
  ],
  redirect_configuration: [
    { name: 'other', target_url: 'http://x' },
    { name: 'secure', ...redirect },
  ],
});
const leads = { redirect_configuration_name: 'secure' };

const OFF = { id: '944240', enabled: false };
const rules = (version: string | Unknown, ...rule: Record<string, string | boolean | Unknown>[]) => ({
  managed_rules: { managed_rule_set: [{ version, rule_group_override: [{ rule_group_name: 'JAVA', rule }] }] },
});
const sets = (...managed_rule_set: Record<string, string | Unknown>[]) => ({ managed_rules: { managed_rule_set } });

/** What stands between the world and a network: gateways, their firewalls, names. */
export const gateway: Review = {
  notControls: {
    'checkov CKV_AZURE_183':
      'servers of names mostly stand in another network, of the hub or on premises, and are no worse for it',
    'kics bbf6b3df-4b65-4f87-82cc-da9f30f8c033':
      'azurerm wants network_interface_ids on every machine, and subnet-security-group asks for the group in front of it',
  },
  left: {
    'fixtures/application-gateway-https-listeners ': 'a certificate has to be there first: advice',
    'fixtures/application-gateway-tls-policy azurerm_application_gateway.fail_older_gateway':
      'gateways of the first generation do not know the policy',
    'fixtures/application-gateway-tls-policy azurerm_application_gateway.fail_version': ITS_CIPHERS,
    'fixtures/application-gateway-tls-policy azurerm_application_gateway.fail_ciphers': ITS_CIPHERS,
    'fixtures/application-gateway-tls-policy azurerm_application_gateway.fail_protocols': ITS_CIPHERS,
    'fixtures/firewall-policy-log4shell azurerm_web_application_firewall_policy.fail_older_set':
      'another set has other rules, and refuses other requests',
    'fixtures/firewall-policy-log4shell azurerm_web_application_firewall_policy.fail_only_logs':
      'whether it counts or blocks is for its owner to say',
  },
  coded: {
    'application-gateway-tls-policy': {
      type: 'azurerm_application_gateway',
      yes: [
        named('AppGwSslPolicy20220101S'),
        { ssl_policy: [named('AppGwSslPolicy20220101S').ssl_policy] },
        custom('TLSv1_2', GCM),
        custom('TLSv1_3', 'TLS_AES_256_GCM_SHA384', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'),
        { ...custom('TLSv1_2', GCM), ssl_profile: [{ name: 'none' }] },
      ],
      no: [
        {},
        { ssl_policy: null },
        { ssl_policy: {} },
        named('AppGwSslPolicy20220101'),
        named('AppGwSslPolicy20170401S'),
        { ssl_policy: { policy_name: 'AppGwSslPolicy20220101S' } },
        { ssl_policy: { policy_type: 'CustomV2', policy_name: 'AppGwSslPolicy20220101S' } },
        custom('TLSv1_1', GCM),
        custom('TLSv1_2', GCM, 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384'),
        custom('TLSv1_2', 'TLS_RSA_WITH_AES_256_GCM_SHA384'),
        custom('TLSv1_2', 'TLS_DHE_RSA_WITH_AES_256_GCM_SHA384'),
        custom(UNKNOWN, 'TLS_RSA_WITH_3DES_EDE_CBC_SHA'),
        { ...named('AppGwSslPolicy20220101S'), ssl_profile: [{ name: 'p', ...named('AppGwSslPolicy20150501') }] },
      ],
      unknown: [
        { ssl_policy: UNKNOWN },
        named(UNKNOWN),
        custom(UNKNOWN, GCM),
        custom('TLSv1_2', UNKNOWN),
        { ssl_policy: { policy_type: UNKNOWN, policy_name: 'AppGwSslPolicy20220101S' } },
        { ...named('AppGwSslPolicy20220101S'), ssl_profile: UNKNOWN },
      ],
    },
    'application-gateway-https-listeners': {
      type: 'azurerm_application_gateway',
      yes: [
        { http_listener: [listener('Https')] },
        plain(leads, { target_listener_name: 'apps' }),
        plain(leads, { target_url: 'https://www.contoso.com' }),
      ],
      no: [
        { http_listener: [listener('Http')] },
        { http_listener: listener('Http') },
        { http_listener: [UNKNOWN, listener('Http')] },
        plain({ backend_address_pool_name: 'apps' }),
        plain(leads, { target_url: 'http://www.contoso.com' }),
        plain(leads, { target_listener_name: 'plain' }),
        plain(leads, { target_listener_name: 'apps' }, 'Http'),
        plain({ redirect_configuration_name: 'other' }),
        plain({ redirect_configuration_name: 'nothing' }),
        plain({ ...leads, http_listener_name: 'another' }, { target_listener_name: 'apps' }),
      ],
      unknown: [
        { http_listener: [listener(UNKNOWN)] },
        { http_listener: UNKNOWN },
        plain(leads, { target_url: UNKNOWN }),
        plain(leads, { target_listener_name: UNKNOWN }),
        plain({ redirect_configuration_name: UNKNOWN }),
        plain({ http_listener_name: UNKNOWN, backend_address_pool_name: 'apps' }),
        { ...plain(leads, { target_listener_name: 'apps' }), request_routing_rule: UNKNOWN },
        { ...plain(leads, { target_listener_name: 'apps' }), redirect_configuration: UNKNOWN },
      ],
    },
    'firewall-policy-log4shell': {
      type: 'azurerm_web_application_firewall_policy',
      yes: [
        sets({ version: '3.2' }),
        sets({ type: 'OWASP', version: '3.1' }),
        sets(
          { type: 'Microsoft_BotManagerRuleSet', version: '1.1' },
          { type: 'Microsoft_DefaultRuleSet', version: '2.1' },
        ),
        rules('3.2'),
        rules('3.2', { id: '944200', enabled: false }),
        rules('3.2', { id: '944240', enabled: true }),
        rules('3.2', { id: '944240', enabled: true, action: 'Block' }),
      ],
      no: [
        {},
        sets({ type: 'OWASP', version: '3.0' }),
        sets({ type: 'Microsoft_BotManagerRuleSet', version: '3.1' }),
        rules('3.2', OFF),
        rules('3.1', { id: '944240' }),
        rules('3.2', { id: UNKNOWN }, OFF),
        rules('3.2', { id: '944240', enabled: true, action: 'Log' }),
        rules('3.2', { id: '944240', enabled: true, action: 'Allow' }),
      ],
      unknown: [
        { managed_rules: UNKNOWN },
        sets({ type: 'OWASP', version: UNKNOWN }),
        sets({ type: UNKNOWN, version: '3.0' }),
        rules('3.2', { id: UNKNOWN }),
        rules('3.2', { id: '944240', enabled: UNKNOWN }),
        rules('3.2', { id: '944240', enabled: true, action: UNKNOWN }),
      ],
    },
    'virtual-network-dns-servers': {
      type: 'azurerm_virtual_network',
      yes: [{}, { dns_servers: null }, { dns_servers: [] }, { dns_servers: ['10.0.0.4', UNKNOWN] }],
      no: [{ dns_servers: ['10.0.0.4'] }, { dns_servers: [UNKNOWN] }],
      unknown: [{ dns_servers: UNKNOWN }, { dns_servers: new Reference('azurerm_firewall.main', ['ips']) }],
    },
  },
};
