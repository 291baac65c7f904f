// No control has a value to fill in here: what a private endpoint serves is the caller's choice. It is re-exported so
// that a workload imports all its resources from one place.
export { PrivateEndpoint, type PrivateEndpointConfig } from '@cdktf/provider-azurerm/lib/private-endpoint';
