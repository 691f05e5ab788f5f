# as Key
resource "aws_kms_key" "search" {}

# as Audit
resource "aws_cloudwatch_log_group" "audit" {
  name = "audit"
}

# = Closed
resource "aws_opensearch_domain" "closed" {
  domain_name    = "closed"
  engine_version = "OpenSearch_2.11"
  cluster_config {
    zone_awareness_enabled = true
  }
  encrypt_at_rest {
    enabled    = true
    kms_key_id = aws_kms_key.search.arn
  }
  # HTTPS is enforced as soon as the block is there.
  domain_endpoint_options {
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
  advanced_security_options {
    enabled                        = true
    internal_user_database_enabled = true
    master_user_options {
      master_user_name     = "admin"
      master_user_password = "Correct-horse-1"
    }
  }
  vpc_options {
    subnet_ids         = ["subnet-0a"]
    security_group_ids = ["sg-0a"]
  }
  log_publishing_options {
    log_type                 = "AUDIT_LOGS"
    cloudwatch_log_group_arn = aws_cloudwatch_log_group.audit.arn
  }
  log_publishing_options {
    log_type                 = "ES_APPLICATION_LOGS"
    cloudwatch_log_group_arn = aws_cloudwatch_log_group.audit.arn
    enabled                  = false
  }
}

# = Open
resource "aws_opensearch_domain" "open" {
  domain_name = "open"
}

resource "aws_opensearch_domain_policy" "open" {
  domain_name = aws_opensearch_domain.open.domain_name
  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "es:*"
      Resource  = "${aws_opensearch_domain.open.arn}/*"
    }]
  })
}

# = Old
resource "aws_elasticsearch_domain" "old" {
  domain_name           = "old"
  elasticsearch_version = "6.8"
  cluster_config {
    zone_awareness_enabled = true
  }
  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/app" }
      Action    = "es:ESHttpGet"
    }]
  })
}
