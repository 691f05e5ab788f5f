# judged otherwise: the image is read from a parameter at apply, so that its defaults for the metadata service are unknown
# path: compute/connect-to-instance (ec2instanceconnect-003)
resource "aws_iam_user" "signs_in" {
  name = "signs-in"
}

resource "aws_iam_user_policy" "signs_in" {
  name = "own"
  user = aws_iam_user.signs_in.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ec2-instance-connect:SendSSHPublicKey"
        Resource = aws_instance.open.arn
      },
      {
        Effect   = "Allow"
        Action   = "ec2:DescribeInstances"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/connect-to-instance (ec2instanceconnect-003)
resource "aws_iam_user" "no_way_in" {
  name = "no-way-in"
}

resource "aws_iam_user_policy" "no_way_in" {
  name = "own"
  user = aws_iam_user.no_way_in.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ec2-instance-connect:SendSSHPublicKey"
        Resource = aws_instance.closed.arn
      },
      {
        Effect   = "Allow"
        Action   = "ec2:DescribeInstances"
        Resource = "*"
      },
    ]
  })
}

data "aws_ssm_parameter" "image" {
  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
}

resource "aws_instance" "open" {
  ami                    = data.aws_ssm_parameter.image.value
  instance_type          = "t3.micro"
  subnet_id              = aws_subnet.subnet.id
  vpc_security_group_ids = [aws_security_group.ssh_group.id]
  iam_instance_profile   = aws_iam_instance_profile.profile.name
}

resource "aws_instance" "closed" {
  ami                    = data.aws_ssm_parameter.image.value
  instance_type          = "t3.micro"
  subnet_id              = aws_subnet.subnet.id
  vpc_security_group_ids = [aws_security_group.web_group.id]
  iam_instance_profile   = aws_iam_instance_profile.closed_profile.name
}

resource "aws_iam_instance_profile" "profile" {
  name = "profile"
  role = aws_iam_role.machine_role.name
}

resource "aws_iam_instance_profile" "closed_profile" {
  name = "closed-profile"
  role = aws_iam_role.closed_role.name
}

resource "aws_vpc" "network" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "subnet" {
  vpc_id                  = aws_vpc.network.id
  cidr_block              = "10.0.0.0/24"
  map_public_ip_on_launch = true
}

resource "aws_internet_gateway" "gateway" {
}

resource "aws_internet_gateway_attachment" "attachment" {
  vpc_id              = aws_vpc.network.id
  internet_gateway_id = aws_internet_gateway.gateway.id
}

resource "aws_route_table" "routes" {
  vpc_id = aws_vpc.network.id
}

resource "aws_route" "route" {
  route_table_id         = aws_route_table.routes.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.gateway.id
}

resource "aws_route_table_association" "association" {
  subnet_id      = aws_subnet.subnet.id
  route_table_id = aws_route_table.routes.id
}

resource "aws_security_group" "ssh_group" {
  description = "signs in"
  vpc_id      = aws_vpc.network.id

  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "web_group" {
  description = "browses"
  vpc_id      = aws_vpc.network.id

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

resource "aws_iam_role" "machine_role" {
  name = "machine-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role" "closed_role" {
  name = "closed-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
