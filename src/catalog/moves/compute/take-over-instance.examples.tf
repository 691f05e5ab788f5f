# path: compute/take-over-instance
resource "aws_iam_user" "shell" {
  name = "shell"
}

resource "aws_iam_user_policy" "shell" {
  name = "own"
  user = aws_iam_user.shell.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "ssm:StartSession"
      Resource = "*"
    }]
  })
}

# path: compute/take-over-instance
resource "aws_iam_user" "commands" {
  name = "commands"
}

resource "aws_iam_user_policy" "commands" {
  name = "own"
  user = aws_iam_user.commands.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "ssm:SendCommand"
      Resource = "*"
    }]
  })
}

# no path: compute/take-over-instance
resource "aws_iam_user" "looks" {
  name = "looks"
}

resource "aws_iam_user_policy" "looks" {
  name = "own"
  user = aws_iam_user.looks.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "ssm:Describe*"
      Resource = "*"
    }]
  })
}

resource "aws_instance" "machine" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t4g.micro"
  iam_instance_profile = aws_iam_instance_profile.profile.name
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

resource "aws_iam_role_policy_attachment" "machine_role" {
  role       = aws_iam_role.machine_role.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}
