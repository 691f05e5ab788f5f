# objective: aws_dynamodb_table.no_backup recoveryPoint 1h
# objective: aws_dynamodb_table.point_in_time recoveryPoint 1h
# objective: aws_efs_file_system.daily recoveryPoint 1h
# objective: aws_db_instance.one_zone recoveryTime 15m
# objective: aws_db_instance.two_zones recoveryTime 15m

# threat: resilience/missed-recovery-objective
resource "aws_dynamodb_table" "no_backup" {
  name         = "no-backup"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
}

# mitigated: resilience/missed-recovery-objective
resource "aws_dynamodb_table" "point_in_time" {
  name         = "point-in-time"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
  point_in_time_recovery {
    enabled = true
  }
}

# threat: resilience/missed-recovery-objective
resource "aws_efs_file_system" "daily" {
  encrypted = true
}

resource "aws_efs_backup_policy" "daily" {
  file_system_id = aws_efs_file_system.daily.id
  backup_policy {
    status = "ENABLED"
  }
}

# threat: resilience/missed-recovery-objective
resource "aws_db_instance" "one_zone" {
  engine                      = "postgres"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  manage_master_user_password = true
  username                    = "app"
  multi_az                    = false
  backup_retention_period     = 1
}

# mitigated: resilience/missed-recovery-objective
resource "aws_db_instance" "two_zones" {
  engine                      = "postgres"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  manage_master_user_password = true
  username                    = "app"
  multi_az                    = true
  backup_retention_period     = 1
}

# ok: resilience/missed-recovery-objective
resource "aws_dynamodb_table" "no_objective" {
  name         = "no-objective"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
}
