data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

# path: compute/pass-role-to-pod (aws/pod-identity)
resource "aws_iam_user" "ties" {
  name = "ties"
}

resource "aws_iam_user_policy" "ties" {
  name = "own"
  user = aws_iam_user.ties.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.pod_role.arn
      },
      {
        Effect   = "Allow"
        Action   = "eks:CreatePodIdentityAssociation"
        Resource = aws_eks_cluster.shop.arn
      },
    ]
  })
}

# no path: compute/pass-role-to-pod (aws/pod-identity)
resource "aws_iam_user" "ties_without_passing" {
  name = "ties-without-passing"
}

resource "aws_iam_user_policy" "ties_without_passing" {
  name = "own"
  user = aws_iam_user.ties_without_passing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "eks:CreatePodIdentityAssociation"
      Resource = aws_eks_cluster.shop.arn
    }]
  })
}

# path: compute/pass-role-to-pod (aws/pod-identity)
resource "aws_iam_user" "ties_and_enters" {
  name = "ties-and-enters"
}

resource "aws_iam_user_policy" "ties_and_enters" {
  name = "own"
  user = aws_iam_user.ties_and_enters.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.pod_role.arn
      },
      {
        Effect   = "Allow"
        Action   = ["eks:CreatePodIdentityAssociation", "eks:CreateAccessEntry"]
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

# no path: compute/pass-role-to-pod (aws/pod-identity)
resource "aws_iam_user" "passes_another" {
  name = "passes-another"
}

resource "aws_iam_user_policy" "passes_another" {
  name = "own"
  user = aws_iam_user.passes_another.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.not_for_pods.arn
      },
      {
        Effect   = "Allow"
        Action   = "eks:CreatePodIdentityAssociation"
        Resource = aws_eks_cluster.shop.arn
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

resource "aws_iam_role" "not_for_pods" {
  name = "not-for-pods"
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

resource "aws_iam_role_policy" "not_for_pods" {
  name = "own"
  role = aws_iam_role.not_for_pods.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "*"
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
