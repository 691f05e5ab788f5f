# path: compute/pass-role-to-agent-tool (bedrock-001)
resource "aws_iam_user" "interprets" {
  name = "interprets"
}

resource "aws_iam_user_policy" "interprets" {
  name = "own"
  user = aws_iam_user.interprets.name
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
        Action   = ["bedrock-agentcore:CreateCodeInterpreter", "bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-agent-tool (bedrock-001)
resource "aws_iam_user" "interprets_not_all" {
  name = "interprets-not-all"
}

resource "aws_iam_user_policy" "interprets_not_all" {
  name = "own"
  user = aws_iam_user.interprets_not_all.name
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
        Action   = ["bedrock-agentcore:CreateCodeInterpreter", "bedrock-agentcore:StartCodeInterpreterSession"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-agent-tool
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
        Action   = ["bedrock-agentcore:CreateCodeInterpreter", "bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-agent-tool
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
        Action   = ["bedrock-agentcore:CreateCodeInterpreter", "bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"]
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-agent-tool (aws/agent-runtime)
resource "aws_iam_user" "runs" {
  name = "runs"
}

resource "aws_iam_user_policy" "runs" {
  name = "own"
  user = aws_iam_user.runs.name
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
        Action   = ["bedrock-agentcore:CreateAgentRuntime", "bedrock-agentcore:InvokeAgentRuntime"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-agent-tool (aws/agent-runtime)
resource "aws_iam_user" "runs_not_all" {
  name = "runs-not-all"
}

resource "aws_iam_user_policy" "runs_not_all" {
  name = "own"
  user = aws_iam_user.runs_not_all.name
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
        Action   = "bedrock-agentcore:CreateAgentRuntime"
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-agent-tool (aws/agent-harness)
resource "aws_iam_user" "harnesses" {
  name = "harnesses"
}

resource "aws_iam_user_policy" "harnesses" {
  name = "own"
  user = aws_iam_user.harnesses.name
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
        Action   = ["bedrock-agentcore:CreateHarness", "bedrock-agentcore:InvokeHarness"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-agent-tool (aws/agent-harness)
resource "aws_iam_user" "harnesses_not_all" {
  name = "harnesses-not-all"
}

resource "aws_iam_user_policy" "harnesses_not_all" {
  name = "own"
  user = aws_iam_user.harnesses_not_all.name
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
        Action   = "bedrock-agentcore:CreateHarness"
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-agent-tool (aws/agent-browser)
resource "aws_iam_user" "browses" {
  name = "browses"
}

resource "aws_iam_user_policy" "browses" {
  name = "own"
  user = aws_iam_user.browses.name
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
        Action   = ["bedrock-agentcore:CreateBrowser", "bedrock-agentcore:StartBrowserSession", "bedrock-agentcore:ConnectBrowserAutomationStream"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-agent-tool (aws/agent-browser)
resource "aws_iam_user" "browses_not_all" {
  name = "browses-not-all"
}

resource "aws_iam_user_policy" "browses_not_all" {
  name = "own"
  user = aws_iam_user.browses_not_all.name
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
        Action   = ["bedrock-agentcore:CreateBrowser", "bedrock-agentcore:StartBrowserSession"]
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
      Principal = { Service = "bedrock-agentcore.amazonaws.com" }
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
