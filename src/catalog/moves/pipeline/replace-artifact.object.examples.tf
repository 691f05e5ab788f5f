# path: pipeline/replace-artifact
resource "aws_iam_user" "writes_scripts" {
  name = "writes-scripts"
}

resource "aws_iam_user_policy" "writes_scripts" {
  name = "own"
  user = aws_iam_user.writes_scripts.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.shared.arn}/scripts/*"
      },
    ]
  })
}

# path: pipeline/replace-artifact
resource "aws_iam_user" "writes_one" {
  name = "writes-one"
}

resource "aws_iam_user_policy" "writes_one" {
  name = "own"
  user = aws_iam_user.writes_one.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.shared.arn}/scripts/etl.py"
      },
    ]
  })
}

# path: pipeline/replace-artifact
resource "aws_iam_user" "writes_like" {
  name = "writes-like"
}

resource "aws_iam_user_policy" "writes_like" {
  name = "own"
  user = aws_iam_user.writes_like.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.shared.arn}/script*"
      },
    ]
  })
}

# path: pipeline/replace-artifact
resource "aws_iam_user" "writes_any_python" {
  name = "writes-any-python"
}

resource "aws_iam_user_policy" "writes_any_python" {
  name = "own"
  user = aws_iam_user.writes_any_python.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.shared.arn}/*.py"
      },
    ]
  })
}

# no path: pipeline/replace-artifact
resource "aws_iam_user" "writes_reports" {
  name = "writes-reports"
}

resource "aws_iam_user_policy" "writes_reports" {
  name = "own"
  user = aws_iam_user.writes_reports.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.shared.arn}/reports/*"
      },
    ]
  })
}

# no path: pipeline/replace-artifact
resource "aws_iam_user" "writes_other" {
  name = "writes-other"
}

resource "aws_iam_user_policy" "writes_other" {
  name = "own"
  user = aws_iam_user.writes_other.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.shared.arn}/scripts/other.py"
      },
    ]
  })
}

# no path: pipeline/replace-artifact
resource "aws_iam_user" "is_kept_off" {
  name = "is-kept-off"
}

resource "aws_iam_user_policy" "is_kept_off" {
  name = "own"
  user = aws_iam_user.is_kept_off.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.shared.arn}/scripts/*"
      },
      {
        Effect   = "Deny"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.shared.arn}/scripts/etl.py"
      },
    ]
  })
}

# path: pipeline/replace-artifact
resource "aws_iam_user" "is_kept_off_elsewhere" {
  name = "is-kept-off-elsewhere"
}

resource "aws_iam_user_policy" "is_kept_off_elsewhere" {
  name = "own"
  user = aws_iam_user.is_kept_off_elsewhere.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.shared.arn}/*"
      },
      {
        Effect   = "Deny"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.shared.arn}/reports/*"
      },
    ]
  })
}

# no path: pipeline/replace-artifact
resource "aws_iam_user" "deletes" {
  name = "deletes"
}

resource "aws_iam_user_policy" "deletes" {
  name = "own"
  user = aws_iam_user.deletes.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:DeleteObject"
        Resource = "${aws_s3_bucket.shared.arn}/*"
      },
    ]
  })
}

# no path: pipeline/replace-artifact
resource "aws_iam_user" "writes_unfetched" {
  name = "writes-unfetched"
}

resource "aws_iam_user_policy" "writes_unfetched" {
  name = "own"
  user = aws_iam_user.writes_unfetched.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.locked.arn}/*"
      },
    ]
  })
}

# path: pipeline/replace-artifact
resource "aws_iam_user" "writes_library" {
  name = "writes-library"
}

resource "aws_iam_user_policy" "writes_library" {
  name = "own"
  user = aws_iam_user.writes_library.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.shared.arn}/lib/helpers.zip"
      },
    ]
  })
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
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = "${aws_s3_bucket.shared.arn}/*"
      },
    ]
  })
}

resource "aws_s3_bucket" "shared" {
  bucket = "example-shared"
}

resource "aws_s3_bucket" "locked" {
  bucket = "example-locked"
}

resource "aws_glue_job" "job" {
  name     = "nightly"
  role_arn = aws_iam_role.job_role.arn

  command {
    name            = "glueetl"
    script_location = "s3://${aws_s3_bucket.shared.bucket}/scripts/etl.py"
  }

  default_arguments = {
    "--extra-py-files" = "s3://${aws_s3_bucket.shared.bucket}/lib/first.zip,s3://${aws_s3_bucket.shared.bucket}/lib/helpers.zip"
  }
}

resource "aws_glue_job" "failing_job" {
  name     = "failing"
  role_arn = aws_iam_role.job_role.arn

  command {
    name            = "glueetl"
    script_location = "s3://${aws_s3_bucket.locked.bucket}/scripts/etl.py"
  }
}
