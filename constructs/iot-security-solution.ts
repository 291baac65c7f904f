import * as provider from '@cdktf/provider-azurerm/lib/iot-security-solution';
import { iot } from '../controls/iot';
import { companionControls, type Hardened } from './hardened';
import { Hardening } from './hardening';

export type IotSecuritySolutionConfig = Hardened<provider.IotSecuritySolutionConfig>;

const controls = companionControls(iot, provider.IotSecuritySolution.tfResourceType);

/** The provider's iot security solution with what the caller left out set as the controls want it. */
export class IotSecuritySolution extends Hardening(provider.IotSecuritySolution, controls) {}
