# path: compute/take-over-container (ecs-006)
resource "aws_iam_user" "executes" {
  name = "executes"
}

resource "aws_iam_user_policy" "executes" {
  name = "own"
  user = aws_iam_user.executes.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["ecs:ExecuteCommand", "ecs:DescribeTasks"]
        Resource = "*"
      },
    ]
  })
}

# path: compute/take-over-container
resource "aws_iam_user" "knows_task" {
  name = "knows-task"
}

resource "aws_iam_user_policy" "knows_task" {
  name = "own"
  user = aws_iam_user.knows_task.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ecs:ExecuteCommand"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/take-over-container (ecs-006)
resource "aws_iam_user" "lists" {
  name = "lists"
}

resource "aws_iam_user_policy" "lists" {
  name = "own"
  user = aws_iam_user.lists.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["'ecs:List*'", "ecs:DescribeTasks"]
        Resource = "*"
      },
    ]
  })
}

resource "aws_ecs_cluster" "cluster" {
  name = "cluster"
}

resource "aws_ecs_service" "shop" {
  name                   = "shop"
  cluster                = aws_ecs_cluster.cluster.id
  task_definition        = aws_ecs_task_definition.task.arn
  enable_execute_command = true

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
