variable "standby" {
  type = string

  validation {
    condition     = contains(["yes", "no"], var.standby)
    error_message = "Must be one of: yes, no."
  }
}

# threat: resilience/no-multi-zone
resource "aws_db_instance" "alone" {
  identifier                  = "alone"
  engine                      = "mysql"
  engine_version              = "8.4.3"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "shop"
  manage_master_user_password = true
  backup_retention_period     = 1
}

# ok: resilience/no-multi-zone
resource "aws_db_instance" "with_standby" {
  identifier                  = "with-standby"
  engine                      = "mysql"
  engine_version              = "8.4.3"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "shop"
  manage_master_user_password = true
  multi_az                    = true
  backup_retention_period     = 1
}

# threat: resilience/no-multi-zone
resource "aws_db_instance" "by_condition" {
  identifier                  = "by-condition"
  engine                      = "mysql"
  engine_version              = "8.4.3"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "shop"
  manage_master_user_password = true
  multi_az                    = var.standby == "yes"
  backup_retention_period     = 1
}

# ok: resilience/no-multi-zone
resource "aws_dynamodb_table" "table" {
  name         = "table"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

# threat: resilience/no-multi-zone
resource "aws_rds_cluster" "solo" {
  cluster_identifier          = "solo"
  engine                      = "aurora-postgresql"
  engine_version              = "17.4"
  master_username             = "app"
  manage_master_user_password = true
  storage_encrypted           = true
}

resource "aws_rds_cluster_instance" "solo_writer" {
  identifier         = "solo-writer"
  cluster_identifier = aws_rds_cluster.solo.cluster_identifier
  engine             = aws_rds_cluster.solo.engine
  instance_class     = "db.r8g.large"
}

# ok: resilience/no-multi-zone
resource "aws_rds_cluster" "accompanied" {
  cluster_identifier          = "accompanied"
  engine                      = "aurora-postgresql"
  engine_version              = "17.4"
  master_username             = "app"
  manage_master_user_password = true
  storage_encrypted           = true
}

resource "aws_rds_cluster_instance" "of_two" {
  count = 2

  identifier         = "of-two-${count.index}"
  cluster_identifier = aws_rds_cluster.accompanied.cluster_identifier
  engine             = aws_rds_cluster.accompanied.engine
  instance_class     = "db.r8g.large"
}
