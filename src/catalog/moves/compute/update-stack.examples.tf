# path: compute/update-stack (cloudformation-002)
resource "aws_iam_user" "updates" {
  name = "updates"
}

resource "aws_iam_user_policy" "updates" {
  name = "own"
  user = aws_iam_user.updates.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "cloudformation:UpdateStack"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/update-stack (cloudformation-002)
resource "aws_iam_user" "describes" {
  name = "describes"
}

resource "aws_iam_user_policy" "describes" {
  name = "own"
  user = aws_iam_user.describes.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "cloudformation:DescribeStacks"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/update-stack (cloudformation-002)
resource "aws_iam_user" "updates_one" {
  name = "updates-one"
}

resource "aws_iam_user_policy" "updates_one" {
  name = "own"
  user = aws_iam_user.updates_one.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "cloudformation:UpdateStack"
        Resource = "arn:aws:cloudformation:eu-west-1:111122223333:stack/one/abc"
      },
    ]
  })
}

# path: compute/update-stack (cloudformation-005)
resource "aws_iam_user" "changes_by_set" {
  name = "changes-by-set"
}

resource "aws_iam_user_policy" "changes_by_set" {
  name = "own"
  user = aws_iam_user.changes_by_set.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/update-stack (cloudformation-005)
resource "aws_iam_user" "prepares_set" {
  name = "prepares-set"
}

resource "aws_iam_user_policy" "prepares_set" {
  name = "own"
  user = aws_iam_user.prepares_set.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "cloudformation:CreateChangeSet"
        Resource = "*"
      },
    ]
  })
}

resource "aws_iam_role" "deployment" {
  name = "deployment"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "cloudformation.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
