# as WebGroup
resource "aws_security_group" "web" {
  name = "web"
}

# = Template
resource "aws_launch_template" "web" {
  name                    = "web"
  image_id                = "ami-0123456789abcdef0"
  instance_type           = "t3.micro"
  disable_api_termination = true
  user_data               = base64encode("#!/bin/sh\ncurl http://example.com/setup.sh | sh\nexport DB_PASSWORD=hunter2hunter2\n")
  vpc_security_group_ids  = [aws_security_group.web.id]

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      encrypted   = "true"
      volume_size = 20
    }
  }

  iam_instance_profile {
    name = "web"
  }

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "required"
  }
}

# = PublicTemplate
resource "aws_launch_template" "public" {
  name_prefix   = "public-"
  image_id      = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  network_interfaces {
    associate_public_ip_address = "true"
    security_groups             = [aws_security_group.web.id]
  }
}

# = Configuration
resource "aws_launch_configuration" "old" {
  name                        = "old"
  image_id                    = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  associate_public_ip_address = true
  iam_instance_profile        = "web"
  security_groups             = [aws_security_group.web.id]
  user_data                   = "export DB_PASSWORD=hunter2hunter2"

  root_block_device {
    encrypted = false
  }

  ebs_block_device {
    device_name = "/dev/sdf"
    encrypted   = true
  }
}

# as Targets
resource "aws_lb_target_group" "web" {
  name     = "web"
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-0123456789abcdef0"
}

# = Web
resource "aws_autoscaling_group" "web" {
  name                = "web"
  max_size            = 3
  min_size            = 1
  vpc_zone_identifier = ["subnet-0123456789abcdef0"]

  launch_template {
    id      = aws_launch_template.web.id
    version = "$Latest"
  }
}

resource "aws_autoscaling_attachment" "web" {
  autoscaling_group_name = aws_autoscaling_group.web.id
  lb_target_group_arn    = aws_lb_target_group.web.arn
}

# = Mixed
resource "aws_autoscaling_group" "mixed" {
  name                = "mixed"
  max_size            = 3
  min_size            = 1
  vpc_zone_identifier = ["subnet-0123456789abcdef0"]

  mixed_instances_policy {
    launch_template {
      launch_template_specification {
        launch_template_name = aws_launch_template.web.name
      }
    }
  }
}

# = Old
resource "aws_autoscaling_group" "old" {
  name                 = "old"
  max_size             = 1
  min_size             = 1
  launch_configuration = aws_launch_configuration.old.name
  vpc_zone_identifier  = ["subnet-0123456789abcdef0"]
}
