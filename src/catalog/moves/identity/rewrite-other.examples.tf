# path: identity/rewrite-other
resource "aws_iam_user" "rewrites_and_takes" {
  name = "rewrites-and-takes"
}

# no path: identity/rewrite-other
resource "aws_iam_user" "rewrites_only" {
  name = "rewrites-only"
}

resource "aws_iam_user_policy" "rights" {
  for_each = toset([aws_iam_user.rewrites_and_takes.name, aws_iam_user.rewrites_only.name])
  name     = "rewrite"
  user     = each.value
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:AttachRolePolicy"
      Resource = aws_iam_role.servant.arn
    }]
  })
}

resource "aws_iam_role" "servant" {
  name = "servant"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = aws_iam_user.rewrites_and_takes.arn }
      Action    = "sts:AssumeRole"
    }]
  })
}
