# threat: compute/host-network
resource "aws_ecs_task_definition" "host" {
  family       = "host"
  network_mode = "host"
  container_definitions = jsonencode([
    { name = "shop", image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1" }
  ])
}

# mitigated: compute/host-network
resource "aws_ecs_task_definition" "own" {
  family       = "own"
  network_mode = "awsvpc"
  container_definitions = jsonencode([
    { name = "shop", image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1" }
  ])
}
