variable "user" {
  type = string
}

data "aws_secretsmanager_secret_version" "source" {
  secret_id = "source"
}

# threat: data/administrator-sign-in
resource "aws_dms_endpoint" "by_usual_name" {
  endpoint_id   = "by-usual-name"
  endpoint_type = "source"
  engine_name   = "aurora"
  server_name   = "database.example.com"
  port          = 3306
  username      = "admin"
  password      = jsondecode(data.aws_secretsmanager_secret_version.source.secret_string)["password"]
  ssl_mode      = "verify-full"
}

# threat: data/administrator-sign-in
resource "aws_dms_endpoint" "by_its_name" {
  endpoint_id   = "by-its-name"
  endpoint_type = "source"
  engine_name   = "postgres"
  server_name   = aws_db_instance.database.address
  port          = 5432
  username      = "shop_owner"
  password      = jsondecode(data.aws_secretsmanager_secret_version.source.secret_string)["password"]
  ssl_mode      = "verify-full"
}

resource "aws_db_instance" "database" {
  identifier                  = "database"
  engine                      = "postgres"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  username                    = "shop_owner"
  manage_master_user_password = true
  backup_retention_period     = 1
}

# mitigated: data/administrator-sign-in
resource "aws_dms_endpoint" "of_its_own" {
  endpoint_id   = "of-its-own"
  endpoint_type = "source"
  engine_name   = "postgres"
  server_name   = aws_db_instance.database.address
  port          = 5432
  username      = "replication"
  password      = jsondecode(data.aws_secretsmanager_secret_version.source.secret_string)["password"]
  ssl_mode      = "verify-full"
}

# unknown: data/administrator-sign-in
resource "aws_dms_endpoint" "given" {
  endpoint_id   = "given"
  endpoint_type = "source"
  engine_name   = "postgres"
  server_name   = "database.example.com"
  port          = 5432
  username      = var.user
  password      = jsondecode(data.aws_secretsmanager_secret_version.source.secret_string)["password"]
  ssl_mode      = "verify-full"
}
