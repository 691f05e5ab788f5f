# path: identity/restore-policy-version (aws/set-default-policy-version)
resource "aws_iam_user" "restores" {
  name = "restores"
}

resource "aws_iam_user_policy" "restores" {
  name = "own"
  user = aws_iam_user.restores.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:SetDefaultPolicyVersion"
      Resource = "*"
    }]
  })
}

resource "aws_iam_user_policy_attachment" "restores" {
  user       = aws_iam_user.restores.name
  policy_arn = aws_iam_policy.attached.arn
}

# no path: identity/restore-policy-version (aws/set-default-policy-version)
resource "aws_iam_user" "restores_for_others" {
  name = "restores-for-others"
}

resource "aws_iam_user_policy" "restores_for_others" {
  name = "own"
  user = aws_iam_user.restores_for_others.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:SetDefaultPolicyVersion"
      Resource = "*"
    }]
  })
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
