# path: compute/pass-role-to-trust-anchor (aws/trust-anchor)
resource "aws_iam_user" "trusts_itself" {
  name = "trusts-itself"
}

resource "aws_iam_user_policy" "trusts_itself" {
  name = "own"
  user = aws_iam_user.trusts_itself.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.passed.arn
      },
      {
        Effect   = "Allow"
        Action   = ["rolesanywhere:CreateTrustAnchor", "rolesanywhere:CreateProfile"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-trust-anchor (aws/trust-anchor)
resource "aws_iam_user" "trusts_itself_not_all" {
  name = "trusts-itself-not-all"
}

resource "aws_iam_user_policy" "trusts_itself_not_all" {
  name = "own"
  user = aws_iam_user.trusts_itself_not_all.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.passed.arn
      },
      {
        Effect   = "Allow"
        Action   = "rolesanywhere:CreateTrustAnchor"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-trust-anchor
resource "aws_iam_user" "for_another_service" {
  name = "for-another-service"
}

resource "aws_iam_user_policy" "for_another_service" {
  name = "own"
  user = aws_iam_user.for_another_service.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "iam:PassRole"
        Resource  = aws_iam_role.passed.arn
        Condition = { StringEquals = { "iam:PassedToService" = "other.amazonaws.com" } }
      },
      {
        Effect   = "Allow"
        Action   = ["rolesanywhere:CreateTrustAnchor", "rolesanywhere:CreateProfile"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-trust-anchor
resource "aws_iam_user" "another_role" {
  name = "another-role"
}

resource "aws_iam_user_policy" "another_role" {
  name = "own"
  user = aws_iam_user.another_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.not_for_it.arn
      },
      {
        Effect   = "Allow"
        Action   = ["rolesanywhere:CreateTrustAnchor", "rolesanywhere:CreateProfile"]
        Resource = "*"
      },
    ]
  })
}

resource "aws_iam_role" "passed" {
  name = "passed"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "rolesanywhere.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role" "not_for_it" {
  name = "not-for-it"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "other.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
