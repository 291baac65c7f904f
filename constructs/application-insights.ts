import * as provider from '@cdktf/provider-azurerm/lib/application-insights';
import { applicationInsights } from '../controls/application-insights';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type ApplicationInsightsConfig = Hardened<provider.ApplicationInsightsConfig>;

/** The provider's application insights with what the caller left out set as the controls want it. */
export class ApplicationInsights extends Hardening(provider.ApplicationInsights, applicationInsights) {}
