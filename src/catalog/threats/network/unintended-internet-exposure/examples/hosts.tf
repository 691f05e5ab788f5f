resource "aws_vpc" "vpc" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "gateway" {
  vpc_id = aws_vpc.vpc.id
}

resource "aws_subnet" "subnet_a" {
  vpc_id                  = aws_vpc.vpc.id
  cidr_block              = cidrsubnet(aws_vpc.vpc.cidr_block, 8, 1)
  map_public_ip_on_launch = true
}

resource "aws_subnet" "subnet_b" {
  vpc_id                  = aws_vpc.vpc.id
  cidr_block              = cidrsubnet(aws_vpc.vpc.cidr_block, 8, 2)
  map_public_ip_on_launch = true
}

resource "aws_route_table" "routes" {
  vpc_id = aws_vpc.vpc.id
}

resource "aws_route" "route" {
  route_table_id         = aws_route_table.routes.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.gateway.id
}

resource "aws_route_table_association" "association" {
  count = 2

  subnet_id      = [aws_subnet.subnet_a.id, aws_subnet.subnet_b.id][count.index]
  route_table_id = aws_route_table.routes.id
}

resource "aws_security_group" "web" {
  description = "web"
  vpc_id      = aws_vpc.vpc.id

  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "hosts" {
  description = "hosts"
  vpc_id      = aws_vpc.vpc.id

  ingress {
    protocol        = "tcp"
    from_port       = 8443
    to_port         = 8443
    security_groups = [aws_security_group.web.id]
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
  internal           = false
  subnets            = [aws_subnet.subnet_a.id, aws_subnet.subnet_b.id]
  security_groups    = [aws_security_group.web.id]
}

resource "aws_lb_listener" "listener" {
  load_balancer_arn = aws_lb.balancer.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = "arn:aws:acm:eu-central-1:111122223333:certificate/abc"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.targets.arn
  }
}

resource "aws_lb_target_group" "targets" {
  vpc_id   = aws_vpc.vpc.id
  port     = 8443
  protocol = "HTTPS"
}

resource "aws_lb_target_group_attachment" "shared" {
  target_group_arn = aws_lb_target_group.targets.arn
  target_id        = aws_instance.shared.id
}

resource "aws_lb_target_group_attachment" "behind" {
  target_group_arn = aws_lb_target_group.targets.arn
  target_id        = aws_instance.behind.id
}

# threat: network/unintended-internet-exposure
resource "aws_instance" "shared" {
  ami                    = "ami-0abcdef1234567890"
  instance_type          = "t4g.micro"
  subnet_id              = aws_subnet.subnet_a.id
  vpc_security_group_ids = [aws_security_group.web.id, aws_security_group.hosts.id]
}

# ok: network/unintended-internet-exposure
resource "aws_instance" "behind" {
  ami                    = "ami-0abcdef1234567890"
  instance_type          = "t4g.micro"
  subnet_id              = aws_subnet.subnet_a.id
  vpc_security_group_ids = [aws_security_group.hosts.id]
}

# threat: network/unintended-internet-exposure
resource "aws_instance" "alone" {
  ami                    = "ami-0abcdef1234567890"
  instance_type          = "t4g.micro"
  subnet_id              = aws_subnet.subnet_b.id
  vpc_security_group_ids = [aws_security_group.web.id]
}
