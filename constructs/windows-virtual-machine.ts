import * as provider from '@cdktf/provider-azurerm/lib/windows-virtual-machine';
import { virtualMachine } from '../controls/virtual-machine';
import { virtualMachineHardening } from '../controls/virtual-machine-hardening';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type WindowsVirtualMachineConfig = Hardened<provider.WindowsVirtualMachineConfig>;

/** The provider's windows virtual machine with what the caller left out set as the controls want it. */
export class WindowsVirtualMachine extends Hardening(provider.WindowsVirtualMachine, [
  ...virtualMachineHardening,
  ...virtualMachine,
]) {}
