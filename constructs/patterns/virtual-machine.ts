import { NetworkInterface } from '@cdktf/provider-azurerm/lib/network-interface';
import { Construct } from 'constructs';
import { LinuxVirtualMachine, type LinuxVirtualMachineConfig } from '../linux-virtual-machine';
import { setLevel } from '../marks';
import { lock, type NamedConfig, placeOf } from './parts';

export interface VirtualMachineConfig extends NamedConfig {
  /** In which subnet does the machine stand (its resource id)? It gets no public address. */
  readonly subnetId: string;
  /** Size of the machine, which decides what it costs, such as `Standard_D2s_v5`. */
  readonly size: string;
  /** A generation 2 image: trusted launch needs one. */
  readonly image: {
    readonly publisher: string;
    readonly offer: string;
    readonly sku: string;
    readonly version: string;
  };
  readonly adminUsername: string;
  /** The public half of the administrator's SSH key. */
  readonly adminPublicKey: string;
  /** Which disk encryption set holds the key for disks (its resource id)? */
  readonly diskEncryptionSetId: string;
  /** Anything else of the machine. */
  readonly machine?: Partial<LinuxVirtualMachineConfig>;
}

/** A Linux machine that meets level 2: trusted launch, disks encrypted with your key, patched, no password, no public address. */
export class VirtualMachine extends Construct {
  readonly machine: LinuxVirtualMachine;

  constructor(scope: Construct, id: string, config: VirtualMachineConfig) {
    super(scope, id);
    setLevel(this, 2);
    const { name, subnetId, size, image, adminUsername, adminPublicKey, diskEncryptionSetId } = config;
    const place = placeOf(config);
    const card = new NetworkInterface(this, 'network-interface', {
      ...place,
      name: `${name}-nic`,
      ipConfiguration: [{ name: 'internal', subnetId, privateIpAddressAllocation: 'Dynamic' }],
    });
    this.machine = new LinuxVirtualMachine(this, 'Default', {
      ...place,
      name,
      size,
      adminUsername,
      adminSshKey: [{ username: adminUsername, publicKey: adminPublicKey }],
      networkInterfaceIds: [card.id],
      osDisk: { caching: 'ReadWrite', storageAccountType: 'Premium_LRS', diskEncryptionSetId },
      sourceImageReference: { ...image },
      identity: { type: 'SystemAssigned' },
      patchMode: 'AutomaticByPlatform',
      patchAssessmentMode: 'AutomaticByPlatform',
      // Boot logs in an account that Azure manages.
      bootDiagnostics: {},
      ...config.machine,
    });
    lock(this, config, this.machine.id);
  }
}
