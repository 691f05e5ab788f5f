# path: compute/take-over-stream-application
resource "aws_iam_user" "updates" {
  name = "updates"
}

resource "aws_iam_user_policy" "updates" {
  name = "own"
  user = aws_iam_user.updates.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "kinesisanalytics:UpdateApplication"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/take-over-stream-application
resource "aws_iam_user" "updates_not_all" {
  name = "updates-not-all"
}

resource "aws_iam_user_policy" "updates_not_all" {
  name = "own"
  user = aws_iam_user.updates_not_all.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "kinesisanalytics:StopApplication"
        Resource = "*"
      },
    ]
  })
}

resource "aws_kinesisanalyticsv2_application" "clicks" {
  name                   = "clicks"
  runtime_environment    = "FLINK-1_20"
  service_execution_role = aws_iam_role.clicks_role.arn
}

resource "aws_iam_role" "clicks_role" {
  name = "clicks-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "kinesisanalytics.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
