# threat: logging/no-retention
resource "aws_cloudwatch_log_group" "for_ever" {
  name = "for-ever"
}

# mitigated: logging/no-retention
resource "aws_cloudwatch_log_group" "for_ayear" {
  name              = "for-ayear"
  retention_in_days = 365
}
