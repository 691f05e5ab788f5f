variable "with_iam" {
  type = bool
}

# threat: data/no-authentication
resource "aws_elasticache_replication_group" "open_cache" {
  replication_group_id = "open-cache"
  description          = "open"
  engine               = "redis"
  node_type            = "cache.t4g.small"
}

# mitigated: data/no-authentication
resource "aws_elasticache_replication_group" "signed_cache" {
  replication_group_id       = "signed-cache"
  description                = "users"
  engine                     = "redis"
  node_type                  = "cache.t4g.small"
  transit_encryption_enabled = true
  user_group_ids             = ["application"]
}

# threat: data/no-authentication
resource "aws_neptune_cluster" "open_graph" {
  cluster_identifier = "open-graph"
  storage_encrypted  = true
}

# mitigated: data/no-authentication
resource "aws_neptune_cluster" "signed_graph" {
  cluster_identifier                  = "signed-graph"
  storage_encrypted                   = true
  iam_database_authentication_enabled = true
}

# unknown: data/no-authentication
resource "aws_neptune_cluster" "asked_graph" {
  cluster_identifier                  = "asked-graph"
  storage_encrypted                   = true
  iam_database_authentication_enabled = var.with_iam
}

# ok: data/no-authentication
resource "aws_db_instance" "database" {
  identifier                  = "database"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 20
  username                    = "app"
  manage_master_user_password = true
  publicly_accessible         = false
  backup_retention_period     = 1
}

# ok: data/no-authentication
resource "aws_s3_bucket" "bucket" {}
