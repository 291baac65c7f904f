import { Construct } from 'constructs';
import { setLevel } from '../marks';
import { MssqlDatabase, type MssqlDatabaseConfig } from '../mssql-database';
import { MssqlServer, type MssqlServerConfig } from '../mssql-server';
import { MssqlServerExtendedAuditingPolicy } from '../mssql-server-extended-auditing-policy';
import { type Encryption, lock, logs, type PrivateConfig, placeOf, privateEndpoint } from './parts';

export interface EntraAdministrator {
  /** Name of the group or user as Entra shows it. */
  readonly loginUsername: string;
  /** Its object id in Entra. */
  readonly objectId: string;
  readonly tenantId: string;
}

export interface SqlServerConfig extends PrivateConfig {
  /** Who administers the server? A group is better than a person. */
  readonly administrator: EntraAdministrator;
  /** Which key of your own encrypts the databases, and which identity may use it? Key Vault bills its operations. */
  readonly encryption: Encryption;
  /** By name; the size of each decides what it costs. */
  readonly databases?: Readonly<Record<string, Omit<MssqlDatabaseConfig, 'name' | 'serverId'>>>;
  /** Anything else of the server. */
  readonly server?: Partial<MssqlServerConfig>;
}

/** A SQL server that meets level 2: private, Entra identities only, audited, encrypted with your key, locked. */
export class SqlServer extends Construct {
  readonly server: MssqlServer;
  readonly databases: Readonly<Record<string, MssqlDatabase>>;

  constructor(scope: Construct, id: string, config: SqlServerConfig) {
    super(scope, id);
    setLevel(this, 2);
    const { name, administrator, encryption, databases = {} } = config;
    this.server = new MssqlServer(this, 'Default', {
      ...placeOf(config),
      name,
      version: '12.0',
      publicNetworkAccessEnabled: false,
      azureadAdministrator: { ...administrator, azureadAuthenticationOnly: true },
      identity: { type: 'UserAssigned', identityIds: [encryption.userAssignedIdentityId] },
      primaryUserAssignedIdentityId: encryption.userAssignedIdentityId,
      transparentDataEncryptionKeyVaultKeyId: encryption.keyVaultKeyId,
      ...config.server,
    });
    new MssqlServerExtendedAuditingPolicy(this, 'auditing', {
      serverId: this.server.id,
      logMonitoringEnabled: true,
      // How long the workspace keeps the log is said there; scanners read it here.
      retentionInDays: 91,
    });
    // Audit records of the whole server come out at its master database.
    logs(this, config, 'audit-logs', `${this.server.id}/databases/master`, ['SQLSecurityAuditEvents']);
    privateEndpoint(this, config, this.server.id, 'sqlServer');
    const made = Object.entries(databases).map(
      ([each, database]) => [each, this.database(config, each, database)] as const,
    );
    this.databases = Object.fromEntries(made);
    lock(this, config, this.server.id);
  }

  private database(config: SqlServerConfig, name: string, rest: Partial<MssqlDatabaseConfig>): MssqlDatabase {
    const database = new MssqlDatabase(this, name, { name, serverId: this.server.id, ...rest });
    logs(this, config, `${name}-logs`, database.id);
    return database;
  }
}
