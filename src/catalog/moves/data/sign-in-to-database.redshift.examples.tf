# path: data/sign-in-to-database (aws/redshift-credentials)
resource "aws_iam_user" "gets_credentials" {
  name = "gets-credentials"
}

resource "aws_iam_user_policy" "gets_credentials" {
  name = "own"
  user = aws_iam_user.gets_credentials.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "redshift:GetClusterCredentials"
      Resource = "*"
    }]
  })
}

# no path: data/sign-in-to-database (aws/redshift-credentials)
resource "aws_iam_user" "looks_at_clusters" {
  name = "looks-at-clusters"
}

resource "aws_iam_user_policy" "looks_at_clusters" {
  name = "own"
  user = aws_iam_user.looks_at_clusters.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "redshift:DescribeClusters"
      Resource = "*"
    }]
  })
}

resource "aws_redshift_cluster" "warehouse" {
  cluster_identifier     = "warehouse"
  cluster_type           = "single-node"
  database_name          = "warehouse"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
  encrypted              = true
  publicly_accessible    = false
}
