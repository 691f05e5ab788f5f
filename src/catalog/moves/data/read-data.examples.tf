data "aws_caller_identity" "current" {}

# path: data/read-data
resource "aws_iam_user" "reader" {
  name = "reader"
}

resource "aws_iam_user_policy" "reader" {
  name = "own"
  user = aws_iam_user.reader.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "${aws_s3_bucket.papers.arn}/*"
    }]
  })
}

# path: data/read-data
resource "aws_iam_user" "folder_reader" {
  name = "folder-reader"
}

resource "aws_iam_user_policy" "folder_reader" {
  name = "own"
  user = aws_iam_user.folder_reader.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "${aws_s3_bucket.papers.arn}/public/*"
    }]
  })
}

# no path: data/read-data
resource "aws_iam_user" "lister" {
  name = "lister"
}

resource "aws_iam_user_policy" "lister" {
  name = "own"
  user = aws_iam_user.lister.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:ListBucket"
      Resource = aws_s3_bucket.papers.arn
    }]
  })
}

# no path: data/read-data
resource "aws_iam_user" "denied" {
  name = "denied"
}

resource "aws_iam_user_policy" "denied" {
  name = "own"
  user = aws_iam_user.denied.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = "*"
      },
      {
        Effect   = "Deny"
        Action   = "s3:GetObject"
        Resource = "${aws_s3_bucket.papers.arn}/*"
      },
      {
        Effect   = "Deny"
        Action   = "s3:GetObject"
        Resource = "${aws_s3_bucket.sealed.arn}/*"
      },
    ]
  })
}

# no path: data/read-data
resource "aws_iam_user" "without_key" {
  name = "without-key"
}

resource "aws_iam_user_policy" "without_key" {
  name = "own"
  user = aws_iam_user.without_key.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "${aws_s3_bucket.sealed.arn}/*"
    }]
  })
}

# path: data/read-data
resource "aws_iam_user" "with_key" {
  name = "with-key"
}

resource "aws_iam_user_policy" "with_key" {
  name = "own"
  user = aws_iam_user.with_key.name
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
        Action   = "kms:Decrypt"
        Resource = aws_kms_key.key.arn
      },
    ]
  })
}

resource "aws_s3_bucket" "papers" {}

resource "aws_s3_bucket" "sealed" {}

resource "aws_s3_bucket_server_side_encryption_configuration" "sealed" {
  bucket = aws_s3_bucket.sealed.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.key.arn
    }
  }
}

resource "aws_kms_key" "key" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root"
      }
      Action   = "kms:*"
      Resource = "*"
    }]
  })
}
