# path: compute/take-over-instance (ssm-001)
resource "aws_iam_user" "shell_by_document" {
  name = "shell-by-document"
}

resource "aws_iam_user_policy" "shell_by_document" {
  name = "own"
  user = aws_iam_user.shell_by_document.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "ssm:StartSession"
        Resource  = ["arn:aws:ec2:*:*:instance/*", "arn:aws:ssm:*:*:document/SSM-SessionManagerRunShell"]
        Condition = { BoolIfExists = { "ssm:SessionDocumentAccessCheck" = "true" } }
      },
    ]
  })
}

# no path: compute/take-over-instance (ssm-001)
resource "aws_iam_user" "forwards_ports" {
  name = "forwards-ports"
}

resource "aws_iam_user_policy" "forwards_ports" {
  name = "own"
  user = aws_iam_user.forwards_ports.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "ssm:StartSession"
        Resource  = ["arn:aws:ec2:*:*:instance/*", "arn:aws:ssm:*::document/AWS-StartPortForwardingSession"]
        Condition = { BoolIfExists = { "ssm:SessionDocumentAccessCheck" = "true" } }
      },
    ]
  })
}

# path: compute/take-over-instance (ssm-001)
resource "aws_iam_user" "shell" {
  name = "shell"
}

resource "aws_iam_user_policy" "shell" {
  name = "own"
  user = aws_iam_user.shell.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ssm:StartSession"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/take-over-instance (ssm-001)
resource "aws_iam_user" "looks" {
  name = "looks"
}

resource "aws_iam_user_policy" "looks" {
  name = "own"
  user = aws_iam_user.looks.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "'ssm:Describe*'"
        Resource = "*"
      },
    ]
  })
}

# path: compute/take-over-instance (ssm-002)
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
        Action   = "ssm:SendCommand"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/take-over-instance (ssm-002)
resource "aws_iam_user" "commands_by_one_document" {
  name = "commands-by-one-document"
}

resource "aws_iam_user_policy" "commands_by_one_document" {
  name = "own"
  user = aws_iam_user.commands_by_one_document.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ssm:SendCommand"
        Resource = ["arn:aws:ec2:*:*:instance/*", "arn:aws:ssm:*:*:document/shop-restart"]
      },
    ]
  })
}

# path: compute/take-over-instance
resource "aws_iam_user" "writes_document" {
  name = "writes-document"
}

resource "aws_iam_user_policy" "writes_document" {
  name = "own"
  user = aws_iam_user.writes_document.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ssm:SendCommand"
        Resource = ["arn:aws:ec2:*:*:instance/*", "arn:aws:ssm:*:*:document/shop-*"]
      },
      {
        Effect   = "Allow"
        Action   = "ssm:CreateDocument"
        Resource = "*"
      },
    ]
  })
}

# path: compute/take-over-instance (aws/managed-association)
resource "aws_iam_user" "associates" {
  name = "associates"
}

resource "aws_iam_user_policy" "associates" {
  name = "own"
  user = aws_iam_user.associates.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ssm:CreateAssociation"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/take-over-instance (aws/managed-association)
resource "aws_iam_user" "lists_associations" {
  name = "lists-associations"
}

resource "aws_iam_user_policy" "lists_associations" {
  name = "own"
  user = aws_iam_user.lists_associations.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ssm:ListAssociations"
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

resource "aws_iam_role_policy_attachment" "machine_role" {
  role       = aws_iam_role.machine_role.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}
