# as Key
resource "aws_kms_key" "db" {}

# = Subnets
resource "aws_db_subnet_group" "db" {
  name       = "db"
  subnet_ids = ["subnet-0a", "subnet-0b"]
}

# = Parameters
resource "aws_db_parameter_group" "mysql" {
  name   = "tls"
  family = "mysql8.0"
  parameter {
    name  = "require_secure_transport"
    value = "1"
  }
}

# as ClusterParameters
resource "aws_rds_cluster_parameter_group" "aurora" {
  name   = "aurora"
  family = "aurora-postgresql15"
  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }
}

# = Good
resource "aws_db_instance" "good" {
  identifier                          = "good"
  engine                              = "mysql"
  engine_version                      = "8.0"
  instance_class                      = "db.t3.micro"
  allocated_storage                   = 20
  username                            = "admin"
  password                            = "correct-horse-battery"
  storage_encrypted                   = true
  kms_key_id                          = aws_kms_key.db.arn
  backup_retention_period             = 14
  deletion_protection                 = true
  multi_az                            = true
  iam_database_authentication_enabled = true
  enabled_cloudwatch_logs_exports     = ["audit"]
  db_subnet_group_name                = aws_db_subnet_group.db.name
  parameter_group_name                = aws_db_parameter_group.mysql.name
  vpc_security_group_ids              = ["sg-0a"]
  monitoring_role_arn                 = "arn:aws:iam::111122223333:role/monitoring"
}

resource "aws_db_instance_role_association" "good" {
  db_instance_identifier = aws_db_instance.good.identifier
  feature_name           = "S3_INTEGRATION"
  role_arn               = "arn:aws:iam::111122223333:role/s3"
}

# The provider's defaults: private, no backups, not encrypted.
# = Plain
resource "aws_db_instance" "plain" {
  identifier                  = "plain"
  engine                      = "postgres"
  instance_class              = "db.t3.micro"
  username                    = "admin"
  manage_master_user_password = true
}

# = Replica
resource "aws_db_instance" "replica" {
  identifier          = "replica"
  instance_class      = "db.t3.micro"
  replicate_source_db = aws_db_instance.good.identifier
  publicly_accessible = true
}

# = Restored
resource "aws_db_instance" "restored" {
  identifier          = "restored"
  instance_class      = "db.t3.micro"
  snapshot_identifier = "yesterday"
}

# = Cluster
resource "aws_rds_cluster" "aurora" {
  cluster_identifier              = "aurora"
  engine                          = "aurora-postgresql"
  engine_version                  = "15.4"
  master_username                 = "admin"
  master_password                 = "correct-horse-battery"
  storage_encrypted               = true
  enable_http_endpoint            = true
  db_subnet_group_name            = aws_db_subnet_group.db.name
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.aurora.name
  vpc_security_group_ids          = ["sg-0a"]
}

resource "aws_rds_cluster_role_association" "aurora" {
  db_cluster_identifier = aws_rds_cluster.aurora.id
  feature_name          = "s3Import"
  role_arn              = "arn:aws:iam::111122223333:role/s3"
}

# = Member
resource "aws_rds_cluster_instance" "aurora" {
  identifier         = "aurora-0"
  cluster_identifier = aws_rds_cluster.aurora.id
  engine             = aws_rds_cluster.aurora.engine
  instance_class     = "db.r6g.large"
}
