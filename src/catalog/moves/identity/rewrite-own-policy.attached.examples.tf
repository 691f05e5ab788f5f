data "aws_caller_identity" "current" {}

resource "aws_iam_policy" "readers" {
  name = "readers"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "secretsmanager:GetSecretValue"
        Resource = "*"
      }
    ]
  })
}

resource "aws_iam_policy" "lister" {
  name = "lister"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:ListAllMyBuckets"
        Resource = "*"
      }
    ]
  })
}

resource "aws_secretsmanager_secret" "password" {
  name = "password"
}

# path: identity/rewrite-own-policy (aws/create-policy)
resource "aws_iam_user" "writes_and_attaches" {
  name = "writes-and-attaches"
}

resource "aws_iam_user_policy" "writes_and_attaches" {
  name = "own"
  user = aws_iam_user.writes_and_attaches.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "iam:AttachUserPolicy"
        Resource  = "*"
        Condition = { ArnLike = { "iam:PolicyARN" = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:policy/app/*" } }
      },
      {
        Effect   = "Allow"
        Action   = "iam:CreatePolicy"
        Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:policy/app/*"
      }
    ]
  })
}

# no path: identity/rewrite-own-policy (aws/create-policy)
resource "aws_iam_user" "writes_what_it_cannot_attach" {
  name = "writes-what-it-cannot-attach"
}

resource "aws_iam_user_policy" "writes_what_it_cannot_attach" {
  name = "own"
  user = aws_iam_user.writes_what_it_cannot_attach.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "iam:AttachUserPolicy"
        Resource  = "*"
        Condition = { ArnLike = { "iam:PolicyARN" = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:policy/app/*" } }
      },
      {
        Effect   = "Allow"
        Action   = "iam:CreatePolicy"
        Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:policy/web/*"
      }
    ]
  })
}

# path: identity/rewrite-own-policy (aws/rewrite-and-attach)
resource "aws_iam_user" "rewrites_and_attaches" {
  name = "rewrites-and-attaches"
}

resource "aws_iam_user_policy" "rewrites_and_attaches" {
  name = "own"
  user = aws_iam_user.rewrites_and_attaches.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "iam:AttachUserPolicy"
        Resource  = "*"
        Condition = { ArnEquals = { "iam:PolicyARN" = aws_iam_policy.lister.arn } }
      },
      {
        Effect   = "Allow"
        Action   = "iam:CreatePolicyVersion"
        Resource = aws_iam_policy.lister.arn
      }
    ]
  })
}

# no path: identity/rewrite-own-policy (aws/rewrite-and-attach)
resource "aws_iam_user" "attaches_what_it_cannot_rewrite" {
  name = "attaches-what-it-cannot-rewrite"
}

resource "aws_iam_user_policy" "attaches_what_it_cannot_rewrite" {
  name = "own"
  user = aws_iam_user.attaches_what_it_cannot_rewrite.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "iam:AttachUserPolicy"
        Resource  = "*"
        Condition = { ArnEquals = { "iam:PolicyARN" = aws_iam_policy.lister.arn } }
      },
      {
        Effect   = "Allow"
        Action   = "iam:CreatePolicyVersion"
        Resource = aws_iam_policy.readers.arn
      }
    ]
  })
}

# path: identity/rewrite-own-policy (aws/attach-what-is-there)
resource "aws_iam_user" "attaches_readers" {
  name = "attaches-readers"
}

resource "aws_iam_user_policy" "attaches_readers" {
  name = "own"
  user = aws_iam_user.attaches_readers.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "iam:AttachUserPolicy"
        Resource  = "*"
        Condition = { ArnEquals = { "iam:PolicyARN" = aws_iam_policy.readers.arn } }
      }
    ]
  })
}

# no path: identity/rewrite-own-policy (aws/attach-what-is-there)
resource "aws_iam_user" "attaches_listers" {
  name = "attaches-listers"
}

resource "aws_iam_user_policy" "attaches_listers" {
  name = "own"
  user = aws_iam_user.attaches_listers.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "iam:AttachUserPolicy"
        Resource  = "*"
        Condition = { ArnEquals = { "iam:PolicyARN" = aws_iam_policy.lister.arn } }
      }
    ]
  })
}

# path: identity/rewrite-own-policy (aws/attach-instead)
resource "aws_iam_user" "attaches_all_but_the_widest" {
  name = "attaches-all-but-the-widest"
}

resource "aws_iam_user_policy" "attaches_all_but_the_widest" {
  name = "own"
  user = aws_iam_user.attaches_all_but_the_widest.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:AttachUserPolicy"
        Resource = "*"
      },
      {
        Effect    = "Deny"
        Action    = "iam:AttachUserPolicy"
        Resource  = "*"
        Condition = { ArnEquals = { "iam:PolicyARN" = "arn:aws:iam::aws:policy/AdministratorAccess" } }
      }
    ]
  })
}

# no path: identity/rewrite-own-policy (aws/attach-instead)
resource "aws_iam_user" "attaches_none_of_aws" {
  name = "attaches-none-of-aws"
}

resource "aws_iam_user_policy" "attaches_none_of_aws" {
  name = "own"
  user = aws_iam_user.attaches_none_of_aws.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "iam:AttachUserPolicy"
        Resource  = "*"
        Condition = { ArnEquals = { "iam:PolicyARN" = aws_iam_policy.lister.arn } }
      },
      {
        Effect    = "Deny"
        Action    = "iam:AttachUserPolicy"
        Resource  = "*"
        Condition = { ArnLike = { "iam:PolicyARN" = "arn:aws:iam::aws:policy/*" } }
      }
    ]
  })
}
