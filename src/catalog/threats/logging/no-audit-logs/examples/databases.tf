# threat: logging/no-audit-logs
resource "aws_rds_cluster" "silent" {
  cluster_identifier          = "silent"
  engine                      = "aurora-mysql"
  master_username             = "shop"
  manage_master_user_password = true
  storage_encrypted           = true
}

# mitigated: logging/no-audit-logs
resource "aws_rds_cluster" "recorded" {
  cluster_identifier              = "recorded"
  engine                          = "aurora-mysql"
  master_username                 = "shop"
  manage_master_user_password     = true
  storage_encrypted               = true
  enabled_cloudwatch_logs_exports = ["audit"]
}

# ok: logging/no-audit-logs
resource "aws_sqs_queue" "queue" {
  name = "queue"
}
