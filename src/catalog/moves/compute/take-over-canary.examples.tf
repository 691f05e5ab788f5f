# path: compute/take-over-canary
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
        Action   = "synthetics:UpdateCanary"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/take-over-canary
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
        Action   = "synthetics:StopCanary"
        Resource = "*"
      },
    ]
  })
}

resource "aws_synthetics_canary" "probe" {
  name                 = "probe"
  runtime_version      = "syn-nodejs-puppeteer-10.0"
  artifact_s3_location = "s3://shop-probes"
  execution_role_arn   = aws_iam_role.probe_role.arn
  handler              = "probe.handler"
  s3_bucket            = "shop-code"
  s3_key               = "probe.zip"

  schedule {
    expression = "rate(5 minutes)"
  }
}

resource "aws_iam_role" "probe_role" {
  name = "probe-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
