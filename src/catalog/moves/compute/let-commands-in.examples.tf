# path: compute/let-commands-in
resource "aws_iam_user" "switches" {
  name = "switches"
}

resource "aws_iam_user_policy" "switches" {
  name = "own"
  user = aws_iam_user.switches.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["ecs:UpdateService", "ecs:ExecuteCommand"]
      Resource = "*"
    }]
  })
}

# no path: compute/let-commands-in
resource "aws_iam_user" "only_switches" {
  name = "only-switches"
}

resource "aws_iam_user_policy" "only_switches" {
  name = "own"
  user = aws_iam_user.only_switches.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "ecs:UpdateService"
      Resource = "*"
    }]
  })
}

# no path: compute/let-commands-in
resource "aws_iam_user" "only_executes" {
  name = "only-executes"
}

resource "aws_iam_user_policy" "only_executes" {
  name = "own"
  user = aws_iam_user.only_executes.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "ecs:ExecuteCommand"
      Resource = "*"
    }]
  })
}

resource "aws_ecs_cluster" "cluster" {
  name = "cluster"
}

resource "aws_ecs_service" "shop" {
  name            = "shop"
  cluster         = aws_ecs_cluster.cluster.id
  task_definition = aws_ecs_task_definition.task.arn

  network_configuration {
    subnets         = ["subnet-1"]
    security_groups = ["sg-1"]
  }
}

resource "aws_ecs_task_definition" "task" {
  family                = "shop"
  task_role_arn         = aws_iam_role.task_role.arn
  container_definitions = jsonencode([{ name = "shop", image = "example/shop:1" }])
}

resource "aws_iam_role" "task_role" {
  name = "task-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
