import { PostgresqlFlexibleServerActiveDirectoryAdministrator } from '@cdktf/provider-azurerm/lib/postgresql-flexible-server-active-directory-administrator';
import { Construct } from 'constructs';
import { postgresqlFlexibleServer } from '../../controls/postgresql-flexible-server';
import { wanted } from '../../controls/reading';
import { setLevel } from '../marks';
import { PostgresqlFlexibleServer, type PostgresqlFlexibleServerConfig } from '../postgresql-flexible-server';
import { PostgresqlFlexibleServerConfiguration } from '../postgresql-flexible-server-configuration';
import { type Encryption, lock, logs, type PrivateConfig, placeOf, privateEndpoint } from './parts';

export interface PostgresqlConfig extends PrivateConfig {
  /** Who administers the server? A group is better than a person. */
  readonly administrator: {
    readonly principalName: string;
    readonly objectId: string;
    readonly principalType: 'Group' | 'ServicePrincipal' | 'User';
    readonly tenantId: string;
  };
  /** Which key of your own encrypts the data, and which identity may use it? Key Vault bills its operations. */
  readonly encryption: Encryption;
  /** Size of the server, which decides what it costs, such as `GP_Standard_D2ds_v5`. */
  readonly skuName: string;
  /** @default '16' */
  readonly version?: string;
  /** Anything else of the server. */
  readonly server?: Partial<PostgresqlFlexibleServerConfig>;
}

/** What the controls want of the parameters of a server: their names and values. */
const PARAMETERS: readonly (readonly [string, string])[] = postgresqlFlexibleServer
  .flatMap(({ companions = [] }) => companions)
  .filter(({ resource }) => resource === 'azurerm_postgresql_flexible_server_configuration')
  .map(({ where = {}, want }) => {
    const [name, value] = [where, want].map((each) => String(wanted(each)[0].expectation.set));
    return [name, value];
  });

/** A PostgreSQL flexible server that meets level 2: private, Entra identities only, logged, encrypted with your key. */
export class Postgresql extends Construct {
  readonly server: PostgresqlFlexibleServer;

  constructor(scope: Construct, id: string, config: PostgresqlConfig) {
    super(scope, id);
    setLevel(this, 2);
    const { name, administrator, encryption, skuName, version = '16', resourceGroupName } = config;
    this.server = new PostgresqlFlexibleServer(this, 'Default', {
      ...placeOf(config),
      name,
      version,
      skuName,
      storageMb: 32768,
      publicNetworkAccessEnabled: false,
      authentication: {
        activeDirectoryAuthEnabled: true,
        passwordAuthEnabled: false,
        tenantId: administrator.tenantId,
      },
      identity: { type: 'UserAssigned', identityIds: [encryption.userAssignedIdentityId] },
      customerManagedKey: {
        keyVaultKeyId: encryption.keyVaultKeyId,
        primaryUserAssignedIdentityId: encryption.userAssignedIdentityId,
      },
      ...config.server,
    });
    new PostgresqlFlexibleServerActiveDirectoryAdministrator(this, 'administrator', {
      serverName: this.server.name,
      resourceGroupName,
      ...administrator,
    });
    for (const [parameter, value] of PARAMETERS)
      new PostgresqlFlexibleServerConfiguration(this, parameter.replace('.', '-'), {
        serverId: this.server.id,
        name: parameter,
        value,
      });
    privateEndpoint(this, config, this.server.id, 'postgresqlServer');
    logs(this, config, 'logs', this.server.id);
    lock(this, config, this.server.id);
  }
}
