data "aws_caller_identity" "current" {}

# path: data/use-key-of-store (aws/key-grant)
resource "aws_iam_user" "grants_itself" {
  name = "grants-itself"
}

resource "aws_iam_user_policy" "grants_itself" {
  name = "own"
  user = aws_iam_user.grants_itself.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = "${aws_s3_bucket.sealed.arn}/*"
      },
      {
        Effect   = "Allow"
        Action   = "kms:CreateGrant"
        Resource = aws_kms_key.sealing.arn
      },
    ]
  })
}

# path: data/use-key-of-store (aws/key-policy)
resource "aws_iam_user" "writes_the_key_policy" {
  name = "writes-the-key-policy"
}

resource "aws_iam_user_policy" "writes_the_key_policy" {
  name = "own"
  user = aws_iam_user.writes_the_key_policy.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = "${aws_s3_bucket.sealed.arn}/*"
      },
      {
        Effect   = "Allow"
        Action   = "kms:PutKeyPolicy"
        Resource = aws_kms_key.sealing.arn
      },
    ]
  })
}

# no path: data/use-key-of-store (aws/key-grant)
# no path: data/use-key-of-store (aws/key-policy)
resource "aws_iam_user" "has_the_key_only" {
  name = "has-the-key-only"
}

resource "aws_iam_user_policy" "has_the_key_only" {
  name = "own"
  user = aws_iam_user.has_the_key_only.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["kms:CreateGrant", "kms:PutKeyPolicy"]
      Resource = aws_kms_key.sealing.arn
    }]
  })
}

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
