# threat: data/short-backup
resource "aws_rds_cluster" "day" {
  engine                      = "aurora-mysql"
  master_username             = "shop"
  manage_master_user_password = true
}

# mitigated: data/short-backup
resource "aws_rds_cluster" "fortnight" {
  engine                      = "aurora-mysql"
  master_username             = "shop"
  manage_master_user_password = true
  backup_retention_period     = 14
}
