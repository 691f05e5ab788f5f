# threat: edge/plain-listener
resource "aws_elb" "plain" {
  internal                  = true
  cross_zone_load_balancing = true
  subnets                   = ["subnet-0a", "subnet-0b"]
  listener {
    lb_port           = 5432
    lb_protocol       = "tcp"
    instance_port     = 5432
    instance_protocol = "tcp"
  }
}

# ok: edge/plain-listener
resource "aws_elb" "encrypted" {
  internal                  = true
  cross_zone_load_balancing = true
  subnets                   = ["subnet-0a", "subnet-0b"]
  listener {
    lb_port            = 443
    lb_protocol        = "ssl"
    instance_port      = 443
    instance_protocol  = "ssl"
    ssl_certificate_id = "arn:aws:acm:eu-west-1:111122223333:certificate/0a"
  }
}
