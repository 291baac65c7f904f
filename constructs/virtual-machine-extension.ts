// No control has a value to fill in here. It is re-exported so that a workload imports all its resources from one place.
export {
  VirtualMachineExtension,
  type VirtualMachineExtensionConfig,
} from '@cdktf/provider-azurerm/lib/virtual-machine-extension';
