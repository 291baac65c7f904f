// From the names of the CDKTF bindings to Terraform's. The bindings drop the underscore before a number, so these
// few cannot be derived; the test walks every binding of the installed provider and finds missing ones.
const exceptions: Readonly<Record<string, string>> = {
  aofStorageConnectionString0: 'aof_storage_connection_string_0',
  aofStorageConnectionString1: 'aof_storage_connection_string_1',
  error404Document: 'error_404_document',
  immediateDataPurgeOn30DaysEnabled: 'immediate_data_purge_on_30_days_enabled',
  instance0BgpPeeringAddress: 'instance_0_bgp_peering_address',
  instance1BgpPeeringAddress: 'instance_1_bgp_peering_address',
  kerberos5IReadOnlyEnabled: 'kerberos_5i_read_only_enabled',
  kerberos5IReadWriteEnabled: 'kerberos_5i_read_write_enabled',
  kerberos5PReadOnlyEnabled: 'kerberos_5p_read_only_enabled',
  kerberos5PReadWriteEnabled: 'kerberos_5p_read_write_enabled',
  kerberos5ReadOnlyEnabled: 'kerberos_5_read_only_enabled',
  kerberos5ReadWriteEnabled: 'kerberos_5_read_write_enabled',
  serverVersionIs32OrHigher: 'server_version_is_32_or_higher',
  systemAttribute: 'system',
  use32BitWorker: 'use_32_bit_worker',
  use32BitWorkerProcess: 'use_32_bit_worker_process',
};

/** 'minTlsVersion' → 'min_tls_version'. A name that is Terraform's already comes back as it is. */
export function terraformName(camel: string): string {
  if (Object.hasOwn(exceptions, camel)) return exceptions[camel];
  return camel.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
