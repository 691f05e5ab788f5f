# threat: identity/wide-policy
resource "aws_iam_policy" "everything" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}

# threat: identity/wide-policy
resource "aws_iam_policy" "keys" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["iam:CreateAccessKey"], Resource = "*" }]
  })
}

# ok: identity/wide-policy
resource "aws_iam_policy" "narrow" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "sqs:SendMessage", Resource = "arn:aws:sqs:eu-west-1:111122223333:orders" },
      { Effect = "Allow", Action = "ec2:DescribeInstances", Resource = "*" }
    ]
  })
}
