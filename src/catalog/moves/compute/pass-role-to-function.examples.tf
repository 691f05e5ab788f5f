# path: compute/pass-role-to-function (lambda-001)
resource "aws_iam_user" "invokes" {
  name = "invokes"
}

resource "aws_iam_user_policy" "invokes" {
  name = "own"
  user = aws_iam_user.invokes.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.passed.arn
      },
      {
        Effect   = "Allow"
        Action   = ["lambda:CreateFunction", "lambda:InvokeFunction"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-function (lambda-001)
resource "aws_iam_user" "invokes_not_all" {
  name = "invokes-not-all"
}

resource "aws_iam_user_policy" "invokes_not_all" {
  name = "own"
  user = aws_iam_user.invokes_not_all.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.passed.arn
      },
      {
        Effect   = "Allow"
        Action   = "lambda:CreateFunction"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-function
resource "aws_iam_user" "for_another_service" {
  name = "for-another-service"
}

resource "aws_iam_user_policy" "for_another_service" {
  name = "own"
  user = aws_iam_user.for_another_service.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "iam:PassRole"
        Resource  = aws_iam_role.passed.arn
        Condition = { StringEquals = { "iam:PassedToService" = "other.amazonaws.com" } }
      },
      {
        Effect   = "Allow"
        Action   = ["lambda:CreateFunction", "lambda:InvokeFunction"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-function
resource "aws_iam_user" "another_role" {
  name = "another-role"
}

resource "aws_iam_user_policy" "another_role" {
  name = "own"
  user = aws_iam_user.another_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.not_for_it.arn
      },
      {
        Effect   = "Allow"
        Action   = ["lambda:CreateFunction", "lambda:InvokeFunction"]
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-function (lambda-006)
resource "aws_iam_user" "lets_others_invoke" {
  name = "lets-others-invoke"
}

resource "aws_iam_user_policy" "lets_others_invoke" {
  name = "own"
  user = aws_iam_user.lets_others_invoke.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.passed.arn
      },
      {
        Effect   = "Allow"
        Action   = ["lambda:CreateFunction", "lambda:AddPermission"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-function (lambda-006)
resource "aws_iam_user" "lets_others_invoke_not_all" {
  name = "lets-others-invoke-not-all"
}

resource "aws_iam_user_policy" "lets_others_invoke_not_all" {
  name = "own"
  user = aws_iam_user.lets_others_invoke_not_all.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.passed.arn
      },
      {
        Effect   = "Allow"
        Action   = "lambda:CreateFunction"
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-function (lambda-002)
resource "aws_iam_user" "maps_events" {
  name = "maps-events"
}

resource "aws_iam_user_policy" "maps_events" {
  name = "own"
  user = aws_iam_user.maps_events.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.passed.arn
      },
      {
        Effect   = "Allow"
        Action   = ["lambda:CreateFunction", "lambda:CreateEventSourceMapping"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-function (lambda-002)
resource "aws_iam_user" "maps_events_not_all" {
  name = "maps-events-not-all"
}

resource "aws_iam_user_policy" "maps_events_not_all" {
  name = "own"
  user = aws_iam_user.maps_events_not_all.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.passed.arn
      },
      {
        Effect   = "Allow"
        Action   = "lambda:CreateFunction"
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-function (aws/dynamodb-trigger)
resource "aws_iam_user" "fills_table" {
  name = "fills-table"
}

resource "aws_iam_user_policy" "fills_table" {
  name = "own"
  user = aws_iam_user.fills_table.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.passed.arn
      },
      {
        Effect   = "Allow"
        Action   = ["lambda:CreateFunction", "lambda:CreateEventSourceMapping", "dynamodb:CreateTable", "dynamodb:PutItem"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-function (aws/dynamodb-trigger)
resource "aws_iam_user" "fills_table_not_all" {
  name = "fills-table-not-all"
}

resource "aws_iam_user_policy" "fills_table_not_all" {
  name = "own"
  user = aws_iam_user.fills_table_not_all.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.passed.arn
      },
      {
        Effect   = "Allow"
        Action   = ["lambda:CreateFunction", "dynamodb:CreateTable", "dynamodb:PutItem"]
        Resource = "*"
      },
    ]
  })
}

resource "aws_iam_role" "passed" {
  name = "passed"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role" "not_for_it" {
  name = "not-for-it"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "other.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "reads" {
  name = "reads"
  role = aws_iam_role.passed.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
        Resource = aws_sqs_queue.queue.arn
      },
      {
        Effect   = "Allow"
        Action   = ["dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:DescribeStream", "dynamodb:ListStreams"]
        Resource = "*"
      },
    ]
  })
}

resource "aws_sqs_queue" "queue" {
  name = "queue"
}
