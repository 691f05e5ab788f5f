# threat: logging/alarm-without-action
resource "aws_cloudwatch_metric_alarm" "mute" {
  alarm_name          = "mute"
  namespace           = "shop"
  metric_name         = "errors"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 5
  comparison_operator = "GreaterThanThreshold"
}

# mitigated: logging/alarm-without-action
resource "aws_cloudwatch_metric_alarm" "loud" {
  alarm_name          = "loud"
  namespace           = "shop"
  metric_name         = "errors"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 5
  comparison_operator = "GreaterThanThreshold"
  alarm_actions       = ["arn:aws:sns:eu-west-1:111122223333:calls"]
}
