import type { ApplicationGatewayConfig } from '@cdktf/provider-azurerm/lib/application-gateway';
import { controlsFor, type Deviation } from './control';
import { blocksOf, both, either, isOneOf, not } from './three-answers';
import { type Attributes, isAbsent, isList, isObject, type Path, type Resource, Unknown, type Value } from './value';

const control = controlsFor<ApplicationGatewayConfig>('azurerm_application_gateway');

const single = (value: Value | undefined): Value | undefined =>
  isList(value) && value.length === 1 ? value[0] : value;
/** The only one that Azure offers by name with TLS 1.2 as its lowest, and with neither CBC nor keys that RSA alone hands over. */
const STRONG_POLICY = 'AppGwSslPolicy20220101S';
const STRONG_CIPHER = /^TLS_(ECDHE_(ECDSA|RSA)_WITH_)?AES_\d+_GCM_/;
const EXPECTED = `"${STRONG_POLICY}", or TLS 1.2 with ciphers of ECDHE and GCM only`;

function isStrong({ policy_type: type, policy_name: name, ...custom }: Attributes): boolean | Unknown {
  const ciphers = blocksOf(custom.cipher_suites).map((cipher) =>
    cipher instanceof Unknown ? cipher : STRONG_CIPHER.test(String(cipher)),
  );
  return either(
    both(isOneOf(type, 'Predefined'), isOneOf(name, STRONG_POLICY)),
    both(isOneOf(type, 'Custom', 'CustomV2'), isOneOf(custom.min_protocol_version, 'TLSv1_2', 'TLSv1_3'), ...ciphers),
  );
}

/** The policy of the gateway, and those that some listeners have instead. */
function policies({ ssl_policy, ssl_profile }: Attributes): { at: Path; policy: Value | undefined }[] {
  const ofProfiles = blocksOf(ssl_profile).map((profile, i) => ({
    at: ['ssl_profile', i, 'ssl_policy'],
    policy: isObject(profile) ? single(profile.ssl_policy) : profile,
  }));
  return [{ at: ['ssl_policy'], policy: single(ssl_policy) }, ...ofProfiles.filter(({ policy }) => !isAbsent(policy))];
}

/** What is written where nothing is, or where another policy is called by its name; ciphers are for their owner to choose. */
function strongPolicy({ attributes }: Resource): readonly Deviation[] | Unknown {
  const sku = single(attributes.sku);
  // The older gateways do not know it.
  const isNewer = isObject(sku) && /_v2$/.test(String(sku.tier));
  const judged = policies(attributes).map(({ at, policy = {} }) => {
    const written = isObject(policy) ? policy : {};
    const answer = policy instanceof Unknown ? policy : isStrong(written);
    return { at, written, answer };
  });
  const weak = judged.filter(({ answer }) => answer === false);
  const set = (value: string) => (isNewer ? { set: value } : {});
  if (weak.length)
    return weak.flatMap(({ at, written }): Deviation[] => {
      const [type, name] = ['policy_type', 'policy_name'].map((each) => ({
        path: [...at, each],
        found: written[each],
        expected: EXPECTED,
      }));
      if (written.policy_type === 'Predefined') return [{ ...name, ...set(STRONG_POLICY) }];
      if (Object.values(written).some((value) => !isAbsent(value))) return [type];
      return [
        { ...type, ...set('Predefined') },
        { ...name, ...set(STRONG_POLICY) },
      ];
    });
  return judged.map(({ answer }) => answer).find((answer) => answer instanceof Unknown) ?? [];
}

/** Whether a redirection leads to HTTPS: to a listener, or to an address. */
function isSecure(redirect: Attributes, listeners: readonly Value[]): boolean | Unknown {
  const { target_listener_name: name, target_url: url } = redirect;
  if (!isAbsent(url)) return url instanceof Unknown ? url : /^https:/i.test(String(url));
  if (name instanceof Unknown) return name;
  return either(
    ...listeners.map((each) => (isObject(each) ? both(isOneOf(each.name, String(name)), isHttps(each)) : false)),
  );
}
const isHttps = ({ protocol }: Attributes) => isOneOf(protocol, 'Https');

/** A listener for plain HTTP that does nothing but send its visitors to HTTPS. */
function onlyRedirects({ name }: Attributes, gateway: Attributes): boolean | Unknown {
  const { request_routing_rule: rules, redirect_configuration: redirects, http_listener: listeners } = gateway;
  const isSafe = (rule: Attributes): boolean | Unknown => {
    const { redirect_configuration_name: redirect } = rule;
    if (isAbsent(redirect) || redirect instanceof Unknown) return redirect ?? false;
    const leads = blocksOf(redirects).map((each) =>
      isObject(each)
        ? both(isOneOf(each.name, String(redirect)), isSecure(each, blocksOf(listeners)))
        : each instanceof Unknown && each,
    );
    return either(...leads);
  };
  if (name instanceof Unknown) return name;
  const mine = blocksOf(rules).map((rule) => {
    if (!isObject(rule)) return { uses: rule instanceof Unknown && rule, safe: false };
    return { uses: isOneOf(rule.http_listener_name, String(name)), safe: isSafe(rule) };
  });
  return both(either(...mine.map(({ uses }) => uses)), ...mine.map(({ uses, safe }) => either(not(uses), safe)));
}

function encrypted({ attributes }: Resource): readonly Deviation[] | Unknown {
  const judged = blocksOf(attributes.http_listener).map((listener, i) => {
    if (!isObject(listener)) return { path: [], answer: listener instanceof Unknown ? listener : true };
    const answer = either(isHttps(listener), onlyRedirects(listener, attributes));
    return { path: ['http_listener', i, 'protocol'], found: listener.protocol, answer };
  });
  const plain = judged.filter(({ answer }) => answer === false);
  if (plain.length)
    return plain.map(({ path, found }) => ({ path, found, expected: '"Https", or a redirection to it' }));
  return judged.map(({ answer }) => answer).find((answer) => answer instanceof Unknown) ?? [];
}

const WHOLE = 'Terraform writes the whole gateway: what was changed outside it is lost. Read the plan.';

/** What scanners ask of the way between clients and an application gateway. */
export const applicationGatewayTls = [
  control({
    id: 'application-gateway-tls-policy',
    title: 'Application gateways speak TLS 1.2 or newer, with ciphers that keep past traffic secret',
    why: 'A gateway that admits old versions and ciphers lets somebody on the way talk a client into them.',
    severity: 'high',
    level: 2,
    cis: {},
    inspect: strongPolicy,
    fix: {
      impact: 'disruptive',
      consequences: [
        'Clients without TLS 1.2, or without ECDHE and GCM, such as Windows 8.1 and older, can no longer connect.',
        WHOLE,
      ],
      restores: 'yes',
    },
    aliases: { checkov: ['CKV_AZURE_218'] },
  }),
  control({
    id: 'application-gateway-https-listeners',
    title: 'Application gateways answer plain HTTP with nothing but a way to HTTPS',
    why: 'What goes to the gateway without encryption is read and changed by everybody on the way.',
    severity: 'high',
    level: 2,
    cis: {},
    inspect: encrypted,
    fix: {
      impact: 'disruptive',
      consequences: ['Clients that do not follow a redirection, or do not trust the certificate, are cut off.', WHOLE],
      advice:
        'Give the gateway a certificate (ssl_certificate, from Key Vault), add a listener with protocol = "Https" and its port, move the rule there, and let the old listener do nothing but a redirect_configuration to the new one.',
      restores: 'yes',
    },
    aliases: {
      checkov: [
        {
          rule: 'CKV_AZURE_217',
          differs: 'Looks at the first listener only, and fails one that does nothing but lead to HTTPS.',
        },
      ],
    },
  }),
];
