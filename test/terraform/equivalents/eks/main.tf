# as Key
resource "aws_kms_key" "secrets" {}

# as Role
resource "aws_iam_role" "eks" {
  name = "eks"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "eks.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

# = Closed
resource "aws_eks_cluster" "closed" {
  name                      = "closed"
  role_arn                  = aws_iam_role.eks.arn
  version                   = "1.31"
  enabled_cluster_log_types = ["api", "audit"]
  encryption_config {
    resources = ["secrets"]
    provider {
      key_arn = aws_kms_key.secrets.arn
    }
  }
  vpc_config {
    subnet_ids              = ["subnet-0a", "subnet-0b"]
    security_group_ids      = ["sg-0a"]
    endpoint_private_access = true
    endpoint_public_access  = false
  }
}

# = Open
resource "aws_eks_cluster" "open" {
  name     = "open"
  role_arn = aws_iam_role.eks.arn
  vpc_config {
    subnet_ids = ["subnet-0a", "subnet-0b"]
  }
}

# = Nodes
resource "aws_eks_node_group" "nodes" {
  node_group_name = "nodes"
  cluster_name    = aws_eks_cluster.open.name
  node_role_arn   = aws_iam_role.eks.arn
  subnet_ids      = ["subnet-0a"]
  ami_type        = "AL2_x86_64"
  version         = "1.31"
  remote_access {
    ec2_ssh_key = "admin"
  }
  scaling_config {
    desired_size = 1
    max_size     = 2
    min_size     = 1
  }
}
