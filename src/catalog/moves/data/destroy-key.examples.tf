data "aws_caller_identity" "current" {}

# path: data/destroy-key
resource "aws_iam_user" "schedules_deletion" {
  name = "schedules-deletion"
}

resource "aws_iam_user_policy" "schedules_deletion" {
  name = "own"
  user = aws_iam_user.schedules_deletion.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "kms:ScheduleKeyDeletion"
      Resource = aws_kms_key.sealing.arn
    }]
  })
}

# path: data/destroy-key
resource "aws_iam_user" "writes_the_policy" {
  name = "writes-the-policy"
}

resource "aws_iam_user_policy" "writes_the_policy" {
  name = "own"
  user = aws_iam_user.writes_the_policy.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "kms:PutKeyPolicy"
      Resource = aws_kms_key.sealing.arn
    }]
  })
}

# no path: data/destroy-key
resource "aws_iam_user" "only_disables" {
  name = "only-disables"
}

resource "aws_iam_user_policy" "only_disables" {
  name = "own"
  user = aws_iam_user.only_disables.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "kms:DisableKey"
      Resource = aws_kms_key.sealing.arn
    }]
  })
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

resource "aws_s3_bucket" "papers" {}

resource "aws_s3_bucket_versioning" "papers" {
  bucket = aws_s3_bucket.papers.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "papers" {
  bucket = aws_s3_bucket.papers.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.sealing.arn
    }
  }
}
