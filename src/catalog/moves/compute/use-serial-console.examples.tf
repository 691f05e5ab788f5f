# path: compute/use-serial-console (aws/serial-console)
resource "aws_iam_user" "connects" {
  name = "connects"
}

resource "aws_iam_user_policy" "connects" {
  name = "own"
  user = aws_iam_user.connects.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ec2-instance-connect:SendSerialConsoleSSHPublicKey"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/use-serial-console (aws/serial-console)
resource "aws_iam_user" "connects_not_all" {
  name = "connects-not-all"
}

resource "aws_iam_user_policy" "connects_not_all" {
  name = "own"
  user = aws_iam_user.connects_not_all.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ec2:GetSerialConsoleAccessStatus"
        Resource = "*"
      },
    ]
  })
}

resource "aws_instance" "machine" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = aws_iam_instance_profile.profile.name
}

resource "aws_iam_instance_profile" "profile" {
  name = "profile"
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
