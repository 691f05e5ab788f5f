# judged otherwise: Terraform has no code inline, so that rules on where code comes from see a local archive.

# threat: compute/shared-concurrency
resource "aws_lambda_function" "free" {
  function_name = "free"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/run"
  filename      = "function.zip"
}

# mitigated: compute/shared-concurrency
resource "aws_lambda_function" "limited" {
  function_name                  = "limited"
  runtime                        = "nodejs22.x"
  handler                        = "index.handler"
  role                           = "arn:aws:iam::111122223333:role/run"
  filename                       = "function.zip"
  reserved_concurrent_executions = 10
}
