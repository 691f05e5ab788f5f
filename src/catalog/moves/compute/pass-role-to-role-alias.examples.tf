# path: compute/pass-role-to-role-alias (aws/role-alias)
resource "aws_iam_user" "makes_certificate" {
  name = "makes-certificate"
}

resource "aws_iam_user_policy" "makes_certificate" {
  name = "own"
  user = aws_iam_user.makes_certificate.name
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
        Action   = ["iot:CreateRoleAlias", "iot:CreateKeysAndCertificate", "iot:CreatePolicy", "iot:AttachPolicy"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-role-alias (aws/role-alias)
resource "aws_iam_user" "makes_certificate_without_passing" {
  name = "makes-certificate-without-passing"
}

resource "aws_iam_user_policy" "makes_certificate_without_passing" {
  name = "own"
  user = aws_iam_user.makes_certificate_without_passing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["iot:CreateRoleAlias", "iot:CreateKeysAndCertificate", "iot:CreatePolicy", "iot:AttachPolicy"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-role-alias
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
        Action   = ["iot:CreateRoleAlias", "iot:CreateKeysAndCertificate", "iot:CreatePolicy", "iot:AttachPolicy"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-role-alias
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
        Action   = ["iot:CreateRoleAlias", "iot:CreateKeysAndCertificate", "iot:CreatePolicy", "iot:AttachPolicy"]
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-role-alias (aws/role-alias)
resource "aws_iam_user" "makes" {
  name = "makes"
}

resource "aws_iam_user_policy" "makes" {
  name = "own"
  user = aws_iam_user.makes.name
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
        Action   = "iot:CreateRoleAlias"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-role-alias (aws/role-alias)
resource "aws_iam_user" "makes_without_passing" {
  name = "makes-without-passing"
}

resource "aws_iam_user_policy" "makes_without_passing" {
  name = "own"
  user = aws_iam_user.makes_without_passing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iot:CreateRoleAlias"
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
      Principal = { Service = "credentials.iot.amazonaws.com" }
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
