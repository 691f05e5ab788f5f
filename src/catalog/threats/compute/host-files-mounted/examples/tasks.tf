# threat: compute/host-files-mounted
resource "aws_ecs_task_definition" "engine" {
  family = "engine"
  container_definitions = jsonencode([
    { name = "agent", image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1", mountPoints = [{ sourceVolume = "engine", containerPath = "/var/run/docker.sock" }] }
  ])
  volume {
    name      = "engine"
    host_path = "/var/run/docker.sock"
  }
}

# ok: compute/host-files-mounted
resource "aws_ecs_task_definition" "data" {
  family = "data"
  container_definitions = jsonencode([
    { name = "shop", image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1", mountPoints = [{ sourceVolume = "uploads", containerPath = "/uploads" }] }
  ])
  volume {
    name      = "uploads"
    host_path = "/srv/uploads"
  }
}

# ok: compute/host-files-mounted
resource "aws_ecs_task_definition" "nothing" {
  family = "nothing"
  container_definitions = jsonencode([
    { name = "shop", image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1" }
  ])
}
