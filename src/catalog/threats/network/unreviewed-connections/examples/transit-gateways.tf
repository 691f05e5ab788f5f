# threat: network/unreviewed-connections
resource "aws_ec2_transit_gateway" "hub" {
  auto_accept_shared_attachments = "enable"
}

# mitigated: network/unreviewed-connections
resource "aws_ec2_transit_gateway" "asking" {
}
