# threat: resilience/no-dedicated-managers
resource "aws_opensearch_domain" "mixed" {
  domain_name    = "mixed"
  engine_version = "OpenSearch_2.19"
}

# mitigated: resilience/no-dedicated-managers
resource "aws_opensearch_domain" "led" {
  domain_name    = "led"
  engine_version = "OpenSearch_2.19"
  cluster_config {
    dedicated_master_enabled = true
    dedicated_master_count   = 3
  }
}
