# as Events
resource "aws_s3_bucket" "events" {
  bucket = "events"
}

# as Deliver
resource "aws_iam_role" "deliver" {
  name               = "deliver"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

# as Lines
resource "aws_cloudwatch_log_group" "lines" {
  name = "lines"
}

# as Told
resource "aws_sns_topic" "told" {
  name = "told"
}

# = Full
resource "aws_cloudtrail" "full" {
  name                       = "full"
  s3_bucket_name             = aws_s3_bucket.events.id
  kms_key_id                 = "arn:aws:kms:eu-west-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.lines.arn}:*"
  cloud_watch_logs_role_arn  = aws_iam_role.deliver.arn
  enable_log_file_validation = true
  is_multi_region_trail      = true
  sns_topic_name             = aws_sns_topic.told.name
}

# = Poor
resource "aws_cloudtrail" "poor" {
  name           = "poor"
  s3_bucket_name = aws_s3_bucket.events.id
}

# = Off
resource "aws_cloudtrail" "off" {
  name           = "off"
  s3_bucket_name = aws_s3_bucket.events.id
  enable_logging = false
}

# = Alarm
resource "aws_cloudwatch_metric_alarm" "alarm" {
  alarm_name          = "alarm"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "Denied"
  namespace           = "Audit"
  period              = 60
  statistic           = "Sum"
  threshold           = 1
  alarm_actions       = [aws_sns_topic.told.arn]
}

# = Rule
resource "aws_config_config_rule" "rule" {
  name = "rule"

  source {
    owner             = "AWS"
    source_identifier = "S3_BUCKET_VERSIONING_ENABLED"
  }
}
