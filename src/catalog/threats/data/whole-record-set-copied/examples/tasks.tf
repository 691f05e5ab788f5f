variable "replication_instance_arn" {
  type    = string
  default = "arn:aws:dms:eu-central-1:111122223333:rep:ABC"
}

variable "source_endpoint_arn" {
  type    = string
  default = "arn:aws:dms:eu-central-1:111122223333:endpoint:SRC"
}

variable "target_endpoint_arn" {
  type    = string
  default = "arn:aws:dms:eu-central-1:111122223333:endpoint:DST"
}

# threat: data/whole-record-set-copied
resource "aws_dms_replication_task" "everything" {
  replication_task_id      = "everything"
  migration_type           = "full-load"
  replication_instance_arn = var.replication_instance_arn
  source_endpoint_arn      = var.source_endpoint_arn
  target_endpoint_arn      = var.target_endpoint_arn
  table_mappings = jsonencode({
    rules = [{
      "rule-type"      = "selection"
      "rule-id"        = "1"
      "rule-name"      = "1"
      "object-locator" = { "schema-name" = "shop", "table-name" = "%" }
      "rule-action"    = "include"
    }]
  })
}

# mitigated: data/whole-record-set-copied
resource "aws_dms_replication_task" "without_names" {
  replication_task_id      = "without-names"
  migration_type           = "full-load"
  replication_instance_arn = var.replication_instance_arn
  source_endpoint_arn      = var.source_endpoint_arn
  target_endpoint_arn      = var.target_endpoint_arn
  table_mappings = jsonencode({
    rules = [
      {
        "rule-type"      = "selection"
        "rule-id"        = "1"
        "rule-name"      = "1"
        "object-locator" = { "schema-name" = "shop", "table-name" = "%" }
        "rule-action"    = "include"
      },
      {
        "rule-type"   = "transformation"
        "rule-id"     = "2"
        "rule-name"   = "2"
        "rule-target" = "column"
        "object-locator" = {
          "schema-name" = "shop"
          "table-name"  = "%"
          "column-name" = "%name%"
        }
        "rule-action" = "remove-column"
      },
    ]
  })
}
