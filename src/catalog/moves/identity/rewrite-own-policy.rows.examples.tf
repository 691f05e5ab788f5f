data "aws_caller_identity" "current" {}

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

resource "aws_iam_group" "team" {
  name = "team"
}

# path: identity/rewrite-own-policy (iam-001)
resource "aws_iam_user" "versions_attached" {
  name = "versions-attached"
}

resource "aws_iam_user_policy" "versions_attached" {
  name = "own"
  user = aws_iam_user.versions_attached.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:CreatePolicyVersion"
      Resource = aws_iam_policy.attached.arn
    }]
  })
}

resource "aws_iam_user_policy_attachment" "versions_attached" {
  user       = aws_iam_user.versions_attached.name
  policy_arn = aws_iam_policy.attached.arn
}

# no path: identity/rewrite-own-policy (iam-001)
resource "aws_iam_user" "versions_unattached" {
  name = "versions-unattached"
}

resource "aws_iam_user_policy" "versions_unattached" {
  name = "own"
  user = aws_iam_user.versions_unattached.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:CreatePolicyVersion"
      Resource = aws_iam_policy.attached.arn
    }]
  })
}

# path: identity/rewrite-own-policy (iam-007)
resource "aws_iam_user" "puts_inline" {
  name = "puts-inline"
}

resource "aws_iam_user_policy" "puts_inline" {
  name = "own"
  user = aws_iam_user.puts_inline.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:PutUserPolicy"
      Resource = "*"
    }]
  })
}

# path: identity/rewrite-own-policy (iam-008)
resource "aws_iam_user" "attaches" {
  name = "attaches"
}

resource "aws_iam_user_policy" "attaches" {
  name = "own"
  user = aws_iam_user.attaches.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:AttachUserPolicy"
      Resource = "*"
    }]
  })
}

# path: identity/rewrite-own-policy (iam-005)
resource "aws_iam_role" "puts_on_itself" {
  name = "puts-on-itself"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "glue.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "puts_on_itself" {
  name = "own"
  role = aws_iam_role.puts_on_itself.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:PutRolePolicy"
      Resource = "*"
    }]
  })
}

# path: identity/rewrite-own-policy (iam-009)
resource "aws_iam_role" "attaches_to_itself" {
  name = "attaches-to-itself"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "glue.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "attaches_to_itself" {
  name = "own"
  role = aws_iam_role.attaches_to_itself.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:AttachRolePolicy"
      Resource = "*"
    }]
  })
}

# path: identity/rewrite-own-policy (iam-010)
resource "aws_iam_user" "attaches_to_its_group" {
  name = "attaches-to-its-group"
}

resource "aws_iam_user_policy" "attaches_to_its_group" {
  name = "own"
  user = aws_iam_user.attaches_to_its_group.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:AttachGroupPolicy"
      Resource = aws_iam_group.team.arn
    }]
  })
}

resource "aws_iam_user_group_membership" "attaches_to_its_group" {
  user   = aws_iam_user.attaches_to_its_group.name
  groups = [aws_iam_group.team.name]
}

# path: identity/rewrite-own-policy (iam-011)
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

# no path: identity/rewrite-own-policy (iam-010)
# no path: identity/rewrite-own-policy (iam-011)
resource "aws_iam_user" "outside_the_group" {
  name = "outside-the-group"
}

resource "aws_iam_user_policy" "outside_the_group" {
  name = "own"
  user = aws_iam_user.outside_the_group.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iam:AttachGroupPolicy", "iam:PutGroupPolicy"]
      Resource = aws_iam_group.team.arn
    }]
  })
}

# no path: identity/rewrite-own-policy (iam-007)
# no path: identity/rewrite-own-policy (iam-008)
resource "aws_iam_user" "writes_others" {
  name = "writes-others"
}

resource "aws_iam_user_policy" "writes_others" {
  name = "own"
  user = aws_iam_user.writes_others.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iam:PutUserPolicy", "iam:AttachUserPolicy"]
      Resource = aws_iam_group.team.arn
    }]
  })
}

# no path: identity/rewrite-own-policy (iam-005)
# no path: identity/rewrite-own-policy (iam-009)
resource "aws_iam_role" "writes_users" {
  name = "writes-users"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "glue.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "writes_users" {
  name = "own"
  role = aws_iam_role.writes_users.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["iam:PutUserPolicy", "iam:AttachUserPolicy"]
        Resource = aws_iam_user.versions_unattached.arn
      },
      {
        Effect   = "Allow"
        Action   = ["iam:PutRolePolicy", "iam:AttachRolePolicy"]
        Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/another"
      },
    ]
  })
}
