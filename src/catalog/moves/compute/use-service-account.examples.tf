# path: compute/use-service-account
resource "aws_iam_user" "operator" {
  name = "operator"
}

resource "aws_eks_access_entry" "operator_enters" {
  cluster_name  = aws_eks_cluster.shop.name
  principal_arn = aws_iam_user.operator.arn
}

resource "aws_eks_access_policy_association" "operator" {
  cluster_name  = aws_eks_cluster.shop.name
  principal_arn = aws_eks_access_entry.operator_enters.principal_arn
  policy_arn    = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"

  access_scope {
    type = "cluster"
  }
}

# path: compute/use-service-account
resource "aws_iam_user" "lets_itself_in" {
  name = "lets-itself-in"
}

resource "aws_iam_user_policy" "lets_itself_in" {
  name = "own"
  user = aws_iam_user.lets_itself_in.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["eks:CreateAccessEntry", "eks:AssociateAccessPolicy"]
      Resource = "*"
    }]
  })
}

# no path: compute/use-service-account
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
      Resource = "*"
    }]
  })
}

# no path: compute/use-service-account
resource "aws_iam_user" "reader" {
  name = "reader"
}

resource "aws_eks_access_entry" "reader_enters" {
  cluster_name  = aws_eks_cluster.shop.name
  principal_arn = aws_iam_user.reader.arn
}

resource "aws_eks_access_policy_association" "reader" {
  cluster_name  = aws_eks_cluster.shop.name
  principal_arn = aws_eks_access_entry.reader_enters.principal_arn
  policy_arn    = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy"

  access_scope {
    type = "cluster"
  }
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

resource "aws_iam_openid_connect_provider" "provider" {
  url            = aws_eks_cluster.shop.identity[0].oidc[0].issuer
  client_id_list = ["sts.amazonaws.com"]
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

resource "aws_iam_role" "account_role" {
  name = "account-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Federated = aws_iam_openid_connect_provider.provider.arn
      }
      Action = "sts:AssumeRoleWithWebIdentity"
    }]
  })
}

resource "aws_iam_role_policy" "account_role" {
  name = "own"
  role = aws_iam_role.account_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "*"
    }]
  })
}
