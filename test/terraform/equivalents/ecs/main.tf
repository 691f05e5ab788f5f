# as Image
resource "aws_ecr_repository" "shop" {
  name = "shop"
}

# as Logs
resource "aws_cloudwatch_log_group" "shop" {
  name = "shop"
}

# as TaskRole
resource "aws_iam_role" "task" {
  name = "shop-task"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ecs-tasks.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

# as Secret
resource "aws_secretsmanager_secret" "api" {
  name = "api"
}

# as Files
resource "aws_efs_file_system" "files" {}

# as StorageKey
resource "aws_kms_key" "storage" {}

# = Cluster
resource "aws_ecs_cluster" "main" {
  name = "main"
  configuration {
    execute_command_configuration {
      logging = "OVERRIDE"
      log_configuration {
        cloud_watch_log_group_name = aws_cloudwatch_log_group.shop.name
      }
    }
    managed_storage_configuration {
      fargate_ephemeral_storage_kms_key_id = aws_kms_key.storage.arn
    }
  }
}

# = Task
resource "aws_ecs_task_definition" "shop" {
  family                   = "shop"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  task_role_arn            = aws_iam_role.task.arn
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "${aws_ecr_repository.shop.repository_url}:latest"
      privileged   = false
      portMappings = [{ containerPort = 8080, protocol = "tcp" }]
      environment = [
        { name = "MODE", value = "live" },
        { name = "SETTINGS", value = jsonencode({ password = "hunter2hunter2" }) },
        { name = "DB_PASSWORD", value = "correct-horse-battery" },
      ]
      secrets = [{ name = "API_KEY", valueFrom = aws_secretsmanager_secret.api.arn }]
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group  = aws_cloudwatch_log_group.shop.name
          awslogs-region = "eu-west-1"
        }
      }
      mountPoints = [{ sourceVolume = "files", containerPath = "/files" }]
    },
  ])
  volume {
    name = "files"
    efs_volume_configuration {
      file_system_id     = aws_efs_file_system.files.id
      transit_encryption = "ENABLED"
      authorization_config {
        iam = "ENABLED"
      }
    }
  }
}

# = Service
resource "aws_ecs_service" "shop" {
  name                   = "shop"
  cluster                = aws_ecs_cluster.main.id
  task_definition        = aws_ecs_task_definition.shop.arn
  launch_type            = "FARGATE"
  enable_execute_command = true
  network_configuration {
    subnets          = ["subnet-0a", "subnet-0b"]
    security_groups  = ["sg-0a"]
    assign_public_ip = true
  }
}

# = HostTask
resource "aws_ecs_task_definition" "agent" {
  family                = "agent"
  pid_mode              = "host"
  container_definitions = <<-JSON
    [{"name": "agent", "image": "public.ecr.aws/example/agent@sha256:0000000000000000000000000000000000000000000000000000000000000000", "privileged": true}]
  JSON
}
