# as Vpc
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

# as Other
resource "aws_vpc" "other" {
  cidr_block = "10.1.0.0/16"
}

# = More
resource "aws_vpc_ipv4_cidr_block_association" "more" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.2.0.0/16"
}

# as Subnet
resource "aws_subnet" "a" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}

# as Table
resource "aws_route_table" "private" {
  vpc_id = aws_vpc.main.id
}

# as Web
resource "aws_security_group" "web" {
  name   = "web"
  vpc_id = aws_vpc.main.id
}

# as Lines
resource "aws_cloudwatch_log_group" "flows" {
  name = "flows"
}

# as Deliver
resource "aws_iam_role" "deliver" {
  name               = "deliver"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

# = Flows
resource "aws_flow_log" "flows" {
  vpc_id          = aws_vpc.main.id
  traffic_type    = "ALL"
  iam_role_arn    = aws_iam_role.deliver.arn
  log_destination = aws_cloudwatch_log_group.flows.arn
}

# = Rejected
resource "aws_flow_log" "rejected" {
  subnet_id       = aws_subnet.a.id
  traffic_type    = "REJECT"
  iam_role_arn    = aws_iam_role.deliver.arn
  log_destination = aws_cloudwatch_log_group.flows.arn
}

# = Out
resource "aws_egress_only_internet_gateway" "out" {
  vpc_id = aws_vpc.main.id
}

# = Acl
# = AclIn .ingress["100"]
# = AclOut .egress["200"]
# = AclSubnet .subnet_ids["<aws_subnet.a.id>"]
resource "aws_network_acl" "acl" {
  vpc_id     = aws_vpc.main.id
  subnet_ids = [aws_subnet.a.id]

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 443
    to_port    = 443
  }

  egress {
    rule_no    = 200
    action     = "deny"
    protocol   = "all"
    cidr_block = "198.51.100.0/24"
    from_port  = 0
    to_port    = 0
  }
}

# = AclMore
resource "aws_network_acl_rule" "more" {
  network_acl_id  = aws_network_acl.acl.id
  rule_number     = 300
  egress          = true
  rule_action     = "allow"
  protocol        = "udp"
  ipv6_cidr_block = "::/0"
  from_port       = 53
  to_port         = 53
}

# = Interface
resource "aws_network_interface" "card" {
  subnet_id       = aws_subnet.a.id
  security_groups = [aws_security_group.web.id]
}

resource "aws_network_interface_sg_attachment" "card" {
  network_interface_id = aws_network_interface.card.id
  security_group_id    = "sg-0123456789abcdef0"
}

# = Host
resource "aws_instance" "host" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  subnet_id     = aws_subnet.a.id
}

resource "aws_network_interface_sg_attachment" "host" {
  network_interface_id = aws_instance.host.primary_network_interface_id
  security_group_id    = aws_security_group.web.id
}

# = Address
resource "aws_eip" "host" {
  instance = aws_instance.host.id
  domain   = "vpc"
}

# as CardAddress
# = CardAssociation .EIPAssociation
resource "aws_eip" "card" {
  network_interface = aws_network_interface.card.id
  domain            = "vpc"
}

# as Free
resource "aws_eip" "free" {
  domain = "vpc"
}

# = Association
resource "aws_eip_association" "free" {
  allocation_id = aws_eip.free.id
  instance_id   = aws_instance.host.id
}

# = Nat
resource "aws_nat_gateway" "nat" {
  subnet_id         = aws_subnet.a.id
  connectivity_type = "private"
}

# = Hub
resource "aws_ec2_transit_gateway" "hub" {
  description = "hub"
}

# = Attachment
resource "aws_ec2_transit_gateway_vpc_attachment" "main" {
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
  vpc_id             = aws_vpc.main.id
  subnet_ids         = [aws_subnet.a.id]
}

# = Disk
resource "aws_ebs_volume" "disk" {
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = true
  final_snapshot    = true
}

# = OpenDisk
resource "aws_ebs_volume" "open" {
  availability_zone = "eu-west-1a"
  size              = 20
}

# = Store
resource "aws_vpc_endpoint" "store" {
  vpc_id       = aws_vpc.main.id
  service_name = "com.amazonaws.eu-west-1.s3"
}

resource "aws_vpc_endpoint_route_table_association" "store" {
  vpc_endpoint_id = aws_vpc_endpoint.store.id
  route_table_id  = aws_route_table.private.id
}

resource "aws_vpc_endpoint_policy" "store" {
  vpc_endpoint_id = aws_vpc_endpoint.store.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*" }]
  })
}

# = Messages
resource "aws_vpc_endpoint" "messages" {
  vpc_id             = aws_vpc.main.id
  service_name       = "com.amazonaws.eu-west-1.sqs"
  vpc_endpoint_type  = "Interface"
  subnet_ids         = [aws_subnet.a.id]
  security_group_ids = [aws_security_group.web.id]
}

# = Peering
resource "aws_vpc_peering_connection" "peering" {
  vpc_id      = aws_vpc.main.id
  peer_vpc_id = aws_vpc.other.id
}

resource "aws_vpc_peering_connection_accepter" "peering" {
  vpc_peering_connection_id = aws_vpc_peering_connection.peering.id
  auto_accept               = true
}

# = Way
resource "aws_route" "way" {
  route_table_id            = aws_route_table.private.id
  destination_cidr_block    = "10.1.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.peering.id
}
