# path: identity/rewrite-other (iam-014)
resource "aws_iam_user" "attaches_and_takes" {
  name = "attaches-and-takes"
}

resource "aws_iam_user_policy" "attaches_and_takes" {
  name = "own"
  user = aws_iam_user.attaches_and_takes.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:AttachRolePolicy"
      Resource = aws_iam_role.servant.arn
    }]
  })
}

# path: identity/rewrite-other (iam-017)
resource "aws_iam_user" "puts_and_takes" {
  name = "puts-and-takes"
}

resource "aws_iam_user_policy" "puts_and_takes" {
  name = "own"
  user = aws_iam_user.puts_and_takes.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:PutRolePolicy"
      Resource = aws_iam_role.servant.arn
    }]
  })
}

# path: identity/rewrite-other (iam-016)
resource "aws_iam_user" "versions_and_takes" {
  name = "versions-and-takes"
}

resource "aws_iam_user_policy" "versions_and_takes" {
  name = "own"
  user = aws_iam_user.versions_and_takes.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:CreatePolicyVersion"
      Resource = aws_iam_policy.servant_policy.arn
    }]
  })
}

# path: identity/rewrite-other (iam-015)
resource "aws_iam_user" "attaches_and_keys" {
  name = "attaches-and-keys"
}

resource "aws_iam_user_policy" "attaches_and_keys" {
  name = "own"
  user = aws_iam_user.attaches_and_keys.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:AttachUserPolicy"
        Resource = aws_iam_user.colleague.arn
      },
      {
        Effect   = "Allow"
        Action   = "iam:CreateAccessKey"
        Resource = aws_iam_user.colleague.arn
      },
    ]
  })
}

# path: identity/rewrite-other (iam-018)
resource "aws_iam_user" "puts_and_keys" {
  name = "puts-and-keys"
}

resource "aws_iam_user_policy" "puts_and_keys" {
  name = "own"
  user = aws_iam_user.puts_and_keys.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PutUserPolicy"
        Resource = aws_iam_user.colleague.arn
      },
      {
        Effect   = "Allow"
        Action   = "iam:CreateAccessKey"
        Resource = aws_iam_user.colleague.arn
      },
    ]
  })
}

# path: identity/rewrite-other (iam-019)
resource "aws_iam_user" "attaches_and_trusts" {
  name = "attaches-and-trusts"
}

resource "aws_iam_user_policy" "attaches_and_trusts" {
  name = "own"
  user = aws_iam_user.attaches_and_trusts.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:AttachRolePolicy"
        Resource = aws_iam_role.stranger.arn
      },
      {
        Effect   = "Allow"
        Action   = "iam:UpdateAssumeRolePolicy"
        Resource = aws_iam_role.stranger.arn
      },
    ]
  })
}

# path: identity/rewrite-other (iam-020)
resource "aws_iam_user" "versions_and_trusts" {
  name = "versions-and-trusts"
}

resource "aws_iam_user_policy" "versions_and_trusts" {
  name = "own"
  user = aws_iam_user.versions_and_trusts.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:CreatePolicyVersion"
        Resource = aws_iam_policy.servant_policy.arn
      },
      {
        Effect   = "Allow"
        Action   = "iam:UpdateAssumeRolePolicy"
        Resource = aws_iam_role.stranger.arn
      },
    ]
  })
}

# path: identity/rewrite-other (iam-021)
resource "aws_iam_user" "puts_and_trusts" {
  name = "puts-and-trusts"
}

resource "aws_iam_user_policy" "puts_and_trusts" {
  name = "own"
  user = aws_iam_user.puts_and_trusts.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PutRolePolicy"
        Resource = aws_iam_role.stranger.arn
      },
      {
        Effect   = "Allow"
        Action   = "iam:UpdateAssumeRolePolicy"
        Resource = aws_iam_role.stranger.arn
      },
    ]
  })
}

# no path: identity/rewrite-other (iam-014)
# no path: identity/rewrite-other (iam-015)
# no path: identity/rewrite-other (iam-016)
# no path: identity/rewrite-other (iam-017)
# no path: identity/rewrite-other (iam-018)
# no path: identity/rewrite-other (iam-019)
# no path: identity/rewrite-other (iam-020)
# no path: identity/rewrite-other (iam-021)
resource "aws_iam_user" "attaches_only" {
  name = "attaches-only"
}

resource "aws_iam_user_policy" "attaches_only" {
  name = "own"
  user = aws_iam_user.attaches_only.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["iam:AttachRolePolicy", "iam:PutRolePolicy"]
        Resource = [aws_iam_role.servant.arn, aws_iam_role.stranger.arn]
      },
      {
        Effect   = "Allow"
        Action   = "iam:CreatePolicyVersion"
        Resource = aws_iam_policy.servant_policy.arn
      },
      {
        Effect   = "Allow"
        Action   = ["iam:AttachUserPolicy", "iam:PutUserPolicy"]
        Resource = aws_iam_user.colleague.arn
      },
    ]
  })
}

resource "aws_iam_role" "servant" {
  name = "servant"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = aws_iam_user.attaches_and_takes.arn }
        Action    = "sts:AssumeRole"
      },
      {
        Effect    = "Allow"
        Principal = { AWS = aws_iam_user.puts_and_takes.arn }
        Action    = "sts:AssumeRole"
      },
      {
        Effect    = "Allow"
        Principal = { AWS = aws_iam_user.versions_and_takes.arn }
        Action    = "sts:AssumeRole"
      },
    ]
  })
}

resource "aws_iam_role_policy_attachment" "servant" {
  role       = aws_iam_role.servant.name
  policy_arn = aws_iam_policy.servant_policy.arn
}

resource "aws_iam_role" "stranger" {
  name = "stranger"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "glue.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "stranger" {
  role       = aws_iam_role.stranger.name
  policy_arn = aws_iam_policy.servant_policy.arn
}

resource "aws_iam_user" "colleague" {
  name = "colleague"
}

resource "aws_iam_policy" "servant_policy" {
  name = "servant-policy"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:ListAllMyBuckets"
      Resource = "*"
    }]
  })
}
