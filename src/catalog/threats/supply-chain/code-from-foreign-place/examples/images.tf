data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

# threat: supply-chain/code-from-foreign-place
resource "aws_ecs_task_definition" "latest" {
  family                = "latest"
  container_definitions = jsonencode([{ name = "web", image = "nginx:latest", memory = 128 }])
}

# mitigated: supply-chain/code-from-foreign-place
resource "aws_ecs_task_definition" "by_digest" {
  family = "by-digest"
  container_definitions = jsonencode([{
    name   = "web"
    image  = "nginx@sha256:6a59f1cbb8d28ac484176d52c473494859a512ddba3ea62a547258cf16c9b3ae"
    memory = 128
  }])
}

# ok: supply-chain/code-from-foreign-place
resource "aws_ecs_task_definition" "own" {
  family = "own"
  container_definitions = jsonencode([{
    name   = "web"
    image  = "${data.aws_caller_identity.current.account_id}.dkr.ecr.${data.aws_region.current.name}.amazonaws.com/web:1.4"
    memory = 128
  }])
}
