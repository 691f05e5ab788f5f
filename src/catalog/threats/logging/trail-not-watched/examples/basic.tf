# threat: logging/trail-not-watched
resource "aws_cloudtrail" "unread" {
  name           = "unread"
  s3_bucket_name = "trail-logs"
}

# mitigated: logging/trail-not-watched
resource "aws_cloudtrail" "read" {
  name                       = "read"
  s3_bucket_name             = "trail-logs"
  cloud_watch_logs_group_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:trail:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::111122223333:role/trail"
}
