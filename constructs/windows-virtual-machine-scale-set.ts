import * as provider from '@cdktf/provider-azurerm/lib/windows-virtual-machine-scale-set';
import { virtualMachineHardening } from '../controls/virtual-machine-hardening';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type WindowsVirtualMachineScaleSetConfig = Hardened<provider.WindowsVirtualMachineScaleSetConfig>;

/** The provider's windows virtual machine scale set with what the caller left out set as the controls want it. */
export class WindowsVirtualMachineScaleSet extends Hardening(
  provider.WindowsVirtualMachineScaleSet,
  virtualMachineHardening,
) {}
