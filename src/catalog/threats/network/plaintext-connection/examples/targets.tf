resource "aws_vpc" "vpc" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "subnet" {
  vpc_id     = aws_vpc.vpc.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_subnet" "other_subnet" {
  vpc_id     = aws_vpc.vpc.id
  cidr_block = "10.0.2.0/24"
}

resource "aws_security_group" "group" {
  description = "inside"
  vpc_id      = aws_vpc.vpc.id

  ingress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["10.0.0.0/16"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb" "balancer" {
  load_balancer_type = "application"
  internal           = true
  subnets            = [aws_subnet.subnet.id, aws_subnet.other_subnet.id]
  security_groups    = [aws_security_group.group.id]
}

resource "aws_lb_listener" "listener" {
  load_balancer_arn = aws_lb.balancer.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = "arn:aws:acm:eu-central-1:111122223333:certificate/abc"

  default_action {
    type = "forward"

    forward {
      target_group {
        arn = aws_lb_target_group.plain_targets.arn
      }

      target_group {
        arn = aws_lb_target_group.secure_targets.arn
      }
    }
  }
}

resource "aws_lb_target_group" "plain_targets" {
  vpc_id   = aws_vpc.vpc.id
  port     = 8080
  protocol = "HTTP"
}

resource "aws_lb_target_group_attachment" "plain" {
  target_group_arn = aws_lb_target_group.plain_targets.arn
  target_id        = aws_instance.plain.id
}

resource "aws_lb_target_group" "secure_targets" {
  vpc_id   = aws_vpc.vpc.id
  port     = 8443
  protocol = "HTTPS"
}

resource "aws_lb_target_group_attachment" "secure" {
  target_group_arn = aws_lb_target_group.secure_targets.arn
  target_id        = aws_instance.secure.id
}

# threat: network/plaintext-connection
resource "aws_instance" "plain" {
  ami                    = "ami-0abcdef1234567890"
  instance_type          = "t4g.micro"
  subnet_id              = aws_subnet.subnet.id
  vpc_security_group_ids = [aws_security_group.group.id]
}

# ok: network/plaintext-connection
resource "aws_instance" "secure" {
  ami                    = "ami-0abcdef1234567890"
  instance_type          = "t4g.micro"
  subnet_id              = aws_subnet.subnet.id
  vpc_security_group_ids = [aws_security_group.group.id]
}
