# as Role
resource "aws_iam_role" "backup" {
  name               = "backup"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

# as Told
resource "aws_sns_topic" "told" {
  name = "told"
}

# = Locked
resource "aws_backup_vault" "locked" {
  name        = "locked"
  kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"
}

resource "aws_backup_vault_lock_configuration" "locked" {
  backup_vault_name  = aws_backup_vault.locked.name
  min_retention_days = 30
}

resource "aws_backup_vault_policy" "locked" {
  backup_vault_name = aws_backup_vault.locked.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Principal = "*", Action = "backup:DeleteRecoveryPoint", Resource = "*" }]
  })
}

resource "aws_backup_vault_notifications" "locked" {
  backup_vault_name   = "locked"
  sns_topic_arn       = aws_sns_topic.told.arn
  backup_vault_events = ["BACKUP_JOB_COMPLETED"]
}

# = Plain
resource "aws_backup_vault" "plain" {
  name = "plain"
}

# = Daily
resource "aws_backup_plan" "daily" {
  name = "daily"

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.plain.name
    schedule          = "cron(0 5 * * ? *)"

    lifecycle {
      delete_after = 35
    }

    copy_action {
      destination_vault_arn = aws_backup_vault.locked.arn
    }
  }
}

# = Selection
resource "aws_backup_selection" "all" {
  name         = "all"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = aws_iam_role.backup.arn
  resources    = ["arn:aws:dynamodb:eu-west-1:111122223333:table/orders"]
}
