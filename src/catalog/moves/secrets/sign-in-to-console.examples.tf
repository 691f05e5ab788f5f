# path: secrets/sign-in-to-console
resource "aws_iam_user" "reads" {
  name = "reads"
}

resource "aws_iam_user_policy" "reads" {
  name = "own"
  user = aws_iam_user.reads.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "ssm:GetParameter"
      Resource = "arn:aws:ssm:*:*:parameter/console/password"
    }]
  })
}

# no path: secrets/sign-in-to-console
resource "aws_iam_user" "reads_the_name" {
  name = "reads-the-name"
}

resource "aws_iam_user_policy" "reads_the_name" {
  name = "own"
  user = aws_iam_user.reads_the_name.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "ssm:GetParameter"
      Resource = "arn:aws:ssm:*:*:parameter/console/name"
    }]
  })
}

resource "aws_iam_user" "operator" {
  name = "operator"
}

resource "aws_iam_user_login_profile" "operator" {
  user = aws_iam_user.operator.name
}

resource "aws_ssm_parameter" "kept" {
  name  = "/console/password"
  type  = "String"
  value = aws_iam_user_login_profile.operator.password
}

resource "aws_ssm_parameter" "named" {
  name  = "/console/name"
  type  = "String"
  value = aws_iam_user.operator.name
}
