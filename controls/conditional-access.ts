import type { ConditionalAccessPolicyConfig } from '@cdktf/provider-azuread/lib/conditional-access-policy';
import {
  about,
  among,
  asksMfa,
  BLOCK,
  blocksPlaces,
  coversAll,
  EVERYONE,
  EVERYTHING,
  everybodyEverywhere,
  forApplications,
  has,
  MFA,
  MFA_OR_BLOCK,
  mfaFor,
  type Topic,
  type Want,
} from './conditional-access-topics';
import { type Control, controlsFor, includes, type Level } from './control';
import { both, either } from './three-answers';

const control = controlsFor<ConditionalAccessPolicyConfig>('azuread_conditional_access_policy');

const STAGES =
  'Exclude the break-glass accounts and let the policy run with state = "enabledForReportingButNotEnforced" for a week; read in the sign-in logs, on the tab Report-only, whom it would have stopped; then set state = "enabled".';

interface Policy {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly why: string;
  readonly level?: Level;
  readonly severity: Control['severity'];
  readonly topic: Topic;
  readonly want: Want;
  /** A policy for everybody and everything does as well. */
  readonly covered?: true;
  /** Who is stopped by it. */
  readonly stops: string;
  readonly needs?: string;
  readonly aliases: Control['aliases'];
}

const policy = ({ id, number, level = 2, topic, want, covered, stops, needs = 'P1', ...rest }: Policy): Control => {
  const enabled = { state: 'enabled', ...want } as const;
  return control({
    ...rest,
    id: `conditional-access-${id}`,
    level,
    scope: 'tenant',
    ...(covered ? {} : { required: true }),
    cis: { 'v3.0.0': number },
    about: about(topic, enabled, covered ? coversAll : () => false),
    want: enabled,
    fix: {
      impact: 'disruptive',
      consequences: [stops, 'A policy that is wrong can lock out everybody, those who could mend it among them.'],
      advice: STAGES,
      cost: `Needs licences of Microsoft Entra ID ${needs}.`,
      restores: 'yes',
    },
  });
};

const MANAGEMENT_API = '797f4846-ba00-4fd7-ba43-dac1f8f63013';
const MACHINES = ['372140e0-b3b7-4226-8ef9-d57986796201', 'ce6ff14a-7fdc-4685-bbe0-f6afdfcfa8e0'];
const NO_SECOND_FACTOR = 'Whoever has not registered a second factor is asked to, or cannot sign in.';

/** CIS 2.2.2 to 2.2.8, 2.22 and 8.10. */
export const conditionalAccess = [
  policy({
    id: 'countries',
    number: '2.2.2',
    title: 'Sign-ins from countries where nobody works are blocked',
    why: 'Most stolen passwords are tried from far away, and far away nobody of yours signs in.',
    severity: 'medium',
    topic: blocksPlaces,
    want: { conditions: { ...EVERYONE, ...EVERYTHING }, grantControls: BLOCK },
    stops: 'Travellers, and whoever uses a VPN that ends elsewhere, cannot sign in.',
    aliases: { powerpipe: ['cis_v300_2_2_2'] },
  }),
  policy({
    id: 'device-code',
    number: '2.2.3',
    title: 'Signing in with a device code is blocked',
    why: 'A victim who types the code of an attacker into the real page of Microsoft signs the attacker in.',
    severity: 'high',
    topic: (each) => among(each, 'deviceCodeFlow', 'conditions', 'authentication_flow_transfer_methods'),
    want: { conditions: { ...EVERYONE, ...EVERYTHING }, grantControls: BLOCK },
    stops: 'Devices without a browser, such as meeting rooms, and command lines that sign in this way are stopped.',
    aliases: { powerpipe: ['cis_v300_2_2_3'] },
  }),
  policy({
    id: 'mfa-administrators',
    number: '2.2.4',
    title: 'Administrators sign in with a second factor',
    why: 'The password of one administrator is all that stands between an attacker and the whole directory.',
    severity: 'critical',
    // Which groups hold administrators the code does not say: a policy for groups is not judged.
    topic: mfaFor((each) => has(each, 'conditions', 'users', 'included_roles')),
    want: { conditions: EVERYTHING, grantControls: MFA },
    covered: true,
    stops: NO_SECOND_FACTOR,
    aliases: { powerpipe: ['cis_v300_2_2_4'] },
  }),
  policy({
    id: 'mfa-everyone',
    number: '2.2.5',
    title: 'Everybody signs in with a second factor',
    why: 'Any account is a way in, and the least important one has the weakest password.',
    severity: 'high',
    topic: everybodyEverywhere,
    want: { grantControls: MFA },
    stops: NO_SECOND_FACTOR,
    aliases: { powerpipe: ['cis_v300_2_2_5'] },
  }),
  policy({
    id: 'mfa-risky-sign-ins',
    number: '2.2.6',
    title: 'Risky sign-ins need a second factor',
    why: 'What looks like somebody else at the keyboard should prove that it is not.',
    severity: 'high',
    topic: (each, around) =>
      both(
        has(each, 'conditions', 'sign_in_risk_levels'),
        either(asksMfa(each, around), among(each, 'block', 'grant_controls', 'built_in_controls')),
      ),
    want: {
      conditions: { ...EVERYONE, ...EVERYTHING, signInRiskLevels: includes('high', 'medium') },
      grantControls: MFA_OR_BLOCK,
    },
    stops: 'Whoever has no second factor is stopped when a sign-in looks risky, rightly or not.',
    needs: 'P2',
    aliases: { powerpipe: ['cis_v300_2_2_6'] },
  }),
  policy({
    id: 'mfa-azure-management',
    number: '2.2.7',
    title: 'Whoever manages Azure signs in with a second factor',
    why: 'Portal, command line and Terraform all use one interface: who gets there with a password alone gets everything.',
    severity: 'high',
    topic: forApplications(MANAGEMENT_API),
    want: { conditions: EVERYONE, grantControls: MFA },
    covered: true,
    stops:
      'Scripts and pipelines that sign in as a user stop; those that use a service principal or an identity go on.',
    aliases: {
      prowler: ['entra_conditional_access_policy_require_mfa_for_management_api'],
      powerpipe: ['cis_v300_2_2_7', 'iam_conditional_access_mfa_enabled'],
    },
  }),
  policy({
    id: 'mfa-admin-portals',
    number: '2.2.8',
    title: 'Whoever opens an admin portal signs in with a second factor',
    why: 'The portals of Microsoft show and change the settings of everybody.',
    severity: 'high',
    topic: forApplications('MicrosoftAdminPortals'),
    want: { conditions: EVERYONE, grantControls: MFA },
    covered: true,
    stops: NO_SECOND_FACTOR,
    aliases: {
      prowler: ['entra_conditional_access_policy_require_mfa_for_admin_portals'],
      powerpipe: ['cis_v300_2_2_8'],
    },
  }),
  policy({
    id: 'mfa-register-devices',
    number: '2.22',
    title: 'Devices are registered and joined with a second factor',
    why: 'A device that an attacker registers is trusted from then on, long after the password has been changed.',
    level: 1,
    severity: 'medium',
    topic: (each) => among(each, 'urn:user:registerdevice', 'conditions', 'applications', 'included_user_actions'),
    want: { conditions: EVERYONE, grantControls: MFA },
    stops:
      'New employees need a second factor before their first device; the same switch in the device settings has to be off.',
    aliases: { powerpipe: ['cis_v300_2_22'] },
  }),
  policy({
    id: 'mfa-virtual-machines',
    number: '8.10',
    title: 'Whoever signs in to a virtual machine with Entra ID uses a second factor',
    why: 'A machine is a foothold in the network: a password alone should not open it.',
    severity: 'high',
    topic: forApplications(...MACHINES),
    want: { grantControls: MFA },
    covered: true,
    stops: 'Clients of remote desktop that cannot ask for a second factor cannot connect.',
    aliases: { prowler: ['entra_user_with_vm_access_has_mfa'], powerpipe: ['cis_v300_8_10'] },
  }),
];
