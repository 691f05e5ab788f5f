# path: pipeline/replace-artifact (aws/job-script-object)
resource "aws_iam_user" "writes" {
  name = "writes"
}

resource "aws_iam_user_policy" "writes" {
  name = "own"
  user = aws_iam_user.writes.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.scripts.arn}/*"
      },
    ]
  })
}

# no path: pipeline/replace-artifact (aws/job-script-object)
resource "aws_iam_user" "writes_elsewhere" {
  name = "writes-elsewhere"
}

resource "aws_iam_user_policy" "writes_elsewhere" {
  name = "own"
  user = aws_iam_user.writes_elsewhere.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.other.arn}/*"
      },
    ]
  })
}

resource "aws_s3_bucket" "scripts" {
  bucket = "scripts"
}

resource "aws_s3_bucket" "other" {
  bucket = "other"
}

resource "aws_glue_job" "job" {
  name     = "nightly"
  role_arn = aws_iam_role.job_role.arn

  command {
    name            = "pythonshell"
    script_location = "s3://${aws_s3_bucket.scripts.id}/nightly.py"
  }
}

resource "aws_iam_role" "job_role" {
  name = "job-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "glue.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "job_role" {
  name = "own"
  role = aws_iam_role.job_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "${aws_s3_bucket.scripts.arn}/*"
    }]
  })
}
