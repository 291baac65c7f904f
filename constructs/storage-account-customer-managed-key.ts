// No control has a value to fill in here: only the owner knows the key. It is re-exported so that a workload imports
// all its resources from one place.
export {
  StorageAccountCustomerManagedKeyA as StorageAccountCustomerManagedKey,
  type StorageAccountCustomerManagedKeyAConfig as StorageAccountCustomerManagedKeyConfig,
} from '@cdktf/provider-azurerm/lib/storage-account-customer-managed-key';
