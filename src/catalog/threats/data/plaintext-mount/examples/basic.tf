# threat: data/plaintext-mount
resource "aws_ecs_task_definition" "plain" {
  family                = "plain"
  container_definitions = jsonencode([{ name = "shop", image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop:1" }])
  volume {
    name = "files"
    efs_volume_configuration {
      file_system_id = "fs-0a"
    }
  }
}

# mitigated: data/plaintext-mount
resource "aws_ecs_task_definition" "encrypted" {
  family                = "encrypted"
  container_definitions = jsonencode([{ name = "shop", image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop:1" }])
  volume {
    name = "files"
    efs_volume_configuration {
      file_system_id     = "fs-0a"
      transit_encryption = "ENABLED"
    }
  }
}
