# threat: resilience/no-health-check
resource "aws_autoscaling_group" "blind" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = ["subnet-0a", "subnet-0b"]
  target_group_arns   = ["arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop/0a"]
  launch_template {
    id      = "lt-0a"
    version = "1"
  }
}

# mitigated: resilience/no-health-check
resource "aws_autoscaling_group" "seeing" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = ["subnet-0a", "subnet-0b"]
  target_group_arns   = ["arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop/0a"]
  health_check_type   = "ELB"
  launch_template {
    id      = "lt-0a"
    version = "1"
  }
}
