# path: compute/use-host-role
resource "aws_ecs_service" "on_the_bridge" {
  name            = "on-the-bridge"
  cluster         = aws_ecs_cluster.wide.id
  task_definition = aws_ecs_task_definition.task.arn
  launch_type     = "EC2"
  desired_count   = 1
}

# no path: compute/use-host-role
resource "aws_ecs_service" "on_the_bridge_one_hop" {
  name            = "on-the-bridge-one-hop"
  cluster         = aws_ecs_cluster.narrow.id
  task_definition = aws_ecs_task_definition.task.arn
  launch_type     = "EC2"
  desired_count   = 1
}

# path: compute/use-host-role
resource "aws_ecs_service" "in_the_network_of_the_host" {
  name            = "in-the-network-of-the-host"
  cluster         = aws_ecs_cluster.narrow.id
  task_definition = aws_ecs_task_definition.host_task.arn
  launch_type     = "EC2"
  desired_count   = 1
}

# no path: compute/use-host-role
resource "aws_ecs_service" "without_machines" {
  name            = "without-machines"
  cluster         = aws_ecs_cluster.wide.id
  task_definition = aws_ecs_task_definition.task.arn
  launch_type     = "FARGATE"
  desired_count   = 1
}

resource "aws_ecs_cluster" "wide" {
  name = "wide"
}

resource "aws_ecs_cluster" "narrow" {
  name = "narrow"
}

resource "aws_ecs_task_definition" "task" {
  family                = "task"
  network_mode          = "bridge"
  container_definitions = jsonencode([{ name = "app", image = "app:1", memory = 128 }])
}

resource "aws_ecs_task_definition" "host_task" {
  family                = "host-task"
  network_mode          = "host"
  container_definitions = jsonencode([{ name = "app", image = "app:1", memory = 128 }])
}

resource "aws_launch_template" "wide_template" {
  image_id  = "ami-0123456789abcdef0"
  user_data = base64encode("echo ECS_CLUSTER=${aws_ecs_cluster.wide.name} >> /etc/ecs/ecs.config")

  iam_instance_profile {
    arn = aws_iam_instance_profile.profile.arn
  }

  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 2
  }
}

resource "aws_autoscaling_group" "wide_group" {
  min_size = 1
  max_size = 1

  launch_template {
    id      = aws_launch_template.wide_template.id
    version = aws_launch_template.wide_template.latest_version
  }
}

resource "aws_launch_template" "narrow_template" {
  image_id  = "ami-0123456789abcdef0"
  user_data = base64encode("echo ECS_CLUSTER=${aws_ecs_cluster.narrow.name} >> /etc/ecs/ecs.config")

  iam_instance_profile {
    arn = aws_iam_instance_profile.profile.arn
  }

  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }
}

resource "aws_autoscaling_group" "narrow_group" {
  min_size = 1
  max_size = 1

  launch_template {
    id      = aws_launch_template.narrow_template.id
    version = aws_launch_template.narrow_template.latest_version
  }
}

resource "aws_iam_role" "machine_role" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_instance_profile" "profile" {
  role = aws_iam_role.machine_role.name
}
