# as Key
resource "aws_kms_key" "graph" {}

# = Subnets
resource "aws_neptune_subnet_group" "graph" {
  name       = "graph"
  subnet_ids = ["subnet-0a", "subnet-0b"]
}

# = Good
resource "aws_neptune_cluster" "good" {
  cluster_identifier                  = "good"
  backup_retention_period             = 7
  deletion_protection                 = true
  enable_cloudwatch_logs_exports      = ["audit"]
  iam_database_authentication_enabled = true
  iam_roles                           = ["arn:aws:iam::111122223333:role/load"]
  kms_key_arn                         = aws_kms_key.graph.arn
  storage_encrypted                   = true
  neptune_subnet_group_name           = aws_neptune_subnet_group.graph.name
  vpc_security_group_ids              = ["sg-0a"]
}

# = Plain
resource "aws_neptune_cluster" "plain" {
  cluster_identifier  = "plain"
  skip_final_snapshot = true
}

# = Restored
resource "aws_neptune_cluster" "restored" {
  cluster_identifier  = "restored"
  snapshot_identifier = "yesterday"
}

# = Instance
resource "aws_neptune_cluster_instance" "good" {
  identifier         = "good-0"
  cluster_identifier = aws_neptune_cluster.good.id
  instance_class     = "db.r6g.large"
}
