# judged otherwise: rotation needs a function that is named, where CloudFormation can make one by itself.

# threat: secrets/no-rotation
resource "aws_secretsmanager_secret" "fixed" {
  name = "fixed"
}

# mitigated: secrets/no-rotation
resource "aws_secretsmanager_secret" "rotated" {
  name = "rotated"
}

resource "aws_secretsmanager_secret_rotation" "schedule" {
  secret_id           = aws_secretsmanager_secret.rotated.arn
  rotation_lambda_arn = "arn:aws:lambda:eu-west-1:111122223333:function:rotate"

  rotation_rules {
    schedule_expression = "rate(30 days)"
  }
}
