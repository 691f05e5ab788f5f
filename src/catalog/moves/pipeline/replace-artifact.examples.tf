# path: pipeline/replace-artifact
resource "aws_iam_user" "writes" {
  name = "writes"
}

resource "aws_iam_user_policy" "writes" {
  name = "own"
  user = aws_iam_user.writes.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:PutObject"
      Resource = "${aws_s3_bucket.artifacts.arn}/*"
    }]
  })
}

# no path: pipeline/replace-artifact
resource "aws_iam_user" "writes_pinned" {
  name = "writes-pinned"
}

resource "aws_iam_user_policy" "writes_pinned" {
  name = "own"
  user = aws_iam_user.writes_pinned.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:PutObject"
      Resource = "${aws_s3_bucket.pinned.arn}/*"
    }]
  })
}

resource "aws_s3_bucket" "artifacts" {}

resource "aws_s3_bucket" "pinned" {}

resource "aws_lambda_function" "worker" {
  function_name = "worker"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.worker_role.arn
  s3_bucket     = aws_s3_bucket.artifacts.id
  s3_key        = "code.zip"
}

resource "aws_lambda_function" "fixed" {
  function_name     = "fixed"
  runtime           = "nodejs22.x"
  handler           = "index.handler"
  role              = aws_iam_role.worker_role.arn
  s3_bucket         = aws_s3_bucket.pinned.id
  s3_key            = "code.zip"
  s3_object_version = "abc"
}

resource "aws_iam_role" "worker_role" {
  name = "worker-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
