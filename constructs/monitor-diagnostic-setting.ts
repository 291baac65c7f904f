import * as provider from '@cdktf/provider-azurerm/lib/monitor-diagnostic-setting';
import type { Construct } from 'constructs';
import type { Control } from '../controls/control';
import { storageAccount } from '../controls/storage-account';
import { companionControls, type Hardened, hardened, remember } from './hardened';

export type MonitorDiagnosticSettingConfig = Hardened<provider.MonitorDiagnosticSettingConfig>;

const TYPE = 'azurerm_monitor_diagnostic_setting';
const suffixes = storageAccount.flatMap(({ companions = [] }) => companions.map(({ suffix = '' }) => suffix));
/** By what follows the id of the account in the target: `/blobServices/default`. */
const bySuffix = [...new Set(suffixes)]
  .filter((suffix) => suffix !== '')
  .map((suffix) => ({ suffix, controls: companionControls(storageAccount, TYPE, suffix) }));
const NONE: readonly Control[] = [];
const controlsAt = (target: string) =>
  bySuffix.find(({ suffix }) => target.toLowerCase().endsWith(suffix.toLowerCase()))?.controls ?? NONE;

/** The provider's diagnostic setting; for a service of a storage account it logs reads, writes and deletes. */
export class MonitorDiagnosticSetting extends provider.MonitorDiagnosticSetting {
  constructor(scope: Construct, id: string, config: MonitorDiagnosticSettingConfig) {
    super(scope, id, hardened(scope, controlsAt(config.targetResourceId), config));
    remember(this, config);
  }
}
