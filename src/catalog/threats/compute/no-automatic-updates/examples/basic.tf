# threat: compute/no-automatic-updates
resource "aws_db_instance" "frozen" {
  engine                      = "postgres"
  instance_class              = "db.t4g.small"
  allocated_storage           = 20
  username                    = "shop"
  manage_master_user_password = true
  backup_retention_period     = 14
  auto_minor_version_upgrade  = false
}

# mitigated: compute/no-automatic-updates
resource "aws_db_instance" "fresh" {
  engine                      = "postgres"
  instance_class              = "db.t4g.small"
  allocated_storage           = 20
  username                    = "shop"
  manage_master_user_password = true
  backup_retention_period     = 14
  auto_minor_version_upgrade  = true
}

# ok: compute/no-automatic-updates
resource "aws_db_instance" "by_default" {
  engine                      = "postgres"
  instance_class              = "db.t4g.small"
  allocated_storage           = 20
  username                    = "shop"
  manage_master_user_password = true
  backup_retention_period     = 14
}
