# threat: logging/no-service-logs
resource "aws_sfn_state_machine" "silent" {
  role_arn   = "arn:aws:iam::111122223333:role/states"
  definition = jsonencode({ StartAt = "Done", States = { Done = { Type = "Succeed" } } })
}

# mitigated: logging/no-service-logs
resource "aws_sfn_state_machine" "told" {
  role_arn   = "arn:aws:iam::111122223333:role/states"
  definition = jsonencode({ StartAt = "Done", States = { Done = { Type = "Succeed" } } })
  logging_configuration {
    level           = "ALL"
    log_destination = "arn:aws:logs:eu-west-1:111122223333:log-group:states:*"
  }
}
