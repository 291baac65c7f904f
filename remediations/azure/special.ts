import type { Attributes, Value } from '../../controls/value';
import { at, list, record, text } from '../findings/json';
import type { ArmObject } from './arm-object';

/** What azurerm says in another shape than Azure, by type; laid over what is read by place. */
export const SPECIAL: Readonly<Record<string, (object: ArmObject) => Attributes>> = {
  azurerm_cosmosdb_account: ({ properties }) => {
    const key = text(at(properties, 'keyVaultKeyUri'));
    const isHsm = key !== undefined && /\.managedhsm\./i.test(key);
    return { key_vault_key_id: isHsm ? null : (key ?? null), managed_hsm_key_id: isHsm ? key : null };
  },
  azurerm_monitor_activity_log_alert: ({ properties }) => {
    const conditions = list(at(properties, 'condition', 'allOf'));
    const criteria = Object.fromEntries(conditions.flatMap(criterion));
    const groups = list(at(properties, 'actions', 'actionGroups'));
    const action = groups.flatMap((group) => {
      const id = text(at(group, 'actionGroupId'));
      return id === undefined ? [] : [{ action_group_id: id }];
    });
    return { criteria, action };
  },
  azurerm_monitor_diagnostic_setting: ({ properties }) => {
    const enabled = (name: string) => list(at(properties, name)).filter((each) => at(each, 'enabled') === true);
    return {
      enabled_log: enabled('logs').map((each) => {
        const [category, group] = [text(at(each, 'category')), text(at(each, 'categoryGroup'))];
        return { ...(category ? { category } : {}), ...(group ? { category_group: group } : {}) };
      }),
      enabled_metric: enabled('metrics').flatMap((each) => {
        const category = text(at(each, 'category'));
        return category ? [{ category }] : [];
      }),
      metric: [],
    };
  },
  azurerm_security_center_contact: ({ properties }) => {
    const email = text(at(properties, 'email')) ?? text(at(properties, 'emails'));
    const roles = at(properties, 'notificationsByRole');
    const alerts = at(properties, 'alertNotifications');
    const isOn = (value: unknown) => /^on$/i.test(String(record(value) ? at(value, 'state') : value));
    const sources = list(at(properties, 'notificationsSources'));
    return {
      ...(email ? { email } : {}),
      alerts_to_admins: roles === undefined ? isOn(at(properties, 'alertsToAdmins')) : isOn(roles),
      alert_notifications:
        alerts === undefined ? sources.some((each) => at(each, 'sourceType') === 'Alert') : isOn(alerts),
    };
  },
  azurerm_security_center_subscription_pricing: ({ properties }) => ({
    extension: list(at(properties, 'extensions')).flatMap((each) => {
      const name = text(at(each, 'name'));
      if (!name || !/^true$/i.test(String(at(each, 'isEnabled')))) return [];
      const more = Object.entries(record(at(each, 'additionalExtensionProperties')) ?? {});
      const texts = Object.fromEntries(more.map(([key, value]) => [key, String(value)]));
      return [{ name, ...(more.length ? { additional_extension_properties: texts } : {}) }];
    }),
  }),
};

const FIELDS: Readonly<Record<string, string>> = {
  category: 'category',
  level: 'level',
  operationname: 'operation_name',
  resourcegroup: 'resource_group',
  resourceid: 'resource_id',
  resourceprovider: 'resource_provider',
  resourcetype: 'resource_type',
  status: 'status',
  substatus: 'sub_status',
  caller: 'caller',
};

/** One entry of `allOf`: a field that equals something, or one of several. */
function criterion(condition: unknown): (readonly [string, Value])[] {
  const several = list(at(condition, 'anyOf'));
  const field = text(at(condition, 'field')) ?? text(at(several[0], 'field'));
  if (field === 'properties.incidentType') {
    const events = several.length ? several.flatMap((each) => text(at(each, 'equals')) ?? []) : [];
    return [['service_health', { events: events.length ? events : [text(at(condition, 'equals')) ?? ''] }]];
  }
  const name = field && FIELDS[field.toLowerCase()];
  if (!name) return [];
  if (several.length) return [[`${name}s`, several.flatMap((each) => text(at(each, 'equals')) ?? [])]];
  const equals = text(at(condition, 'equals'));
  return equals === undefined ? [] : [[name, equals]];
}
