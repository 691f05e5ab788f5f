# path: data/destroy-data
resource "aws_iam_user" "deletes_objects" {
  name = "deletes-objects"
}

resource "aws_iam_user_policy" "deletes_objects" {
  name = "own"
  user = aws_iam_user.deletes_objects.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:DeleteObject"
      Resource = "${aws_s3_bucket.plain.arn}/*"
    }]
  })
}

# no path: data/destroy-data
resource "aws_iam_user" "deletes_what_comes_back" {
  name = "deletes-what-comes-back"
}

resource "aws_iam_user_policy" "deletes_what_comes_back" {
  name = "own"
  user = aws_iam_user.deletes_what_comes_back.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:DeleteObject"
      Resource = "${aws_s3_bucket.versioned.arn}/*"
    }]
  })
}

# path: data/destroy-data
resource "aws_iam_user" "deletes_versions" {
  name = "deletes-versions"
}

resource "aws_iam_user_policy" "deletes_versions" {
  name = "own"
  user = aws_iam_user.deletes_versions.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:DeleteObjectVersion"
      Resource = "${aws_s3_bucket.versioned.arn}/*"
    }]
  })
}

# path: data/destroy-data
resource "aws_iam_user" "lets_them_expire" {
  name = "lets-them-expire"
}

resource "aws_iam_user_policy" "lets_them_expire" {
  name = "own"
  user = aws_iam_user.lets_them_expire.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:PutLifecycleConfiguration"
      Resource = aws_s3_bucket.versioned.arn
    }]
  })
}

# path: data/destroy-data
resource "aws_iam_user" "purges_the_queue" {
  name = "purges-the-queue"
}

resource "aws_iam_user_policy" "purges_the_queue" {
  name = "own"
  user = aws_iam_user.purges_the_queue.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "sqs:PurgeQueue"
      Resource = aws_sqs_queue.jobs.arn
    }]
  })
}

# path: data/destroy-data
resource "aws_iam_user" "drops_the_secret" {
  name = "drops-the-secret"
}

resource "aws_iam_user_policy" "drops_the_secret" {
  name = "own"
  user = aws_iam_user.drops_the_secret.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "secretsmanager:DeleteSecret"
      Resource = aws_secretsmanager_secret.password.arn
    }]
  })
}

# no path: data/destroy-data
resource "aws_iam_user" "drops_alocked_table" {
  name = "drops-alocked-table"
}

resource "aws_iam_user_policy" "drops_alocked_table" {
  name = "own"
  user = aws_iam_user.drops_alocked_table.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "dynamodb:DeleteTable"
      Resource = "*"
    }]
  })
}

# path: data/destroy-data
resource "aws_iam_user" "unlocks_and_drops_the_table" {
  name = "unlocks-and-drops-the-table"
}

resource "aws_iam_user_policy" "unlocks_and_drops_the_table" {
  name = "own"
  user = aws_iam_user.unlocks_and_drops_the_table.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["dynamodb:DeleteTable", "dynamodb:UpdateTable"]
      Resource = "*"
    }]
  })
}

resource "aws_s3_bucket" "plain" {}

resource "aws_s3_bucket" "versioned" {}

resource "aws_s3_bucket_versioning" "versioned" {
  bucket = aws_s3_bucket.versioned.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_sqs_queue" "jobs" {}

resource "aws_secretsmanager_secret" "password" {}

resource "aws_dynamodb_table" "orders" {
  name                        = "orders"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "id"
  deletion_protection_enabled = true

  attribute {
    name = "id"
    type = "S"
  }
}
