# threat: network/wide-network-acl
resource "aws_network_acl" "acl" {
  vpc_id = "vpc-0a"
}

resource "aws_network_acl_rule" "everything" {
  network_acl_id = aws_network_acl.acl.id
  rule_number    = 100
  rule_action    = "allow"
  protocol       = "-1"
  cidr_block     = "0.0.0.0/0"
}

# ok: network/wide-network-acl
resource "aws_network_acl" "narrow" {
  vpc_id = "vpc-0a"
}

resource "aws_network_acl_rule" "https" {
  network_acl_id = aws_network_acl.narrow.id
  rule_number    = 100
  rule_action    = "allow"
  protocol       = "tcp"
  from_port      = 443
  to_port        = 443
  cidr_block     = "0.0.0.0/0"
}
