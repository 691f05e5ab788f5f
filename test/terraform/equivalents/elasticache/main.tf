# = Subnets
resource "aws_elasticache_subnet_group" "caches" {
  name       = "caches"
  subnet_ids = ["subnet-0a", "subnet-0b"]
}

# as Key
resource "aws_kms_key" "cache" {}

# = Good
resource "aws_elasticache_replication_group" "good" {
  replication_group_id       = "good"
  description                = "sessions"
  engine                     = "redis"
  engine_version             = "7.1"
  port                       = 6380
  at_rest_encryption_enabled = true
  kms_key_id                 = aws_kms_key.cache.arn
  transit_encryption_enabled = true
  transit_encryption_mode    = "preferred"
  auth_token                 = "a-token-that-is-long"
  automatic_failover_enabled = true
  multi_az_enabled           = true
  snapshot_retention_limit   = 7
  subnet_group_name          = aws_elasticache_subnet_group.caches.name
  security_group_ids         = ["sg-0a"]
  log_delivery_configuration {
    destination      = "slow"
    destination_type = "cloudwatch-logs"
    log_format       = "json"
    log_type         = "slow-log"
  }
}

# = Valkey
resource "aws_elasticache_replication_group" "valkey" {
  replication_group_id       = "valkey"
  description                = "sessions"
  engine                     = "valkey"
  auto_minor_version_upgrade = false
}

# = Alone
resource "aws_elasticache_cluster" "alone" {
  cluster_id           = "alone"
  engine               = "memcached"
  node_type            = "cache.t3.micro"
  num_cache_nodes      = 2
  az_mode              = "cross-az"
  parameter_group_name = "default.memcached1.6"
}
