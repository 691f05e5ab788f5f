# path: data/share-cluster (aws/share-resource)
resource "aws_iam_user" "shares" {
  name = "shares"
}

resource "aws_iam_user_policy" "shares" {
  name = "own"
  user = aws_iam_user.shares.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ram:CreateResourceShare"
        Resource = "*"
      }
    ]
  })
}

# no path: data/share-cluster (aws/share-resource)
resource "aws_iam_user" "shares_within" {
  name = "shares-within"
}

resource "aws_iam_user_policy" "shares_within" {
  name = "own"
  user = aws_iam_user.shares_within.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "ram:CreateResourceShare"
        Resource  = "*"
        Condition = { Bool = { "ram:RequestedAllowsExternalPrincipals" = "false" } }
      }
    ]
  })
}

# no path: data/share-cluster (aws/share-resource)
resource "aws_iam_user" "shares_subnets" {
  name = "shares-subnets"
}

resource "aws_iam_user_policy" "shares_subnets" {
  name = "own"
  user = aws_iam_user.shares_subnets.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "ram:CreateResourceShare"
        Resource  = "*"
        Condition = { StringEquals = { "ram:RequestedResourceType" = "ec2:Subnet" } }
      }
    ]
  })
}

# no path: data/share-cluster
resource "aws_iam_user" "shares_nothing" {
  name = "shares-nothing"
}

resource "aws_iam_user_policy" "shares_nothing" {
  name = "own"
  user = aws_iam_user.shares_nothing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ram:GetResourceShares"
        Resource = "*"
      }
    ]
  })
}

resource "aws_rds_cluster" "orders" {
  engine                      = "aurora-mysql"
  master_username             = "admin"
  manage_master_user_password = true
  storage_encrypted           = false
}
