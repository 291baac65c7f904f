import * as provider from '@cdktf/provider-azurerm/lib/linux-virtual-machine-scale-set';
import { virtualMachineHardening } from '../controls/virtual-machine-hardening';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type LinuxVirtualMachineScaleSetConfig = Hardened<provider.LinuxVirtualMachineScaleSetConfig>;

/** The provider's linux virtual machine scale set with what the caller left out set as the controls want it. */
export class LinuxVirtualMachineScaleSet extends Hardening(
  provider.LinuxVirtualMachineScaleSet,
  virtualMachineHardening,
) {}
