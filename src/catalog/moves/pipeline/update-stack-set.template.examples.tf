# path: pipeline/update-stack-set (aws/template-object)
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
      Resource = "${aws_s3_bucket.files.arn}/*"
    }]
  })
}

# no path: pipeline/update-stack-set (aws/template-object)
resource "aws_iam_user" "writes_other" {
  name = "writes-other"
}

resource "aws_iam_user_policy" "writes_other" {
  name = "own"
  user = aws_iam_user.writes_other.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:PutObject"
      Resource = "${aws_s3_bucket.files.arn}/other.yaml"
    }]
  })
}

# no path: pipeline/update-stack-set (aws/template-object)
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
      Action   = "s3:GetObject"
      Resource = "${aws_s3_bucket.files.arn}/*"
    }]
  })
}

resource "aws_s3_bucket" "files" {
  bucket = "example-files"
}

resource "aws_cloudformation_stack_set" "set" {
  name                    = "baseline"
  permission_model        = "SELF_MANAGED"
  administration_role_arn = aws_iam_role.administration.arn
  template_url            = "https://example-files.s3.amazonaws.com/baseline.yaml"
}

resource "aws_iam_role" "administration" {
  name = "administration"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Service = "cloudformation.amazonaws.com"
      }
      Action = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "administration" {
  name = "own"
  role = aws_iam_role.administration.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "sts:AssumeRole"
      Resource = "arn:aws:iam::*:role/ExampleExecution"
    }]
  })
}

resource "aws_iam_role" "execution" {
  name = "ExampleExecution"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        AWS = aws_iam_role.administration.arn
      }
      Action = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "execution" {
  name = "own"
  role = aws_iam_role.execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "dynamodb:GetItem"
      Resource = "*"
    }]
  })
}
