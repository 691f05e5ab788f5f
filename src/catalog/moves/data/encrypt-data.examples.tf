# path: data/encrypt-data
resource "aws_iam_user" "reads_and_writes" {
  name = "reads-and-writes"
}

resource "aws_iam_user_policy" "reads_and_writes" {
  name = "own"
  user = aws_iam_user.reads_and_writes.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:GetObject", "s3:PutObject"]
      Resource = "${aws_s3_bucket.plain.arn}/*"
    }]
  })
}

# no path: data/encrypt-data
resource "aws_iam_user" "writes_only" {
  name = "writes-only"
}

resource "aws_iam_user_policy" "writes_only" {
  name = "own"
  user = aws_iam_user.writes_only.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:PutObject"
      Resource = "${aws_s3_bucket.plain.arn}/*"
    }]
  })
}

# no path: data/encrypt-data
resource "aws_iam_user" "leaves_versions" {
  name = "leaves-versions"
}

resource "aws_iam_user_policy" "leaves_versions" {
  name = "own"
  user = aws_iam_user.leaves_versions.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:GetObject", "s3:PutObject"]
      Resource = "${aws_s3_bucket.versioned.arn}/*"
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
