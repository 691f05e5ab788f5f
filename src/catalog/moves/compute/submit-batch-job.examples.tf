# path: compute/submit-batch-job (batch-002)
resource "aws_iam_user" "submits" {
  name = "submits"
}

resource "aws_iam_user_policy" "submits" {
  name = "own"
  user = aws_iam_user.submits.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "batch:SubmitJob"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/submit-batch-job (batch-002)
resource "aws_iam_user" "submits_not_all" {
  name = "submits-not-all"
}

resource "aws_iam_user_policy" "submits_not_all" {
  name = "own"
  user = aws_iam_user.submits_not_all.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "batch:ListJobs"
        Resource = "*"
      },
    ]
  })
}

resource "aws_batch_job_definition" "nightly" {
  name = "nightly"
  type = "container"
  container_properties = jsonencode({
    image      = "public.ecr.aws/docker/library/busybox:1.37"
    jobRoleArn = aws_iam_role.job_role.arn
    vcpus      = 1
    memory     = 512
  })
}

resource "aws_iam_role" "job_role" {
  name = "job-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
