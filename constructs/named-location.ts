import * as provider from '@cdktf/provider-azuread/lib/named-location';
import { namedLocations } from '../controls/named-locations';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type NamedLocationConfig = Hardened<provider.NamedLocationConfig>;

/** The provider's named location with what the caller left out set as the controls want it. */
export class NamedLocation extends Hardening(provider.NamedLocation, namedLocations) {}
