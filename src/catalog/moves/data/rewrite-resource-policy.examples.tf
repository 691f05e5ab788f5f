data "aws_caller_identity" "current" {}

# path: data/rewrite-resource-policy (aws/bucket-policy)
resource "aws_iam_user" "writes_the_bucket_policy" {
  name = "writes-the-bucket-policy"
}

resource "aws_iam_user_policy" "writes_the_bucket_policy" {
  name = "own"
  user = aws_iam_user.writes_the_bucket_policy.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:PutBucketPolicy"
      Resource = aws_s3_bucket.papers.arn
    }]
  })
}

# no path: data/rewrite-resource-policy (aws/bucket-policy)
resource "aws_iam_user" "lacks_the_key" {
  name = "lacks-the-key"
}

resource "aws_iam_user_policy" "lacks_the_key" {
  name = "own"
  user = aws_iam_user.lacks_the_key.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:PutBucketPolicy"
      Resource = aws_s3_bucket.sealed.arn
    }]
  })
}

# no path: data/rewrite-resource-policy
resource "aws_iam_user" "is_denied_objects" {
  name = "is-denied-objects"
}

resource "aws_iam_user_policy" "is_denied_objects" {
  name = "own"
  user = aws_iam_user.is_denied_objects.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutBucketPolicy"
        Resource = aws_s3_bucket.papers.arn
      },
      {
        Effect   = "Deny"
        Action   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
        Resource = "*"
      },
    ]
  })
}

# no path: data/rewrite-resource-policy
resource "aws_iam_role" "is_bounded" {
  name                 = "is-bounded"
  permissions_boundary = aws_iam_policy.bound.arn
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "glue.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "is_bounded" {
  name = "own"
  role = aws_iam_role.is_bounded.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:PutBucketPolicy"
      Resource = aws_s3_bucket.papers.arn
    }]
  })
}

# path: data/rewrite-resource-policy (aws/secret-policy)
resource "aws_iam_user" "writes_the_secrets_policy" {
  name = "writes-the-secrets-policy"
}

resource "aws_iam_user_policy" "writes_the_secrets_policy" {
  name = "own"
  user = aws_iam_user.writes_the_secrets_policy.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "secretsmanager:PutResourcePolicy"
      Resource = aws_secretsmanager_secret.password.arn
    }]
  })
}

# no path: data/rewrite-resource-policy (aws/secret-policy)
resource "aws_iam_user" "reads_the_secrets_policy" {
  name = "reads-the-secrets-policy"
}

resource "aws_iam_user_policy" "reads_the_secrets_policy" {
  name = "own"
  user = aws_iam_user.reads_the_secrets_policy.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "secretsmanager:GetResourcePolicy"
      Resource = aws_secretsmanager_secret.password.arn
    }]
  })
}

# path: data/rewrite-resource-policy
resource "aws_iam_user" "sets_the_queues_policy" {
  name = "sets-the-queues-policy"
}

resource "aws_iam_user_policy" "sets_the_queues_policy" {
  name = "own"
  user = aws_iam_user.sets_the_queues_policy.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "sqs:SetQueueAttributes"
      Resource = aws_sqs_queue.jobs.arn
    }]
  })
}

resource "aws_iam_policy" "bound" {
  name = "bound"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:PutBucketPolicy"
      Resource = "*"
    }]
  })
}

resource "aws_s3_bucket" "papers" {}

resource "aws_s3_bucket" "sealed" {}

resource "aws_s3_bucket_server_side_encryption_configuration" "sealed" {
  bucket = aws_s3_bucket.sealed.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.sealing.arn
    }
  }
}

resource "aws_kms_key" "sealing" {
  enable_key_rotation = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

resource "aws_secretsmanager_secret" "password" {}

resource "aws_sqs_queue" "jobs" {}
