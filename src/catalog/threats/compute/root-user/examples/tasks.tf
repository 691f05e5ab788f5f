# threat: compute/root-user
resource "aws_ecs_task_definition" "root" {
  family = "root"
  container_definitions = jsonencode([
    { name = "shop", image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1", user = "0:0" }
  ])
}

# mitigated: compute/root-user
resource "aws_ecs_task_definition" "own" {
  family = "own"
  container_definitions = jsonencode([
    { name = "shop", image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1", user = "1000:1000" }
  ])
}

# ok: compute/root-user
resource "aws_ecs_task_definition" "of_the_image" {
  family = "of_the_image"
  container_definitions = jsonencode([
    { name = "shop", image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1" }
  ])
}
