# threat: compute/privileged-container
resource "aws_ecs_task_definition" "agent" {
  family = "agent"
  container_definitions = jsonencode([{
    name       = "agent"
    image      = "example/agent:1"
    memory     = 128
    privileged = true
  }])
}

# ok: compute/privileged-container
resource "aws_ecs_task_definition" "shop" {
  family                = "shop"
  container_definitions = jsonencode([{ name = "shop", image = "example/shop:1", memory = 128 }])
}
