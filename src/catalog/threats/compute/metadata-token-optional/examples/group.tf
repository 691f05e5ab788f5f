data "aws_availability_zones" "available" {
  state = "available"
}

# threat: compute/metadata-token-optional
resource "aws_autoscaling_group" "workers" {
  min_size           = 2
  max_size           = 4
  availability_zones = data.aws_availability_zones.available.names

  launch_template {
    id      = aws_launch_template.plain.id
    version = aws_launch_template.plain.latest_version
  }
}

resource "aws_launch_template" "plain" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "t4g.micro"
}

# mitigated: compute/metadata-token-optional
resource "aws_autoscaling_group" "careful_workers" {
  min_size           = 2
  max_size           = 4
  availability_zones = data.aws_availability_zones.available.names

  launch_template {
    id      = aws_launch_template.careful.id
    version = aws_launch_template.careful.latest_version
  }
}

resource "aws_launch_template" "careful" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "t4g.micro"

  metadata_options {
    http_tokens = "required"
  }
}
