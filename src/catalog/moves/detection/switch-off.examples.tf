# path: detection/switch-off
resource "aws_iam_user" "stops_the_trail" {
  name = "stops-the-trail"
}

resource "aws_iam_user_policy" "stops_the_trail" {
  name = "own"
  user = aws_iam_user.stops_the_trail.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "cloudtrail:StopLogging"
      Resource = aws_cloudtrail.trail.arn
    }]
  })
}

# path: detection/switch-off
resource "aws_iam_user" "narrows_the_trail" {
  name = "narrows-the-trail"
}

resource "aws_iam_user_policy" "narrows_the_trail" {
  name = "own"
  user = aws_iam_user.narrows_the_trail.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "cloudtrail:PutEventSelectors"
      Resource = aws_cloudtrail.trail.arn
    }]
  })
}

# no path: detection/switch-off
resource "aws_iam_user" "looks_at_the_trail" {
  name = "looks-at-the-trail"
}

resource "aws_iam_user_policy" "looks_at_the_trail" {
  name = "own"
  user = aws_iam_user.looks_at_the_trail.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["cloudtrail:GetTrailStatus", "cloudtrail:LookupEvents"]
      Resource = "*"
    }]
  })
}

# path: detection/switch-off
resource "aws_iam_user" "deletes_the_detector" {
  name = "deletes-the-detector"
}

resource "aws_iam_user_policy" "deletes_the_detector" {
  name = "own"
  user = aws_iam_user.deletes_the_detector.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "guardduty:DeleteDetector"
      Resource = "*"
    }]
  })
}

# no path: detection/switch-off
resource "aws_iam_user" "is_held_back" {
  name = "is-held-back"
}

resource "aws_iam_user_policy" "is_held_back" {
  name = "own"
  user = aws_iam_user.is_held_back.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "cloudtrail:*"
        Resource = "*"
      },
      {
        Effect   = "Deny"
        Action   = ["cloudtrail:StopLogging", "cloudtrail:DeleteTrail", "cloudtrail:UpdateTrail", "cloudtrail:PutEventSelectors"]
        Resource = "*"
      },
    ]
  })
}

resource "aws_s3_bucket" "records" {}

resource "aws_cloudtrail" "trail" {
  name                          = "trail"
  is_multi_region_trail         = true
  include_global_service_events = true
  enable_log_file_validation    = true
  s3_bucket_name                = aws_s3_bucket.records.id
}

resource "aws_guardduty_detector" "detector" {
  enable = true
}
