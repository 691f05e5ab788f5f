# path: compute/use-airflow (aws/airflow-token)
resource "aws_iam_user" "commands" {
  name = "commands"
}

resource "aws_iam_user_policy" "commands" {
  name = "own"
  user = aws_iam_user.commands.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "airflow:CreateCliToken"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/use-airflow (aws/airflow-token)
resource "aws_iam_user" "commands_not_all" {
  name = "commands-not-all"
}

resource "aws_iam_user_policy" "commands_not_all" {
  name = "own"
  user = aws_iam_user.commands_not_all.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "airflow:GetEnvironment"
        Resource = "*"
      },
    ]
  })
}

resource "aws_mwaa_environment" "flows" {
  name               = "flows"
  execution_role_arn = aws_iam_role.flows_role.arn
  dag_s3_path        = "dags"
  source_bucket_arn  = "arn:aws:s3:::shop-flows"

  network_configuration {
    security_group_ids = ["sg-0123456789abcdef0"]
    subnet_ids         = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
}

resource "aws_iam_role" "flows_role" {
  name = "flows-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = ["airflow.amazonaws.com", "airflow-env.amazonaws.com"] }
      Action    = "sts:AssumeRole"
    }]
  })
}
