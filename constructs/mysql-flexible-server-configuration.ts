import * as provider from '@cdktf/provider-azurerm/lib/mysql-flexible-server-configuration';
import { mysqlFlexibleServer } from '../controls/mysql-flexible-server';
import { companionControls, type Hardened } from './hardened';
import { Hardening } from './hardening';

export type MysqlFlexibleServerConfigurationConfig = Hardened<provider.MysqlFlexibleServerConfigurationConfig>;

const controls = companionControls(mysqlFlexibleServer, provider.MysqlFlexibleServerConfiguration.tfResourceType);

/** The provider's mysql flexible server configuration with what the caller left out set as the controls want it. */
export class MysqlFlexibleServerConfiguration extends Hardening(provider.MysqlFlexibleServerConfiguration, controls) {}
