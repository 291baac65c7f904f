import type { Ask } from './control';

/** Questions that several controls ask; each is answered once, under its parameter. */
export const WORKSPACE: Ask = {
  parameter: 'logAnalyticsWorkspaceId',
  question: 'Which Log Analytics workspace receives the logs (its resource id)?',
  type: 'id',
  resource: 'azurerm_log_analytics_workspace',
};
/** Traffic Analytics wants the same workspace under three names. */
export const WORKSPACE_GUID: Ask = {
  parameter: 'logAnalyticsWorkspaceGuid',
  question: 'What is the workspace id (a GUID) of the Log Analytics workspace that receives the logs?',
  type: 'string',
};
export const WORKSPACE_REGION: Ask = {
  parameter: 'logAnalyticsWorkspaceRegion',
  question: 'In which region is the Log Analytics workspace that receives the logs?',
  type: 'string',
};
export const PRIVATE_ENDPOINT_SUBNET: Ask = {
  parameter: 'privateEndpointSubnetId',
  question: 'In which subnet do private endpoints stand (its resource id)?',
  type: 'id',
};
export const MANAGEMENT_NETWORKS: Ask = {
  parameter: 'managementNetworks',
  question: 'From which networks (CIDR ranges) may administrators connect?',
  type: 'list',
};
export const CLIENT_NETWORKS: Ask = {
  parameter: 'clientNetworks',
  question: 'From which networks (CIDR ranges) do clients connect to services that need not face the internet?',
  type: 'list',
};
export const DISK_ENCRYPTION_SET: Ask = {
  parameter: 'diskEncryptionSetId',
  question: 'Which disk encryption set holds the key for disks (its resource id)?',
  type: 'id',
  resource: 'azurerm_disk_encryption_set',
};
export const ALERT_GROUP: Ask = {
  parameter: 'alertResourceGroup',
  question: 'In which resource group do alerts on the subscription stand (its name)?',
  type: 'string',
};
