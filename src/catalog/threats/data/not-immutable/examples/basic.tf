# threat: data/not-immutable
resource "aws_backup_vault" "open" {
  name = "open"
}

# mitigated: data/not-immutable
resource "aws_backup_vault" "locked" {
  name = "locked"
}

resource "aws_backup_vault_lock_configuration" "lock" {
  backup_vault_name   = aws_backup_vault.locked.name
  min_retention_days  = 30
  changeable_for_days = 3
}
