# as Server
resource "aws_instance" "server" {
  ami           = "ami-0a"
  instance_type = "t3.micro"
  subnet_id     = "subnet-0a"
}

# = Classic
resource "aws_elb" "classic" {
  name            = "classic"
  internal        = true
  subnets         = ["subnet-0a"]
  security_groups = ["sg-0a"]
  access_logs {
    bucket = "access-logs"
  }
  listener {
    instance_port     = 80
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http"
  }
  listener {
    instance_port      = 8443
    instance_protocol  = "https"
    lb_port            = 443
    lb_protocol        = "https"
    ssl_certificate_id = "arn:aws:acm:eu-west-1:111122223333:certificate/1"
  }
}

resource "aws_elb_attachment" "server" {
  elb      = aws_elb.classic.id
  instance = aws_instance.server.id
}

resource "aws_load_balancer_policy" "tls" {
  load_balancer_name = aws_elb.classic.name
  policy_name        = "tls"
  policy_type_name   = "SSLNegotiationPolicyType"
  policy_attribute {
    name  = "Reference-Security-Policy"
    value = "ELBSecurityPolicy-TLS-1-2-2017-01"
  }
}
