// What an app says about all of its resources. Constructs have paths of their own, such as
// azure-plumbline/constructs/storage-account: one that loaded them all would load half of the provider.
export { type EnforcementReport, type EnforceOptions, enforce, enforcementReport } from './enforce';
export { type Exception, except } from './except';
export { setExisting, setLevel } from './marks';
