data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

# path: compute/enter-cluster (aws/cluster-access-entry)
resource "aws_iam_user" "enters" {
  name = "enters"
}

resource "aws_iam_user_policy" "enters" {
  name = "own"
  user = aws_iam_user.enters.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "eks:CreateAccessEntry"
        Resource = aws_eks_cluster.shop.arn
      },
      {
        Effect   = "Allow"
        Action   = "eks:AssociateAccessPolicy"
        Resource = "arn:aws:eks:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:access-entry/*"
      },
    ]
  })
}

# no path: compute/enter-cluster (aws/cluster-access-entry)
resource "aws_iam_user" "enters_without_rights" {
  name = "enters-without-rights"
}

resource "aws_iam_user_policy" "enters_without_rights" {
  name = "own"
  user = aws_iam_user.enters_without_rights.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "eks:CreateAccessEntry"
      Resource = aws_eks_cluster.shop.arn
    }]
  })
}

# no path: compute/enter-cluster (aws/cluster-access-entry)
resource "aws_iam_user" "enters_old" {
  name = "enters-old"
}

resource "aws_iam_user_policy" "enters_old" {
  name = "own"
  user = aws_iam_user.enters_old.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "eks:CreateAccessEntry"
        Resource = aws_eks_cluster.old.arn
      },
      {
        Effect   = "Allow"
        Action   = "eks:AssociateAccessPolicy"
        Resource = "arn:aws:eks:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:access-entry/*"
      },
    ]
  })
}

# path: compute/enter-cluster
resource "aws_iam_user" "opens_old" {
  name = "opens-old"
}

resource "aws_iam_user_policy" "opens_old" {
  name = "own"
  user = aws_iam_user.opens_old.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["eks:CreateAccessEntry", "eks:UpdateClusterConfig"]
        Resource = aws_eks_cluster.old.arn
      },
      {
        Effect   = "Allow"
        Action   = "eks:AssociateAccessPolicy"
        Resource = "arn:aws:eks:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:access-entry/*"
      },
    ]
  })
}

resource "aws_eks_cluster" "shop" {
  name     = "shop"
  role_arn = aws_iam_role.cluster_role.arn
  access_config {
    authentication_mode = "API"
  }
  vpc_config {
    subnet_ids = ["subnet-0a1b2c3d4e5f60718", "subnet-0b1c2d3e4f5061728"]
  }
}

resource "aws_eks_cluster" "old" {
  name     = "old"
  role_arn = aws_iam_role.cluster_role.arn
  vpc_config {
    subnet_ids = ["subnet-0a1b2c3d4e5f60718", "subnet-0b1c2d3e4f5061728"]
  }
}

resource "aws_eks_node_group" "nodes" {
  cluster_name  = aws_eks_cluster.shop.name
  node_role_arn = aws_iam_role.node_role.arn
  subnet_ids    = ["subnet-0a1b2c3d4e5f60718"]
  scaling_config {
    desired_size = 1
    max_size     = 2
    min_size     = 1
  }
}

resource "aws_eks_node_group" "old_nodes" {
  cluster_name  = aws_eks_cluster.old.name
  node_role_arn = aws_iam_role.node_role.arn
  subnet_ids    = ["subnet-0a1b2c3d4e5f60718"]
  scaling_config {
    desired_size = 1
    max_size     = 2
    min_size     = 1
  }
}

resource "aws_eks_pod_identity_association" "pods" {
  cluster_name    = aws_eks_cluster.shop.name
  namespace       = "shop"
  service_account = "orders"
  role_arn        = aws_iam_role.pod_role.arn
}

resource "aws_iam_role" "cluster_role" {
  name = "cluster-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Service = "eks.amazonaws.com"
      }
      Action = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role" "node_role" {
  name = "node-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Service = "ec2.amazonaws.com"
      }
      Action = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role" "pod_role" {
  name = "pod-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Service = "pods.eks.amazonaws.com"
      }
      Action = ["sts:AssumeRole", "sts:TagSession"]
    }]
  })
}

resource "aws_iam_role_policy" "pod_role" {
  name = "own"
  role = aws_iam_role.pod_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "*"
    }]
  })
}
