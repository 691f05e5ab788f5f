# threat: data/plaintext-between-nodes
resource "aws_opensearch_domain" "plain" {
  domain_name    = "plain"
  engine_version = "OpenSearch_2.19"
}

# mitigated: data/plaintext-between-nodes
resource "aws_opensearch_domain" "encrypted" {
  domain_name    = "encrypted"
  engine_version = "OpenSearch_2.19"
  node_to_node_encryption {
    enabled = true
  }
}
