import * as provider from '@cdktf/provider-azurerm/lib/linux-virtual-machine';
import { virtualMachine } from '../controls/virtual-machine';
import { virtualMachineHardening } from '../controls/virtual-machine-hardening';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type LinuxVirtualMachineConfig = Hardened<provider.LinuxVirtualMachineConfig>;

/** The provider's linux virtual machine with what the caller left out set as the controls want it. */
export class LinuxVirtualMachine extends Hardening(provider.LinuxVirtualMachine, [
  ...virtualMachineHardening,
  ...virtualMachine,
]) {}
