# as Vpc
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

# as Other
resource "aws_vpc" "other" {
  cidr_block = "10.1.0.0/16"
}

# as Subnet
resource "aws_subnet" "a" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}

# as Table
# = TableLearns .propagating_vgws["<aws_vpn_gateway.line.id>"]
resource "aws_route_table" "private" {
  vpc_id           = aws_vpc.main.id
  propagating_vgws = [aws_vpn_gateway.line.id]
}

# as Edge
resource "aws_route_table" "edge" {
  vpc_id = aws_vpc.main.id
}

# as Web
resource "aws_security_group" "web" {
  name   = "web"
  vpc_id = aws_vpc.main.id
}

# = Hub
resource "aws_ec2_transit_gateway" "hub" {
  default_route_table_association    = "disable"
  security_group_referencing_support = "enable"
}

# as Attachment
resource "aws_ec2_transit_gateway_vpc_attachment" "main" {
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
  vpc_id             = aws_vpc.main.id
  subnet_ids         = [aws_subnet.a.id]
}

# = HubTable
resource "aws_ec2_transit_gateway_route_table" "table" {
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
}

# = Associated
resource "aws_ec2_transit_gateway_route_table_association" "main" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.main.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.table.id
}

# = Propagated
resource "aws_ec2_transit_gateway_route_table_propagation" "main" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.main.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.table.id
}

# = HubRoute
resource "aws_ec2_transit_gateway_route" "main" {
  destination_cidr_block         = "10.0.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.main.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.table.id
}

# = Dropped
resource "aws_ec2_transit_gateway_route" "dropped" {
  destination_cidr_block         = "10.9.0.0/16"
  blackhole                      = true
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.table.id
}

# = Peering
resource "aws_ec2_transit_gateway_peering_attachment" "peering" {
  transit_gateway_id      = aws_ec2_transit_gateway.hub.id
  peer_transit_gateway_id = "tgw-0123456789abcdef0"
  peer_region             = "eu-central-1"
}

# = Offices
resource "aws_ec2_managed_prefix_list" "offices" {
  name           = "offices"
  address_family = "IPv4"
  max_entries    = 5

  entry {
    cidr = "192.0.2.0/24"
  }
}

resource "aws_ec2_managed_prefix_list_entry" "more" {
  prefix_list_id = aws_ec2_managed_prefix_list.offices.id
  cidr           = "198.51.100.0/24"
}

# = Line
# as LineAttached .VPCGatewayAttachment
resource "aws_vpn_gateway" "line" {
  vpc_id = aws_vpc.main.id
}

# = Learns
resource "aws_vpn_gateway_route_propagation" "learns" {
  vpn_gateway_id = aws_vpn_gateway.line.id
  route_table_id = aws_route_table.edge.id
}

# = Office
resource "aws_customer_gateway" "office" {
  bgp_asn    = "65000"
  ip_address = "192.0.2.1"
  type       = "ipsec.1"
}

# = Tunnel
resource "aws_vpn_connection" "tunnel" {
  customer_gateway_id = aws_customer_gateway.office.id
  vpn_gateway_id      = aws_vpn_gateway.line.id
  type                = "ipsec.1"
  static_routes_only  = true
}

# = TunnelRoute
resource "aws_vpn_connection_route" "office" {
  destination_cidr_block = "172.16.0.0/16"
  vpn_connection_id      = aws_vpn_connection.tunnel.id
}

# = EdgeTable
resource "aws_route_table_association" "edge" {
  gateway_id     = aws_vpn_gateway.line.id
  route_table_id = aws_route_table.edge.id
}

# = Further
resource "aws_vpc_security_group_vpc_association" "further" {
  security_group_id = aws_security_group.web.id
  vpc_id            = aws_vpc.other.id
}

# = Door
resource "aws_ec2_instance_connect_endpoint" "door" {
  subnet_id          = aws_subnet.a.id
  security_group_ids = [aws_security_group.web.id]
  preserve_client_ip = false
}

# = People
resource "aws_ec2_client_vpn_endpoint" "people" {
  client_cidr_block      = "10.8.0.0/16"
  server_certificate_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"
  transport_protocol     = "tcp"
  vpn_port               = 443
  vpc_id                 = aws_vpc.main.id
  security_group_ids     = [aws_security_group.web.id]

  authentication_options {
    type                       = "certificate-authentication"
    root_certificate_chain_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f1"
  }

  connection_log_options {
    enabled = false
  }
}

# = Offered
# = Allowed .VPCEndpointServicePermissions
resource "aws_vpc_endpoint_service" "offered" {
  acceptance_required        = false
  network_load_balancer_arns = ["arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/in/0123456789abcdef"]
  allowed_principals         = ["arn:aws:iam::444455556666:root"]
}

# = AllowedToo
resource "aws_vpc_endpoint_service_allowed_principal" "everybody" {
  vpc_endpoint_service_id = aws_vpc_endpoint_service.offered.id
  principal_arn           = "*"
}

# = Taken
resource "aws_vpc_endpoint" "taken" {
  vpc_id            = aws_vpc.other.id
  service_name      = aws_vpc_endpoint_service.offered.service_name
  vpc_endpoint_type = "Interface"
}

# = Policy
resource "aws_networkfirewall_firewall_policy" "policy" {
  name = "policy"

  firewall_policy {
    stateless_default_actions          = ["aws:drop"]
    stateless_fragment_default_actions = ["aws:drop"]
  }
}

# = Wall
resource "aws_networkfirewall_firewall" "wall" {
  name                = "wall"
  firewall_policy_arn = aws_networkfirewall_firewall_policy.policy.arn
  vpc_id              = aws_vpc.main.id

  subnet_mapping {
    subnet_id = aws_subnet.a.id
  }
}

# = Fast
resource "aws_globalaccelerator_accelerator" "fast" {
  name = "fast"

  attributes {
    flow_logs_enabled   = true
    flow_logs_s3_bucket = "flows"
    flow_logs_s3_prefix = "fast"
  }
}

# = FastPort
resource "aws_globalaccelerator_listener" "fast" {
  accelerator_arn = aws_globalaccelerator_accelerator.fast.id
  protocol        = "TCP"

  port_range {
    from_port = 443
    to_port   = 443
  }
}

# = FastEnds
resource "aws_globalaccelerator_endpoint_group" "fast" {
  listener_arn = aws_globalaccelerator_listener.fast.id

  endpoint_configuration {
    endpoint_id = "i-0123456789abcdef0"
  }

  port_override {
    listener_port = 443
    endpoint_port = 8443
  }
}
