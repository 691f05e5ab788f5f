# path: compute/pass-role-to-training (sagemaker-002)
resource "aws_iam_user" "trains" {
  name = "trains"
}

resource "aws_iam_user_policy" "trains" {
  name = "own"
  user = aws_iam_user.trains.name
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
        Action   = "sagemaker:CreateTrainingJob"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-training (sagemaker-002)
resource "aws_iam_user" "trains_without_passing" {
  name = "trains-without-passing"
}

resource "aws_iam_user_policy" "trains_without_passing" {
  name = "own"
  user = aws_iam_user.trains_without_passing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "sagemaker:CreateTrainingJob"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-training
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
        Action   = "sagemaker:CreateTrainingJob"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-training
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
        Action   = "sagemaker:CreateTrainingJob"
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-training (sagemaker-003)
resource "aws_iam_user" "processes" {
  name = "processes"
}

resource "aws_iam_user_policy" "processes" {
  name = "own"
  user = aws_iam_user.processes.name
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
        Action   = "sagemaker:CreateProcessingJob"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-training (sagemaker-003)
resource "aws_iam_user" "processes_without_passing" {
  name = "processes-without-passing"
}

resource "aws_iam_user_policy" "processes_without_passing" {
  name = "own"
  user = aws_iam_user.processes_without_passing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "sagemaker:CreateProcessingJob"
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-training
resource "aws_iam_user" "runs_pipeline" {
  name = "runs-pipeline"
}

resource "aws_iam_user_policy" "runs_pipeline" {
  name = "own"
  user = aws_iam_user.runs_pipeline.name
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
        Action   = ["sagemaker:CreatePipeline", "sagemaker:StartPipelineExecution"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-training
resource "aws_iam_user" "runs_pipeline_not_all" {
  name = "runs-pipeline-not-all"
}

resource "aws_iam_user_policy" "runs_pipeline_not_all" {
  name = "own"
  user = aws_iam_user.runs_pipeline_not_all.name
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
        Action   = "sagemaker:CreatePipeline"
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
      Principal = { Service = "sagemaker.amazonaws.com" }
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
