# threat: data/password-sign-in
resource "aws_db_instance" "passwords" {
  engine                      = "postgres"
  instance_class              = "db.t4g.small"
  allocated_storage           = 20
  username                    = "shop"
  manage_master_user_password = true
  backup_retention_period     = 14
}

# mitigated: data/password-sign-in
resource "aws_db_instance" "tokens" {
  engine                              = "postgres"
  instance_class                      = "db.t4g.small"
  allocated_storage                   = 20
  username                            = "shop"
  manage_master_user_password         = true
  backup_retention_period             = 14
  iam_database_authentication_enabled = true
}

# ok: data/password-sign-in
resource "aws_db_instance" "cannot_otherwise" {
  engine                      = "oracle-se2"
  license_model               = "license-included"
  instance_class              = "db.t3.small"
  allocated_storage           = 20
  username                    = "shop"
  manage_master_user_password = true
  backup_retention_period     = 14
}
