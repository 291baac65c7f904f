resource "azurerm_monitor_activity_log_alert" "pass_every_event" {
  name                = "pass-every-event"
  resource_group_name = azurerm_resource_group.main.name
  location            = "global"
  scopes              = [data.azurerm_subscription.current.id]

  criteria {
    category = "ServiceHealth"
  }

  action {
    action_group_id = azurerm_monitor_action_group.oncall.id
  }
}

resource "azurerm_monitor_activity_log_alert" "pass_incidents" {
  name                = "pass-incidents"
  resource_group_name = azurerm_resource_group.main.name
  location            = "global"
  scopes              = [data.azurerm_subscription.current.id]
  enabled             = true

  criteria {
    category = "ServiceHealth"

    service_health {
      events = ["Incident"]
    }
  }

  action {
    action_group_id = azurerm_monitor_action_group.oncall.id
  }
}

resource "azurerm_monitor_activity_log_alert" "pass_own_regions" {
  name                = "pass-own-regions"
  resource_group_name = azurerm_resource_group.main.name
  location            = "global"
  scopes              = [data.azurerm_subscription.current.id]

  criteria {
    category = "ServiceHealth"

    service_health {
      events    = ["Incident", "Security"]
      locations = ["West Europe", "Global"]
    }
  }

  action {
    action_group_id = azurerm_monitor_action_group.oncall.id
  }
}

resource "azurerm_monitor_activity_log_alert" "fail_maintenance_only" {
  name                = "fail-maintenance-only"
  resource_group_name = azurerm_resource_group.main.name
  location            = "global"
  scopes              = [data.azurerm_subscription.current.id]

  criteria {
    category = "ServiceHealth"

    service_health {
      events    = ["Maintenance", "Incident"]
      locations = ["Global"]
    }
  }

  action {
    action_group_id = azurerm_monitor_action_group.oncall.id
  }
}

resource "azurerm_monitor_activity_log_alert" "fail_disabled" {
  name                = "fail-disabled"
  resource_group_name = azurerm_resource_group.main.name
  location            = "global"
  scopes              = [data.azurerm_subscription.current.id]
  enabled             = true

  criteria {
    category = "ServiceHealth"
  }

  action {
    action_group_id = azurerm_monitor_action_group.oncall.id
  }
}

resource "azurerm_monitor_activity_log_alert" "fail_no_action" {
  name                = "fail-no-action"
  resource_group_name = azurerm_resource_group.main.name
  location            = "global"
  scopes              = [data.azurerm_subscription.current.id]

  criteria {
    category = "ServiceHealth"
  }

  action {
    action_group_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-watch/providers/Microsoft.Insights/actionGroups/ag-oncall"
  }
}

resource "azurerm_monitor_activity_log_alert" "fail_resource_group" {
  name                = "fail-resource-group"
  resource_group_name = azurerm_resource_group.main.name
  location            = "global"
  scopes              = [azurerm_resource_group.main.id]

  criteria {
    category = "ServiceHealth"
  }

  action {
    action_group_id = azurerm_monitor_action_group.oncall.id
  }
}

resource "azurerm_monitor_activity_log_alert" "fail_errors_only" {
  name                = "fail-errors-only"
  resource_group_name = azurerm_resource_group.main.name
  location            = "global"
  scopes              = [data.azurerm_subscription.current.id]

  criteria {
    category = "ServiceHealth"
    level    = "Error"
  }

  action {
    action_group_id = azurerm_monitor_action_group.oncall.id
  }
}

resource "azurerm_monitor_activity_log_alert" "unknown_scope" {
  name                = "unknown-scope"
  resource_group_name = azurerm_resource_group.main.name
  location            = "global"
  scopes              = [var.unknown]

  criteria {
    category = "ServiceHealth"
  }

  action {
    action_group_id = azurerm_monitor_action_group.oncall.id
  }
}

resource "azurerm_monitor_activity_log_alert" "unknown_category" {
  name                = "unknown-category"
  resource_group_name = azurerm_resource_group.main.name
  location            = "global"
  scopes              = [data.azurerm_subscription.current.id]

  criteria {
    category = var.unknown
  }

  action {
    action_group_id = azurerm_monitor_action_group.oncall.id
  }
}

resource "azurerm_monitor_activity_log_alert" "unknown_events" {
  name                = "unknown-events"
  resource_group_name = azurerm_resource_group.main.name
  location            = "global"
  scopes              = [data.azurerm_subscription.current.id]

  criteria {
    category = "ServiceHealth"

    service_health {
      events = var.unknown
    }
  }

  action {
    action_group_id = azurerm_monitor_action_group.oncall.id
  }
}

resource "azurerm_monitor_activity_log_alert" "na_other_category" {
  name                = "na-other-category"
  resource_group_name = azurerm_resource_group.main.name
  location            = "global"
  scopes              = [data.azurerm_subscription.current.id]

  criteria {
    category = "Administrative"
  }

  action {
    action_group_id = azurerm_monitor_action_group.oncall.id
  }
}

data "azurerm_subscription" "current" {}

resource "azurerm_resource_group" "main" {
  name     = "rg-watch"
  location = "westeurope"
}

resource "azurerm_monitor_action_group" "oncall" {
  name                = "ag-oncall"
  resource_group_name = azurerm_resource_group.main.name
  short_name          = "oncall"
}

variable "unknown" {}
