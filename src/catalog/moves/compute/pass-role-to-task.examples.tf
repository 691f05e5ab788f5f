# path: compute/pass-role-to-task (ecs-004)
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
        Action   = ["ecs:RegisterTaskDefinition", "ecs:RunTask"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-task (ecs-004)
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
        Action   = "ecs:RegisterTaskDefinition"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-task
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
        Action   = ["ecs:RegisterTaskDefinition", "ecs:RunTask"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-task
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
        Action   = ["ecs:RegisterTaskDefinition", "ecs:RunTask"]
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-task (ecs-003)
resource "aws_iam_user" "serves" {
  name = "serves"
}

resource "aws_iam_user_policy" "serves" {
  name = "own"
  user = aws_iam_user.serves.name
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
        Action   = ["ecs:RegisterTaskDefinition", "ecs:CreateService"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-task (ecs-003)
resource "aws_iam_user" "serves_not_all" {
  name = "serves-not-all"
}

resource "aws_iam_user_policy" "serves_not_all" {
  name = "own"
  user = aws_iam_user.serves_not_all.name
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
        Action   = "ecs:RegisterTaskDefinition"
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-task (ecs-005)
resource "aws_iam_user" "starts_where_instances_are" {
  name = "starts-where-instances-are"
}

resource "aws_iam_user_policy" "starts_where_instances_are" {
  name = "own"
  user = aws_iam_user.starts_where_instances_are.name
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
        Action   = ["ecs:RegisterTaskDefinition", "ecs:StartTask"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-task (ecs-005)
resource "aws_iam_user" "starts_where_instances_are_not_all" {
  name = "starts-where-instances-are-not-all"
}

resource "aws_iam_user_policy" "starts_where_instances_are_not_all" {
  name = "own"
  user = aws_iam_user.starts_where_instances_are_not_all.name
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
        Action   = "ecs:RegisterTaskDefinition"
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-task (ecs-008)
resource "aws_iam_user" "overrides" {
  name = "overrides"
}

resource "aws_iam_user_policy" "overrides" {
  name = "own"
  user = aws_iam_user.overrides.name
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
        Action   = "ecs:RunTask"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-task (ecs-008)
resource "aws_iam_user" "overrides_without_passing" {
  name = "overrides-without-passing"
}

resource "aws_iam_user_policy" "overrides_without_passing" {
  name = "own"
  user = aws_iam_user.overrides_without_passing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ecs:RunTask"
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-task (ecs-009)
resource "aws_iam_user" "overrides_on_instance" {
  name = "overrides-on-instance"
}

resource "aws_iam_user_policy" "overrides_on_instance" {
  name = "own"
  user = aws_iam_user.overrides_on_instance.name
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
        Action   = "ecs:StartTask"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-task (ecs-009)
resource "aws_iam_user" "overrides_on_instance_without_passing" {
  name = "overrides-on-instance-without-passing"
}

resource "aws_iam_user_policy" "overrides_on_instance_without_passing" {
  name = "own"
  user = aws_iam_user.overrides_on_instance_without_passing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ecs:StartTask"
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-task (ecs-007)
resource "aws_iam_user" "brings_instance" {
  name = "brings-instance"
}

resource "aws_iam_user_policy" "brings_instance" {
  name = "own"
  user = aws_iam_user.brings_instance.name
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
        Action   = ["ecs:StartTask", "ecs:RegisterContainerInstance"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-task (ecs-007)
resource "aws_iam_user" "brings_instance_without_passing" {
  name = "brings-instance-without-passing"
}

resource "aws_iam_user_policy" "brings_instance_without_passing" {
  name = "own"
  user = aws_iam_user.brings_instance_without_passing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["ecs:StartTask", "ecs:RegisterContainerInstance"]
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
      Principal = { Service = "ecs-tasks.amazonaws.com" }
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

resource "aws_ecs_cluster" "cluster" {
  name = "cluster"
}

resource "aws_ecs_task_definition" "task" {
  family                = "task"
  container_definitions = jsonencode([{ name = "main", image = "public.ecr.aws/docker/library/busybox:1.37" }])
}
