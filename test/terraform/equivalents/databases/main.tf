# as Reader
resource "aws_iam_role" "reader" {
  name               = "reader"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

# = Quiet
resource "aws_dms_replication_instance" "quiet" {
  replication_instance_id     = "quiet"
  replication_instance_class  = "dms.t3.micro"
  replication_subnet_group_id = aws_dms_replication_subnet_group.group.id
  vpc_security_group_ids      = ["sg-0123456789abcdef0"]
}

# = Public
resource "aws_dms_replication_instance" "public" {
  replication_instance_id    = "public"
  replication_instance_class = "dms.t3.micro"
  engine_version             = "3.5.3"
  publicly_accessible        = true
  auto_minor_version_upgrade = true
  multi_az                   = true
  kms_key_arn                = "arn:aws:kms:eu-west-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"
}

# = Group
resource "aws_dms_replication_subnet_group" "group" {
  replication_subnet_group_id          = "group"
  replication_subnet_group_description = "group"
  subnet_ids                           = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
}

# = Source
resource "aws_dms_endpoint" "source" {
  endpoint_id                 = "source"
  endpoint_type               = "source"
  engine_name                 = "postgres"
  server_name                 = "db.example.com"
  port                        = 5432
  database_name               = "orders"
  username                    = "postgres"
  password                    = "hunter2hunter2"
  extra_connection_attributes = "heartbeatEnable=true"
}

# = Secret
resource "aws_dms_endpoint" "secret" {
  endpoint_id                     = "secret"
  endpoint_type                   = "source"
  engine_name                     = "mysql"
  ssl_mode                        = "verify-full"
  certificate_arn                 = "arn:aws:dms:eu-west-1:111122223333:cert:ABC"
  secrets_manager_arn             = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf"
  secrets_manager_access_role_arn = aws_iam_role.reader.arn
}

# = Target
resource "aws_dms_s3_endpoint" "target" {
  endpoint_id             = "target"
  endpoint_type           = "target"
  bucket_name             = "copies"
  service_access_role_arn = aws_iam_role.reader.arn
}

# = Queue
resource "aws_dms_endpoint" "queue" {
  endpoint_id   = "queue"
  endpoint_type = "target"
  engine_name   = "kafka"

  kafka_settings {
    broker            = "broker.example.com:9092"
    security_protocol = "plaintext"
  }
}

# = Task
resource "aws_dms_replication_task" "task" {
  replication_task_id      = "task"
  migration_type           = "full-load"
  replication_instance_arn = aws_dms_replication_instance.quiet.replication_instance_arn
  source_endpoint_arn      = aws_dms_endpoint.source.endpoint_arn
  target_endpoint_arn      = aws_dms_s3_endpoint.target.endpoint_arn
  table_mappings = jsonencode({
    rules = [{
      rule-type      = "selection"
      rule-id        = "1"
      rule-name      = "1"
      rule-action    = "include"
      object-locator = { schema-name = "%", table-name = "%" }
    }]
  })
  replication_task_settings = "{\"Logging\":{\"EnableLogging\":true}}"
}

# = Documents
resource "aws_docdb_cluster" "documents" {
  cluster_identifier              = "documents"
  backup_retention_period         = 14
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.plain.name
  db_subnet_group_name            = aws_docdb_subnet_group.group.name
  deletion_protection             = true
  enabled_cloudwatch_logs_exports = ["audit"]
  kms_key_id                      = "arn:aws:kms:eu-west-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"
  storage_encrypted               = true
  master_username                 = "clerk"
  master_password                 = "hunter2hunter2"
  vpc_security_group_ids          = ["sg-0123456789abcdef0"]
}

# = Bare
resource "aws_docdb_cluster" "bare" {
  cluster_identifier          = "bare"
  master_username             = "clerk"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

# = Writer
resource "aws_docdb_cluster_instance" "writer" {
  cluster_identifier = aws_docdb_cluster.documents.id
  identifier         = "writer"
  instance_class     = "db.t3.medium"
}

# = Plain
resource "aws_docdb_cluster_parameter_group" "plain" {
  name   = "plain"
  family = "docdb5.0"

  parameter {
    name  = "tls"
    value = "disabled"
  }
}

# = Subnets
resource "aws_docdb_subnet_group" "group" {
  name       = "group"
  subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
}

# = Directory
resource "aws_directory_service_directory" "directory" {
  name     = "corp.example.com"
  type     = "MicrosoftAD"
  edition  = "Standard"
  password = "hunter2hunter2"

  vpc_settings {
    vpc_id     = "vpc-0123456789abcdef0"
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
}

# = Simple
resource "aws_directory_service_directory" "simple" {
  name     = "corp.example.com"
  size     = "Small"
  password = "hunter2hunter2"

  vpc_settings {
    vpc_id     = "vpc-0123456789abcdef0"
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
}
