# threat: network/firewall-passes-by-default
resource "aws_networkfirewall_firewall_policy" "passes" {
  name = "passes"
  firewall_policy {
    stateless_default_actions          = ["aws:pass"]
    stateless_fragment_default_actions = ["aws:drop"]
  }
}

# mitigated: network/firewall-passes-by-default
resource "aws_networkfirewall_firewall_policy" "inspects" {
  name = "inspects"
  firewall_policy {
    stateless_default_actions          = ["aws:forward_to_sfe"]
    stateless_fragment_default_actions = ["aws:forward_to_sfe"]
  }
}
