# path: compute/take-over-agent-tool (bedrock-002)
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
        Action   = ["bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/take-over-agent-tool (bedrock-002)
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
        Action   = "bedrock-agentcore:StartCodeInterpreterSession"
        Resource = "*"
      },
    ]
  })
}

# path: compute/take-over-agent-tool (aws/agent-runtime-command)
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
        Action   = "bedrock-agentcore:InvokeAgentRuntimeCommand"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/take-over-agent-tool (aws/agent-runtime-command)
resource "aws_iam_user" "commands_not_all" {
  name = "commands-not-all"
}

resource "aws_iam_user_policy" "commands_not_all" {
  name = "own"
  user = aws_iam_user.commands_not_all.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "bedrock-agentcore:GetAgentRuntime"
        Resource = "*"
      },
    ]
  })
}

# path: compute/take-over-agent-tool (aws/agent-browser-session)
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
        Action   = ["bedrock-agentcore:StartBrowserSession", "bedrock-agentcore:ConnectBrowserAutomationStream"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/take-over-agent-tool (aws/agent-browser-session)
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
        Action   = "bedrock-agentcore:StartBrowserSession"
        Resource = "*"
      },
    ]
  })
}

resource "aws_bedrockagentcore_code_interpreter" "interpreter" {
  name               = "interpreter"
  execution_role_arn = aws_iam_role.tool_role.arn

  network_configuration {
    network_mode = "SANDBOX"
  }
}

resource "aws_bedrockagentcore_agent_runtime" "agent" {
  agent_runtime_name = "agent"
  role_arn           = aws_iam_role.agent_role.arn

  agent_runtime_artifact {
    container_configuration {
      container_uri = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/agent@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
    }
  }

  network_configuration {
    network_mode = "PUBLIC"
  }
}

resource "aws_bedrockagentcore_browser" "browser" {
  name               = "browser"
  execution_role_arn = aws_iam_role.browser_role.arn

  network_configuration {
    network_mode = "PUBLIC"
  }
}

resource "aws_iam_role" "tool_role" {
  name = "tool-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "bedrock-agentcore.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role" "agent_role" {
  name = "agent-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "bedrock-agentcore.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role" "browser_role" {
  name = "browser-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "bedrock-agentcore.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
