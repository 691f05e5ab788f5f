# path: secrets/use-access-key
resource "aws_iam_user" "reads_current" {
  name = "reads-current"
}

resource "aws_iam_user_policy" "reads_current" {
  name = "own"
  user = aws_iam_user.reads_current.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "ssm:GetParameter"
      Resource = "arn:aws:ssm:*:*:parameter/current/*"
    }]
  })
}

# no path: secrets/use-access-key
resource "aws_iam_user" "reads_old" {
  name = "reads-old"
}

resource "aws_iam_user_policy" "reads_old" {
  name = "own"
  user = aws_iam_user.reads_old.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "ssm:GetParameter"
      Resource = "arn:aws:ssm:*:*:parameter/old/*"
    }]
  })
}

resource "aws_iam_user" "deployer" {
  name = "deployer"
}

resource "aws_iam_user_policy" "deployer" {
  name = "own"
  user = aws_iam_user.deployer.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:*"
      Resource = "*"
    }]
  })
}

resource "aws_iam_access_key" "current" {
  user = aws_iam_user.deployer.name
}

resource "aws_ssm_parameter" "current_secret" {
  name  = "/current/secret"
  type  = "String"
  value = aws_iam_access_key.current.secret
}

resource "aws_iam_access_key" "old" {
  user   = aws_iam_user.deployer.name
  status = "Inactive"
}

resource "aws_ssm_parameter" "old_secret" {
  name  = "/old/secret"
  type  = "String"
  value = aws_iam_access_key.old.secret
}
