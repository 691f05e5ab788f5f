resource "aws_instance" "old" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t4g.micro"
  iam_instance_profile   = aws_iam_instance_profile.old.name
  subnet_id              = aws_subnet.subnet.id
  vpc_security_group_ids = [aws_security_group.web.id]

  metadata_options {
    http_tokens = "optional"
  }
}

resource "aws_instance" "new" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t4g.micro"
  iam_instance_profile   = aws_iam_instance_profile.new.name
  subnet_id              = aws_subnet.subnet.id
  vpc_security_group_ids = [aws_security_group.web.id]

  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_vpc" "vpc" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "gateway" {
  vpc_id = aws_vpc.vpc.id
}

resource "aws_route_table" "routes" {
  vpc_id = aws_vpc.vpc.id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.gateway.id
  }
}

resource "aws_subnet" "subnet" {
  vpc_id                  = aws_vpc.vpc.id
  cidr_block              = "10.0.0.0/24"
  map_public_ip_on_launch = true
}

resource "aws_route_table_association" "routed" {
  subnet_id      = aws_subnet.subnet.id
  route_table_id = aws_route_table.routes.id
}

resource "aws_security_group" "web" {
  vpc_id = aws_vpc.vpc.id

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

resource "aws_iam_instance_profile" "old" {
  role = aws_iam_role.old.name
}

# path: network/forge-request
resource "aws_iam_role" "old" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_instance_profile" "new" {
  role = aws_iam_role.new.name
}

# no path: network/forge-request
resource "aws_iam_role" "new" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_instance" "hidden" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t4g.micro"
  iam_instance_profile   = aws_iam_instance_profile.hidden.name
  subnet_id              = aws_subnet.subnet.id
  vpc_security_group_ids = [aws_security_group.nobody.id]

  metadata_options {
    http_tokens = "optional"
  }
}

resource "aws_security_group" "nobody" {
  vpc_id = aws_vpc.vpc.id

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_iam_instance_profile" "hidden" {
  role = aws_iam_role.hidden.name
}

# no path: network/forge-request
resource "aws_iam_role" "hidden" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
