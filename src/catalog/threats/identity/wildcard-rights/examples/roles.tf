data "aws_iam_policy_document" "lambda_assumes" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

# threat: identity/wildcard-rights
resource "aws_iam_role" "all_objects" {
  name               = "all-objects"
  assume_role_policy = data.aws_iam_policy_document.lambda_assumes.json
}

resource "aws_iam_role_policy" "all_objects" {
  name = "task"
  role = aws_iam_role.all_objects.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }]
  })
}

# threat: identity/wildcard-rights
resource "aws_iam_role" "every_bucket" {
  name               = "every-bucket"
  assume_role_policy = data.aws_iam_policy_document.lambda_assumes.json
}

resource "aws_iam_role_policy" "every_bucket" {
  name = "task"
  role = aws_iam_role.every_bucket.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "arn:aws:s3:::*"
    }]
  })
}

# threat: identity/wildcard-rights
resource "aws_iam_role" "all_secrets" {
  name               = "all-secrets"
  assume_role_policy = data.aws_iam_policy_document.lambda_assumes.json
}

resource "aws_iam_role_policy" "all_secrets" {
  name = "task"
  role = aws_iam_role.all_secrets.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "secretsmanager:GetSecretValue"
      Resource = "*"
    }]
  })
}

# ok: identity/wildcard-rights
resource "aws_iam_role" "one_bucket" {
  name               = "one-bucket"
  assume_role_policy = data.aws_iam_policy_document.lambda_assumes.json
}

resource "aws_iam_role_policy" "one_bucket" {
  name = "task"
  role = aws_iam_role.one_bucket.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:*"
      Resource = ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"]
    }]
  })
}

# ok: identity/wildcard-rights
resource "aws_iam_role" "looks_around" {
  name               = "looks-around"
  assume_role_policy = data.aws_iam_policy_document.lambda_assumes.json
}

resource "aws_iam_role_policy" "looks_around" {
  name = "task"
  role = aws_iam_role.looks_around.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["ec2:Describe*", "s3:List*", "cloudwatch:PutMetricData", "xray:*"]
      Resource = "*"
    }]
  })
}

# ok: identity/wildcard-rights
resource "aws_iam_role" "only_tagged" {
  name               = "only-tagged"
  assume_role_policy = data.aws_iam_policy_document.lambda_assumes.json
}

resource "aws_iam_role_policy" "only_tagged" {
  name = "task"
  role = aws_iam_role.only_tagged.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "secretsmanager:GetSecretValue"
      Resource  = "*"
      Condition = { StringEquals = { "aws:ResourceTag/Team" = "shop" } }
    }]
  })
}

# mitigated: identity/wildcard-rights
resource "aws_iam_role" "bounded" {
  name                 = "bounded"
  assume_role_policy   = data.aws_iam_policy_document.lambda_assumes.json
  permissions_boundary = aws_iam_policy.boundary.arn
}

resource "aws_iam_role_policy" "bounded" {
  name = "task"
  role = aws_iam_role.bounded.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }]
  })
}

resource "aws_iam_policy" "boundary" {
  name = "boundary"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "logs:PutLogEvents"
      Resource = "*"
    }]
  })
}

resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

# ok: identity/wildcard-rights
resource "aws_iam_role" "one_table" {
  name               = "one-table"
  assume_role_policy = data.aws_iam_policy_document.lambda_assumes.json
}

resource "aws_iam_role_policy" "one_table" {
  name = "task"
  role = aws_iam_role.one_table.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "dynamodb:*"
      Resource = aws_dynamodb_table.orders.arn
    }]
  })
}

# threat: identity/wildcard-rights
resource "aws_iam_role" "whole_service" {
  name               = "whole-service"
  assume_role_policy = data.aws_iam_policy_document.lambda_assumes.json
}

resource "aws_iam_role_policy" "whole_service" {
  name = "devices"
  role = aws_iam_role.whole_service.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "iot:*", Resource = "*" }]
  })
}

# ok: identity/wildcard-rights
resource "aws_iam_role" "of_one_service" {
  name = "of-one-service"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "eks.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "of_one_service" {
  role       = aws_iam_role.of_one_service.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy"
}

# ok: identity/wildcard-rights
resource "aws_iam_role" "own_reports" {
  name = "own-reports"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "codebuild.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "own_reports" {
  name = "reports"
  role = aws_iam_role.own_reports.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "codebuild:*"
      Resource = "arn:aws:codebuild:*:111122223333:report-group/app*"
    }]
  })
}
