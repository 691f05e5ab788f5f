# as Server
resource "aws_instance" "server" {
  ami           = "ami-0a"
  instance_type = "t3.micro"
  subnet_id     = "subnet-0a"
}

# = Public
resource "aws_lb" "public" {
  name                       = "public"
  load_balancer_type         = "application"
  subnets                    = ["subnet-0a", "subnet-0b"]
  security_groups            = ["sg-0a"]
  enable_deletion_protection = true
  drop_invalid_header_fields = true
  access_logs {
    bucket  = "access-logs"
    enabled = true
  }
}

# = Network
resource "aws_lb" "network" {
  name               = "network"
  load_balancer_type = "network"
  internal           = true
  subnet_mapping {
    subnet_id = "subnet-0a"
  }
  subnet_mapping {
    subnet_id = "subnet-0b"
  }
}

# = Web
resource "aws_lb_target_group" "web" {
  name     = "web"
  port     = 8443
  protocol = "HTTPS"
  vpc_id   = "vpc-0a"
}

resource "aws_lb_target_group_attachment" "server" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.server.id
  port             = 9443
}

# = Plain
resource "aws_lb_listener" "plain" {
  load_balancer_arn = aws_lb.public.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type = "redirect"
    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

# = Secure
resource "aws_lb_listener" "secure" {
  load_balancer_arn = aws_lb.public.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = "arn:aws:acm:eu-west-1:111122223333:certificate/1"
  mutual_authentication {
    mode            = "verify"
    trust_store_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:truststore/a/1"
  }
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}

# = More
resource "aws_lb_listener_certificate" "more" {
  listener_arn    = aws_lb_listener.secure.arn
  certificate_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/2"
}

# = Admin
resource "aws_lb_listener_rule" "admin" {
  listener_arn = aws_lb_listener.secure.arn
  priority     = 10
  action {
    type = "authenticate-oidc"
    authenticate_oidc {
      authorization_endpoint = "https://login.example.com/authorize"
      client_id              = "shop"
      client_secret          = "shop-client-secret"
      issuer                 = "https://login.example.com"
      token_endpoint         = "https://login.example.com/token"
      user_info_endpoint     = "https://login.example.com/me"
    }
  }
  action {
    type = "forward"
    forward {
      target_group {
        arn    = aws_lb_target_group.web.arn
        weight = 1
      }
      target_group {
        arn    = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/other/1"
        weight = 1
      }
    }
  }
  condition {
    path_pattern {
      values = ["/admin/*"]
    }
  }
}
