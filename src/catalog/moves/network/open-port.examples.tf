# path: network/open-port (aws/open-port)
resource "aws_iam_user" "adds_rules" {
  name = "adds-rules"
}

resource "aws_iam_user_policy" "adds_rules" {
  name = "own"
  user = aws_iam_user.adds_rules.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "ec2:AuthorizeSecurityGroupIngress", Resource = "arn:aws:ec2:*:*:security-group/${aws_security_group.open.id}" }]
  })
}

# no path: network/open-port (aws/open-port)
resource "aws_iam_user" "adds_rules_where_no_route_leads" {
  name = "adds-rules-where-no-route-leads"
}

resource "aws_iam_user_policy" "adds_rules_where_no_route_leads" {
  name = "own"
  user = aws_iam_user.adds_rules_where_no_route_leads.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "ec2:AuthorizeSecurityGroupIngress", Resource = "arn:aws:ec2:*:*:security-group/${aws_security_group.hidden.id}" }]
  })
}

# no path: network/open-port
resource "aws_iam_user" "takes_rules_away" {
  name = "takes-rules-away"
}

resource "aws_iam_user_policy" "takes_rules_away" {
  name = "own"
  user = aws_iam_user.takes_rules_away.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "ec2:RevokeSecurityGroupIngress", Resource = "*" }]
  })
}

resource "aws_iam_role" "machine_role" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_instance_profile" "machine_profile" {
  role = aws_iam_role.machine_role.name
}

resource "aws_vpc" "net" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "gateway" {
  vpc_id = aws_vpc.net.id
}

resource "aws_subnet" "outside" {
  vpc_id                  = aws_vpc.net.id
  cidr_block              = "10.0.0.0/24"
  map_public_ip_on_launch = true
}

resource "aws_subnet" "inside" {
  vpc_id     = aws_vpc.net.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_route_table" "routes" {
  vpc_id = aws_vpc.net.id
}

resource "aws_route" "route" {
  route_table_id         = aws_route_table.routes.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.gateway.id
}

resource "aws_route_table_association" "association" {
  subnet_id      = aws_subnet.outside.id
  route_table_id = aws_route_table.routes.id
}

resource "aws_security_group" "open" {
  description = "of the machine outside"
  vpc_id      = aws_vpc.net.id

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "hidden" {
  description = "of the machine inside"
  vpc_id      = aws_vpc.net.id

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "machine_outside" {
  ami                    = "ami-0123456789abcdef0"
  subnet_id              = aws_subnet.outside.id
  vpc_security_group_ids = [aws_security_group.open.id]
  iam_instance_profile   = aws_iam_instance_profile.machine_profile.name
}

resource "aws_instance" "machine_inside" {
  ami                    = "ami-0123456789abcdef0"
  subnet_id              = aws_subnet.inside.id
  vpc_security_group_ids = [aws_security_group.hidden.id]
  iam_instance_profile   = aws_iam_instance_profile.machine_profile.name
}
