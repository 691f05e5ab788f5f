# path: compute/rewrite-state-machine (stepfunctions-002)
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
        Action   = ["states:UpdateStateMachine", "states:StartExecution"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/rewrite-state-machine (stepfunctions-002)
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
        Action   = "states:StartExecution"
        Resource = "*"
      },
    ]
  })
}

resource "aws_sfn_state_machine" "machine" {
  name       = "machine"
  role_arn   = aws_iam_role.machine_role.arn
  definition = jsonencode({ StartAt = "End", States = { End = { Type = "Succeed" } } })
}

resource "aws_iam_role" "machine_role" {
  name = "machine-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "states.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
