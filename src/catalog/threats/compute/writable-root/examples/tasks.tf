# threat: compute/writable-root
resource "aws_ecs_task_definition" "writable" {
  family = "writable"
  container_definitions = jsonencode([
    { name = "shop", image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1" }
  ])
}

# mitigated: compute/writable-root
resource "aws_ecs_task_definition" "read_only" {
  family = "read_only"
  container_definitions = jsonencode([
    { name = "shop", image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1", readonlyRootFilesystem = true }
  ])
}
