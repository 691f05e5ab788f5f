data "aws_caller_identity" "current" {}

# path: identity/rewrite-own-policy
resource "aws_iam_user" "puts_own" {
  name = "puts-own"
}

resource "aws_iam_user_policy" "puts_own" {
  name = "own"
  user = aws_iam_user.puts_own.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:PutUserPolicy"
      Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:user/*"
    }]
  })
}

# path: identity/rewrite-own-policy
resource "aws_iam_user" "attaches_own" {
  name = "attaches-own"
}

resource "aws_iam_user_policy" "attaches_own" {
  name = "own"
  user = aws_iam_user.attaches_own.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:AttachUserPolicy"
      Resource = "*"
    }]
  })
}

# no path: identity/rewrite-own-policy
resource "aws_iam_user" "attaches_one_only" {
  name = "attaches-one-only"
}

resource "aws_iam_user_policy" "attaches_one_only" {
  name = "own"
  user = aws_iam_user.attaches_one_only.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:AttachUserPolicy"
      Resource = "*"
      Condition = {
        ArnEquals = {
          "iam:PolicyARN" = "arn:aws:iam::aws:policy/ReadOnlyAccess"
        }
      }
    }]
  })
}

# path: identity/rewrite-own-policy
resource "aws_iam_user" "writes_its_group" {
  name = "writes-its-group"
}

resource "aws_iam_user_policy" "writes_its_group" {
  name = "own"
  user = aws_iam_user.writes_its_group.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:PutGroupPolicy"
      Resource = aws_iam_group.team.arn
    }]
  })
}

resource "aws_iam_user_group_membership" "writes_its_group" {
  user   = aws_iam_user.writes_its_group.name
  groups = [aws_iam_group.team.name]
}

# no path: identity/rewrite-own-policy
resource "aws_iam_user" "writes_another_group" {
  name = "writes-another-group"
}

resource "aws_iam_user_policy" "writes_another_group" {
  name = "own"
  user = aws_iam_user.writes_another_group.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:PutGroupPolicy"
      Resource = aws_iam_group.team.arn
    }]
  })
}

resource "aws_iam_group" "team" {
  name = "team"
}

# path: identity/rewrite-own-policy
resource "aws_iam_user" "writes_attached" {
  name = "writes-attached"
}

resource "aws_iam_user_policy" "writes_attached" {
  name = "own"
  user = aws_iam_user.writes_attached.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:CreatePolicyVersion"
      Resource = "*"
    }]
  })
}

resource "aws_iam_user_policy_attachment" "writes_attached" {
  user       = aws_iam_user.writes_attached.name
  policy_arn = aws_iam_policy.attached.arn
}

resource "aws_iam_policy" "attached" {
  name = "attached"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:ListAllMyBuckets"
      Resource = "*"
    }]
  })
}

# no path: identity/rewrite-own-policy
resource "aws_iam_user" "bounded" {
  name                 = "bounded"
  permissions_boundary = aws_iam_policy.bound.arn
}

resource "aws_iam_user_policy" "bounded" {
  name = "own"
  user = aws_iam_user.bounded.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:PutUserPolicy"
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "bound" {
  name = "bound"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iam:PutUserPolicy", "s3:*"]
      Resource = "*"
    }]
  })
}
