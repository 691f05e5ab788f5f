# threat: network/public-address
resource "aws_db_instance" "shop" {
  engine                      = "mysql"
  instance_class              = "db.t4g.small"
  allocated_storage           = 20
  username                    = "shop"
  manage_master_user_password = true
  backup_retention_period     = 14
  publicly_accessible         = true
}

# ok: network/public-address
resource "aws_db_instance" "orders" {
  engine                      = "mysql"
  instance_class              = "db.t4g.small"
  allocated_storage           = 20
  username                    = "orders"
  manage_master_user_password = true
  backup_retention_period     = 14
  publicly_accessible         = false
}
