# threat: network/unreviewed-connections
resource "aws_vpc_endpoint_service" "open" {
  acceptance_required        = false
  network_load_balancer_arns = ["arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/shop/0a"]
}

# mitigated: network/unreviewed-connections
resource "aws_vpc_endpoint_service" "reviewed" {
  acceptance_required        = true
  network_load_balancer_arns = ["arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/shop/0a"]
}
