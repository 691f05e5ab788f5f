# path: compute/rewrite-user-data (ec2-002)
resource "aws_iam_user" "rewrites" {
  name = "rewrites"
}

resource "aws_iam_user_policy" "rewrites" {
  name = "own"
  user = aws_iam_user.rewrites.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["ec2:ModifyInstanceAttribute", "ec2:StopInstances", "ec2:StartInstances"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/rewrite-user-data (ec2-002)
resource "aws_iam_user" "rewrites_not_all" {
  name = "rewrites-not-all"
}

resource "aws_iam_user_policy" "rewrites_not_all" {
  name = "own"
  user = aws_iam_user.rewrites_not_all.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["ec2:ModifyInstanceAttribute", "ec2:StopInstances"]
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
