# path: compute/workload-credentials
resource "aws_lambda_function" "worker" {
  function_name = "worker"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.worker_role.arn
  filename      = "handler.zip"
}

resource "aws_iam_role" "worker_role" {
  name = "worker-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

# no path: compute/workload-credentials
resource "aws_instance" "no_metadata" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t4g.micro"
  iam_instance_profile = aws_iam_instance_profile.profile.name

  metadata_options {
    http_endpoint = "disabled"
  }
}

# path: compute/workload-credentials
resource "aws_instance" "machine" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t4g.micro"
  iam_instance_profile = aws_iam_instance_profile.profile.name
}

# no path: compute/workload-credentials
resource "aws_instance" "no_profile" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t4g.micro"
}

resource "aws_iam_instance_profile" "profile" {
  role = aws_iam_role.machine_role.name
}

resource "aws_iam_role" "machine_role" {
  name = "machine-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
