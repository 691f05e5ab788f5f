# Neither a lock in compliance mode nor a policy that denies it to everybody lets anyone delete them.
# no path: data/destroy-backups
resource "aws_iam_user" "deletes_backups" {
  name = "deletes-backups"
}

resource "aws_iam_user_policy" "deletes_backups" {
  name = "own"
  user = aws_iam_user.deletes_backups.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "backup:Delete*"
      Resource = "*"
    }]
  })
}

resource "aws_backup_vault" "fixed" {
  name = "fixed"
}

resource "aws_backup_vault_lock_configuration" "fixed" {
  backup_vault_name   = aws_backup_vault.fixed.name
  changeable_for_days = 3
  min_retention_days  = 30
}

resource "aws_backup_vault" "denied" {
  name = "denied"
}

resource "aws_backup_vault_policy" "denied" {
  backup_vault_name = aws_backup_vault.denied.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "backup:DeleteRecoveryPoint"
      Resource  = "*"
    }]
  })
}
