# threat: compute/unsupported-software
resource "aws_db_instance" "database" {
  identifier                  = "database"
  engine                      = "postgres"
  engine_version              = "11.5"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "shop"
  manage_master_user_password = true
  backup_retention_period     = 1
}
