# path: compute/take-over-job (glue-002)
resource "aws_iam_user" "adds_key" {
  name = "adds-key"
}

resource "aws_iam_user_policy" "adds_key" {
  name = "own"
  user = aws_iam_user.adds_key.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "glue:UpdateDevEndpoint"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/take-over-job (glue-002)
resource "aws_iam_user" "adds_key_not_all" {
  name = "adds-key-not-all"
}

resource "aws_iam_user_policy" "adds_key_not_all" {
  name = "own"
  user = aws_iam_user.adds_key_not_all.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "glue:GetDevEndpoint"
        Resource = "*"
      },
    ]
  })
}

# path: compute/take-over-job
resource "aws_iam_user" "starts" {
  name = "starts"
}

resource "aws_iam_user_policy" "starts" {
  name = "own"
  user = aws_iam_user.starts.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "glue:StartJobRun"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/take-over-job
resource "aws_iam_user" "starts_not_all" {
  name = "starts-not-all"
}

resource "aws_iam_user_policy" "starts_not_all" {
  name = "own"
  user = aws_iam_user.starts_not_all.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "glue:GetJob"
        Resource = "*"
      },
    ]
  })
}

resource "aws_glue_dev_endpoint" "endpoint" {
  name     = "endpoint"
  role_arn = aws_iam_role.endpoint_role.arn
}

resource "aws_glue_job" "job" {
  name     = "nightly"
  role_arn = aws_iam_role.job_role.arn

  command {
    name            = "pythonshell"
    script_location = "s3://shop-scripts/job.py"
  }
}

resource "aws_iam_role" "endpoint_role" {
  name = "endpoint-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "glue.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
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
