# path: data/destroy-backups
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
      Action   = "backup:DeleteRecoveryPoint"
      Resource = "*"
    }]
  })
}

# path: data/destroy-backups
resource "aws_iam_user" "takes_the_lock_off" {
  name = "takes-the-lock-off"
}

resource "aws_iam_user_policy" "takes_the_lock_off" {
  name = "own"
  user = aws_iam_user.takes_the_lock_off.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "backup:DeleteBackupVaultLockConfiguration"
        Resource = aws_backup_vault.governed.arn
      },
      {
        Effect   = "Allow"
        Action   = "backup:DeleteRecoveryPoint"
        Resource = "*"
      },
    ]
  })
}

# no path: data/destroy-backups
resource "aws_iam_user" "only_reads" {
  name = "only-reads"
}

resource "aws_iam_user_policy" "only_reads" {
  name = "own"
  user = aws_iam_user.only_reads.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "backup:DescribeRecoveryPoint"
      Resource = "*"
    }]
  })
}

# The plan is another matter: what was kept stays.
# no path: data/destroy-backups
resource "aws_iam_user" "deletes_plans" {
  name = "deletes-plans"
}

resource "aws_iam_user_policy" "deletes_plans" {
  name = "own"
  user = aws_iam_user.deletes_plans.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "backup:DeleteBackupPlan"
      Resource = "*"
    }]
  })
}

resource "aws_backup_vault" "plain" {
  name = "plain"
}

resource "aws_backup_vault" "governed" {
  name = "governed"
}

resource "aws_backup_vault_lock_configuration" "governed" {
  backup_vault_name  = aws_backup_vault.governed.name
  min_retention_days = 30
}
