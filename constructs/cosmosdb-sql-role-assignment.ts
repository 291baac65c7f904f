// No control has a value to fill in here. It is re-exported so that a workload imports all its resources from one place.
export {
  CosmosdbSqlRoleAssignment,
  type CosmosdbSqlRoleAssignmentConfig,
} from '@cdktf/provider-azurerm/lib/cosmosdb-sql-role-assignment';
