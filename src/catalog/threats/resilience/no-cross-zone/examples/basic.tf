# threat: resilience/no-cross-zone
resource "aws_elb" "zonal" {
  internal                  = true
  cross_zone_load_balancing = false
  subnets                   = ["subnet-0a", "subnet-0b"]
  listener {
    lb_port           = 443
    lb_protocol       = "tcp"
    instance_port     = 443
    instance_protocol = "tcp"
  }
}

# mitigated: resilience/no-cross-zone
resource "aws_elb" "spread" {
  internal                  = true
  cross_zone_load_balancing = true
  subnets                   = ["subnet-0a", "subnet-0b"]
  listener {
    lb_port           = 443
    lb_protocol       = "tcp"
    instance_port     = 443
    instance_protocol = "tcp"
  }
}
