# path: compute/use-cluster-access
resource "aws_iam_user" "operator" {
  name = "operator"
}

resource "aws_eks_access_entry" "operator" {
  cluster_name  = aws_eks_cluster.shop.name
  principal_arn = aws_iam_user.operator.arn
}

resource "aws_eks_access_policy_association" "operator" {
  cluster_name  = aws_eks_cluster.shop.name
  principal_arn = aws_iam_user.operator.arn
  policy_arn    = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"

  access_scope {
    type = "cluster"
  }
}

# path: compute/use-cluster-access
resource "aws_iam_user" "shop_developer" {
  name = "shop-developer"
}

resource "aws_eks_access_entry" "shop_developer" {
  cluster_name  = aws_eks_cluster.shop.name
  principal_arn = aws_iam_user.shop_developer.arn
}

resource "aws_eks_access_policy_association" "shop_developer" {
  cluster_name  = aws_eks_cluster.shop.name
  principal_arn = aws_iam_user.shop_developer.arn
  policy_arn    = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy"

  access_scope {
    type       = "namespace"
    namespaces = ["shop"]
  }
}

# no path: compute/use-cluster-access
resource "aws_iam_user" "other_developer" {
  name = "other-developer"
}

resource "aws_eks_access_entry" "other_developer" {
  cluster_name  = aws_eks_cluster.shop.name
  principal_arn = aws_iam_user.other_developer.arn
}

resource "aws_eks_access_policy_association" "other_developer" {
  cluster_name  = aws_eks_cluster.shop.name
  principal_arn = aws_iam_user.other_developer.arn
  policy_arn    = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy"

  access_scope {
    type       = "namespace"
    namespaces = ["tools"]
  }
}

# no path: compute/use-cluster-access
resource "aws_iam_user" "reader" {
  name = "reader"
}

resource "aws_eks_access_entry" "reader" {
  cluster_name  = aws_eks_cluster.shop.name
  principal_arn = aws_iam_user.reader.arn
}

resource "aws_eks_access_policy_association" "reader" {
  cluster_name  = aws_eks_cluster.shop.name
  principal_arn = aws_iam_user.reader.arn
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

resource "aws_eks_pod_identity_association" "pods" {
  cluster_name    = aws_eks_cluster.shop.name
  namespace       = "shop"
  service_account = "orders"
  role_arn        = aws_iam_role.pod_role.arn
}

resource "aws_iam_role" "cluster_role" {
  name = "cluster-role"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "eks.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role" "pod_role" {
  name = "pod-role"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "pods.eks.amazonaws.com" }, Action = ["sts:AssumeRole", "sts:TagSession"] }]
  })
}
