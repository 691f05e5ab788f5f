# judged otherwise: the provider's clusters are public and not encrypted unless told otherwise.

# threat: identity/well-known-administrator
resource "aws_redshift_cluster" "known" {
  cluster_identifier     = "known"
  cluster_type           = "single-node"
  database_name          = "shop"
  node_type              = "ra3.xlplus"
  master_username        = "awsuser"
  manage_master_password = true
}

# mitigated: identity/well-known-administrator
resource "aws_redshift_cluster" "own" {
  cluster_identifier     = "own"
  cluster_type           = "single-node"
  database_name          = "shop"
  node_type              = "ra3.xlplus"
  master_username        = "keeper"
  manage_master_password = true
}
