# as Key
resource "aws_kms_key" "warehouse" {}

# as Subnets
resource "aws_redshift_subnet_group" "warehouse" {
  name       = "warehouse"
  subnet_ids = ["subnet-0a", "subnet-0b"]
}

# as Parameters
resource "aws_redshift_parameter_group" "warehouse" {
  name   = "warehouse"
  family = "redshift-1.0"
  parameter {
    name  = "require_ssl"
    value = "true"
  }
}

# = Good
resource "aws_redshift_cluster" "good" {
  cluster_identifier                  = "good"
  node_type                           = "ra3.xlplus"
  master_username                     = "admin"
  master_password                     = "Correct-horse-1"
  encrypted                           = true
  kms_key_id                          = aws_kms_key.warehouse.arn
  publicly_accessible                 = false
  automated_snapshot_retention_period = 7
  cluster_parameter_group_name        = aws_redshift_parameter_group.warehouse.name
  cluster_subnet_group_name           = aws_redshift_subnet_group.warehouse.name
  vpc_security_group_ids              = ["sg-0a"]
}

resource "aws_redshift_cluster_iam_roles" "good" {
  cluster_identifier = aws_redshift_cluster.good.cluster_identifier
  iam_role_arns      = ["arn:aws:iam::111122223333:role/copy"]
}

resource "aws_redshift_logging" "good" {
  cluster_identifier = aws_redshift_cluster.good.id
  bucket_name        = "audit-logs"
}

# The provider's defaults up to version 5: public, not encrypted.
# = Plain
resource "aws_redshift_cluster" "plain" {
  cluster_identifier     = "plain"
  node_type              = "ra3.xlplus"
  master_username        = "admin"
  manage_master_password = true
}
