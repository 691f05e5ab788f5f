# path: data/read-data (aws/read-secret)
resource "aws_iam_user" "reads_the_secret" {
  name = "reads-the-secret"
}

resource "aws_iam_user_policy" "reads_the_secret" {
  name = "own"
  user = aws_iam_user.reads_the_secret.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "secretsmanager:GetSecretValue"
      Resource = aws_secretsmanager_secret.password.arn
    }]
  })
}

# no path: data/read-data (aws/read-secret)
resource "aws_iam_user" "looks_at_the_secret" {
  name = "looks-at-the-secret"
}

resource "aws_iam_user_policy" "looks_at_the_secret" {
  name = "own"
  user = aws_iam_user.looks_at_the_secret.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "secretsmanager:DescribeSecret"
      Resource = aws_secretsmanager_secret.password.arn
    }]
  })
}

# path: data/read-data (aws/read-parameter)
resource "aws_iam_user" "reads_the_parameter" {
  name = "reads-the-parameter"
}

resource "aws_iam_user_policy" "reads_the_parameter" {
  name = "own"
  user = aws_iam_user.reads_the_parameter.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "ssm:GetParameter"
      Resource = "*"
    }]
  })
}

# no path: data/read-data (aws/read-parameter)
resource "aws_iam_user" "lists_parameters" {
  name = "lists-parameters"
}

resource "aws_iam_user_policy" "lists_parameters" {
  name = "own"
  user = aws_iam_user.lists_parameters.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "ssm:DescribeParameters"
      Resource = "*"
    }]
  })
}

# path: data/read-data (aws/read-state-object)
resource "aws_iam_user" "reads_the_state" {
  name = "reads-the-state"
}

resource "aws_iam_user_policy" "reads_the_state" {
  name = "own"
  user = aws_iam_user.reads_the_state.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "${aws_s3_bucket.state.arn}/terraform.tfstate"
    }]
  })
}

# no path: data/read-data (aws/read-state-object)
resource "aws_iam_user" "lists_the_state" {
  name = "lists-the-state"
}

resource "aws_iam_user_policy" "lists_the_state" {
  name = "own"
  user = aws_iam_user.lists_the_state.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:ListBucket"
      Resource = aws_s3_bucket.state.arn
    }]
  })
}

resource "aws_secretsmanager_secret" "password" {}

resource "aws_ssm_parameter" "setting" {
  name  = "/app/setting"
  type  = "String"
  value = "plain"
}

resource "aws_s3_bucket" "state" {}
